import { PERCENT_SOURCE } from '../plan/percent-mark.ts';
import type { Range } from '../plan/position.ts';
import { datesIn } from '../plan/spoken-date.ts';
import { ARROW_SOURCE } from '../plan/state-arrow.ts';
import type { TextPlaces } from '../plan/text-places.ts';

/** Characters on either side that are looked at. */
const MAX_BESIDE = 300;
/** Where a value begins and ends: a cell, or the label of the next one. */
const BORDER = /(?<!\\)\||\*\*[^*|]{1,60}:\*\*|\*\*[^*|]{1,60}\*\*:|__[^_|]{1,60}:__/u;
const HEADING = /^ {0,3}#{1,6}[ \t]/;
/** Numbers and ways that go with a claim, and are wrong once it is another one. */
const NUMBERS = new RegExp(
  String.raw`${PERCENT_SOURCE}|(?<![\d/.])\d{1,6}\s?/\s?\d{1,6}(?![\d/])|\b\d{1,6} (?:out )?of (?:the )?\d|${ARROW_SOURCE}`,
  'iu',
);

/** A time of which the day or the year is not said: "done by May 2026", "since May 5", "in Q3". */
const TIME =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|20\d\d)\b/iu;

/**
 * Whether the value around a claim says more than the claim: a further percentage, a share, an arrow or, behind it, a
 * time. Nobody knows what that is to be once the claim is corrected. `others` are claims that are corrected by themselves.
 */
export function saysAnother(
  { lineAt }: TextPlaces,
  { start, end }: Range,
  others: readonly Range[] = [],
): boolean {
  const line = lineAt(end.line);
  const masked = others
    .filter((other) => other.start.line === end.line && other.end.line === end.line)
    .reduce((text, other) => blanked(text, other), line);
  const behind = masked.slice(end.column - 1, end.column - 1 + MAX_BESIDE).split(BORDER, 1)[0] ?? '';
  if (NUMBERS.test(behind) || TIME.test(behind) || datesIn(behind).length > 0) return true;
  // The name and the number of a phase stand in front of what its heading says.
  if (start.line !== end.line || HEADING.test(line)) return false;
  const before = masked.slice(Math.max(0, start.column - 1 - MAX_BESIDE), start.column - 1);
  return NUMBERS.test(before.split(BORDER).at(-1) ?? '');
}

const blanked = (text: string, { start, end }: Range): string =>
  text.slice(0, start.column - 1) +
  ' '.repeat(Math.max(0, end.column - start.column)) +
  text.slice(end.column - 1);
