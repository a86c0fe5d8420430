import { findMisreadText } from '../plan/misread-text.ts';
import type { Range } from '../plan/position.ts';
import { defineRule } from './rule.ts';

export const textEncoding = defineRule({
  id: 'text-encoding',
  description: 'Signs and accents are what they were when they were written.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'notice' },
  minimal: false,
  fixable: 'safe',
  fixedFirst: true,
  messages: {
    misread:
      'This text was saved in another encoding than it was read in: {{damaged}} was "{{restored}}", so write that again.',
  },
  *check({ text }) {
    const rangeOf = ranges(text);
    for (const { index, text: damaged, restored } of findMisreadText(text)) {
      const range = rangeOf(index, damaged.length);
      yield {
        messageId: 'misread',
        data: { damaged: `"${damaged}"`, restored },
        range,
        subject: damaged,
        fix: [{ range, text: restored }],
      };
    }
  },
});

/** From offsets to ranges, for stretches of one line in the order of the text. */
function ranges(text: string): (index: number, length: number) => Range {
  let line = 1;
  let start = 0;
  return (index, length) => {
    for (let end = text.indexOf('\n', start); end !== -1 && end < index; end = text.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    const column = index - start + 1;
    return { start: { line, column }, end: { line, column: column + length } };
  };
}
