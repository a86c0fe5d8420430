import { fixOf } from './fix-of.ts';
import { openWhenMended } from './open-when-mended.ts';
import { defineRule } from './rule.ts';
import { replaceRange } from './text-edit.ts';

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
    unparted:
      'GitHub shows the check box {{names}} as text of the paragraph above it, and it is not counted: put an empty line in between, and indent it like the list.',
  },
  *check(plan) {
    const { malformedBoxes, text, lifecycle } = plan;
    const lines = text.split('\n');
    // A plan is closed over what is not counted.
    const open = lifecycle === 'completed' ? openWhenMended(plan) : new Set<number>();
    for (const { text, fixed, range } of malformedBoxes) {
      const line = lines[range.start.line - 1] ?? '';
      yield {
        range,
        subject: line.trim(),
        ...(open.has(range.start.line) ? { concern: 'lifecycle' } : {}),
        ...(fixed === null
          ? { messageId: 'unparted', data: { name: text } }
          : {
              messageId: 'malformed',
              data: { name: withEmphasised(fixed, line.slice(range.end.column - 1)) },
              ...fixOf(replaceRange(range, fixed)),
            }),
      };
    }
  },
});

/** Emphasis that only begins is shown with what it is of. */
const withEmphasised = (fixed: string, behind: string): string =>
  /[*_~]$/.test(fixed) ? `${fixed}${behind.length > 30 ? `${behind.slice(0, 29)}…` : behind}` : fixed;
