import type { Stretch } from './text-line.ts';

const PERCENT = /(?<![\d.,])\[?(\d{1,3}(?:\.\d{1,4})?)\]?[ \t]?%/;
/** The lower end of `50–100%`, right before the upper one; with blanks at the start alone: not "Week 3 – 60%". */
const FROM = /(?<![-–—\d.,/\p{L}])(\d{1,3}(?:\.\d{1,4})?)[-–—]$/u;
const FROM_AT_START = /^(\d{1,3}(?:\.\d{1,4})?)[ \t](?:[-–—]|to)[ \t]$/;
/** Characters that the lower end may have. */
const MAX_FROM = 20;

/** The first percentage of a text with its sign, `75%` or `87.5 %`; null when there is none from 0 to 100. Of a range its lower end. */
export function readPercent(text: string): (Stretch & { readonly percent: number }) | null {
  const match = PERCENT.exec(text);
  const percent = Number(match?.[1]);
  if (match === null || percent > 100) return null;
  const before = text.slice(Math.max(0, match.index - MAX_FROM), match.index);
  const from = FROM.exec(before) ?? (before.length === match.index ? FROM_AT_START.exec(before) : null);
  const start = match.index - (from?.[0].length ?? 0);
  return {
    percent: Math.min(percent, Number(from?.[1] ?? percent)),
    index: start,
    length: match.index + match[0].length - start,
  };
}
