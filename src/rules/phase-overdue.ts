import { overduePhases } from '../progress/overdue-phases.ts';
import type { PhaseProgress } from '../progress/progress.ts';
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
    if (plan.lifecycle !== 'active') return;
    // When the whole plan is past its end, that is to be decided first.
    if (staleBecause(plan, context, 'expired') !== null) return;
    const times = new Map(plan.phases.map(({ range, time }) => [range.start.line, time?.range ?? range]));
    for (const { phase, end, days } of overduePhases(plan, context.today)) {
      const range = times.get(phase.line);
      // What is said to be complete and is not is a finding of its own.
      if (range === undefined || isOverclaimed(phase)) continue;
      const name = phaseName(phase);
      yield {
        messageId: 'overdue',
        data: { name },
        range,
        day: end,
        subject: name,
        help: `"${name}" was to end on ${end}, ${inDays(days)} ago.`,
      };
    }
  },
});

const isOverclaimed = ({ claim, conflict }: PhaseProgress): boolean =>
  conflict === 'overclaim' && claim?.state === 'complete';
