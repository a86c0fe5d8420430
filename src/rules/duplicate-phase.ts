import { phaseName } from './phase-name.ts';
import { defineRule } from './rule.ts';

export const duplicatePhase = defineRule({
  id: 'duplicate-phase',
  description: 'No two phases have the same number.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'off' },
  minimal: false,
  messages: {
    twice:
      'The number {{number}} stands at an earlier phase, so this one is not counted: give {{names}} another number.',
  },
  *check({ duplicatePhases }) {
    for (const { number, name, range } of duplicatePhases) {
      yield {
        messageId: 'twice',
        data: { number, name: phaseName({ name, number }) },
        range,
        subject: `${number} ${name}`,
      };
    }
  },
});
