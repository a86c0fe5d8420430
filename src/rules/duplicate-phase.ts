import { isUnresolved } from '../plan/is-unresolved.ts';
import type { UncountedPhase } from '../plan/plan.ts';
import { phaseName } from './phase-name.ts';
import { defineRule } from './rule.ts';

export const duplicatePhase = defineRule<UncountedPhase['why']>({
  id: 'duplicate-phase',
  description: 'All phases stand in one list, each with a number of its own.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'off' },
  minimal: false,
  messages: {
    twice:
      'The number {{number}} stands at an earlier phase, so this one is not counted: give {{names}} another number.',
    elsewhere:
      'Only the phases {{place}} are counted, and not {{names}}: put all phases there, or rename the heading of those that are none of the plan.',
    unread:
      'Among the phases stand open boxes that are not counted, under {{names}}: put them under a phase, or begin that heading with "Phase", a number and a colon.',
  },
  *check({ uncountedPhases, lifecycle }) {
    for (const { why, number, name, range, countedUnder, items } of uncountedPhases) {
      // A plan is closed over what is not counted.
      const isLeftOpen = lifecycle === 'completed' && items.some(isUnresolved);
      yield {
        messageId: why,
        data: {
          number: number ?? '',
          name: phaseName({ name, number }),
          place: countedUnder === null ? 'on the second level of headings' : `under "${countedUnder}"`,
        },
        range,
        subject: why === 'twice' ? `${number} ${name}` : `${why} ${name}`,
        ...(isLeftOpen ? { concern: 'lifecycle' } : {}),
      };
    }
  },
});
