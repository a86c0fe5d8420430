import type { Stretch } from './text-line.ts';

/** The first percentage of a text with its sign, `75%` or `87.5 %`; null when there is none from 0 to 100. */
export function readPercent(text: string): (Stretch & { readonly percent: number }) | null {
  const match = /(?<![\d.,])\[?(\d{1,3}(?:\.\d{1,4})?)\]?[ \t]?%/.exec(text);
  const percent = Number(match?.[1]);
  return match === null || percent > 100 ? null : { percent, index: match.index, length: match[0].length };
}
