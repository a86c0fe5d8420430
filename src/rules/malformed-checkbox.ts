import { fixOf, replaceRange } from './front-matter-edit.ts';
import { openWhenMended } from './open-when-mended.ts';
import { defineRule } from './rule.ts';

export const malformedCheckbox = defineRule({
  id: 'malformed-checkbox',
  description: 'What looks like a check box is one.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'notice' },
  minimal: false,
  fixable: 'safe',
  fixedFirst: true,
  messages: {
    malformed: 'GitHub shows no check box here, and it is not counted: write {{names}}.',
  },
  *check(plan) {
    const { malformedBoxes, text, lifecycle } = plan;
    const lines = text.split('\n');
    // A plan is closed over what is not counted.
    const open = lifecycle === 'completed' ? openWhenMended(plan) : new Set<number>();
    for (const { fixed, range } of malformedBoxes) {
      yield {
        messageId: 'malformed',
        data: { name: fixed },
        range,
        subject: (lines[range.start.line - 1] ?? '').trim(),
        ...(open.has(range.start.line) ? { concern: 'lifecycle' } : {}),
        ...fixOf(replaceRange(range, fixed)),
      };
    }
  },
});
