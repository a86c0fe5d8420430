import type { Plan } from '../plan/plan.ts';
import { measureHealth } from '../progress/measure-health.ts';
import { measureProgress } from '../progress/measure-progress.ts';
import { isSnoozed } from '../progress/measure-staleness.ts';
import { overduePhases } from '../progress/overdue-phases.ts';
import { listed } from './message.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { staleBecause } from './stale-state.ts';

export const onTrackContradiction = defineRule({
  id: 'on-track-contradiction',
  description: 'A plan that says it is on track is neither late nor blocked.',
  concern: 'calendar',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  messages: {
    contradicted: '"On track" says yes, but {{reasons}}: write "At Risk" or "No", or put it right.',
  },
  *check(plan, context) {
    const { onTrack } = plan.selfReport;
    if (onTrack?.word !== 'yes' || plan.lifecycle !== 'active') return;
    if (measureHealth(plan, measureProgress(plan), context).status === 'COMPLETE') return;
    const blocked = blockedBecause(plan);
    // What is late alone is waived by a snooze; beside a blocker it is not spoken of.
    const late = blocked.length > 0 && isSnoozed(plan, context.today) ? [] : lateBecause(plan, context);
    const reasons = [...late, ...blocked];
    if (reasons.length === 0) return;
    yield {
      messageId: 'contradicted',
      data: { reasons: listed(reasons, 'and') },
      range: onTrack.range,
      // A blocker is written into the plan; what is late becomes so by itself.
      concern: blocked.length > 0 ? 'content' : 'calendar',
      subject: blocked.length > 0 ? 'blocked' : 'late',
    };
  },
});

function lateBecause(plan: Plan, context: RuleContext): readonly string[] {
  const { expires } = plan.dates;
  if (expires !== null && staleBecause(plan, context, 'expired') !== null) {
    return [`the plan expired on ${expires}`];
  }
  const { length } = overduePhases(plan, context.today);
  return length === 0
    ? []
    : [length === 1 ? 'a phase is past its end' : `${length} phases are past their end`];
}

function blockedBecause({ selfReport }: Plan): readonly string[] {
  const { length } = selfReport.blockers.filter(({ isClosed }) => !isClosed);
  return length === 0 ? [] : [length === 1 ? 'a blocker is open' : `${length} blockers are open`];
}
