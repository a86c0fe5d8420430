import { isSnoozed } from '../progress/measure-staleness.ts';
import { overduePhases } from '../progress/overdue-phases.ts';
import { phaseName } from './phase-name.ts';
import { defineRule } from './rule.ts';
import { inDays, staleBecause } from './stale-state.ts';

export const phaseOverdue = defineRule({
  id: 'phase-overdue',
  description: 'A phase is complete by its end.',
  concern: 'calendar',
  severity: { changes: 'notice', scan: 'warning' },
  minimal: false,
  messages: {
    overdue: 'Past the end and not complete: {{names}}; tick what is done, or set a later end.',
  },
  *check(plan, context) {
    if (plan.lifecycle !== 'active' || isSnoozed(plan, context.today)) return;
    // When the whole plan is past its end, that is to be decided first.
    if (staleBecause(plan, context, 'expired') !== null) return;
    for (const { phase, end, days } of overduePhases(plan, context.today)) {
      const { time, range } = plan.phases.find((one) => one.range.start.line === phase.line) ?? {};
      const place = time?.range ?? range;
      if (place === undefined) continue;
      const name = phaseName(phase);
      yield {
        messageId: 'overdue',
        data: { name },
        range: place,
        subject: name,
        help: `"${name}" was to end on ${end}, ${inDays(days)} ago.`,
      };
    }
  },
});
