import { defineRule } from './rule.ts';

/** Every mark with a meaning gives its item another state, but for these. */
const OPEN_MARKS: ReadonlySet<string> = new Set(['', ' ', '~']);

export const unknownCheckboxMark = defineRule({
  id: 'unknown-checkbox-mark',
  description: 'The mark of a check box is one whose meaning is known.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'notice' },
  minimal: false,
  messages: {
    unknown:
      'The mark {{names}} has no meaning here, and its box counts as open: use one of "[ ]", "[x]", "[/]", "[>]" and "[-]".',
  },
  *check({ phases }) {
    for (const { state, mark, text, range } of phases.flatMap(({ items }) => items)) {
      if (state !== 'open' || OPEN_MARKS.has(mark)) continue;
      yield { messageId: 'unknown', data: { name: `[${mark}]` }, range, subject: `${mark} ${text}` };
    }
  },
});
