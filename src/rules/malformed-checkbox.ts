import { fixOf, replaceRange } from './front-matter-edit.ts';
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
  *check({ malformedBoxes, text }) {
    const lines = text.split('\n');
    for (const { fixed, range } of malformedBoxes) {
      yield {
        messageId: 'malformed',
        data: { name: fixed },
        range,
        subject: (lines[range.start.line - 1] ?? '').trim(),
        ...fixOf(replaceRange(range, fixed)),
      };
    }
  },
});
