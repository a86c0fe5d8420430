import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';
import type { Stretch } from './text-line.ts';

export interface FoundDate extends Stretch {
  readonly date: CalendarDate;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;

const ISO = /(?<![\w/-])(\d{4}-\d{2}-\d{2})(?:T[\d:.]{1,15}(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-])/g;
const YEAR_FIRST = /(?<![\w/])(\d{4})\/(\d{2})\/(\d{2})(?![\w/])/g;
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH}\.? ${DAY},? (\d{4})(?!\w)`, 'gi');
const DAY_FIRST = new RegExp(String.raw`(?<![\w/.])${DAY} (?:of )?${MONTH}\.?,? (\d{4})(?!\w)`, 'gi');

/** The text with what is struck through blanked out: it holds no more. */
const unstruck = (text: string): string => text.replace(/~~[^~]+~~/g, (struck) => ' '.repeat(struck.length));

/**
 * The days that a text names without doubt: `2026-03-01`, `2026/03/01`, `March 1, 2026`, `1 Mar 2026`, in the order
 * of the text. `03/04/2026` may be two days, and is none.
 */
export function datesIn(markdown: string): readonly FoundDate[] {
  if (!/\d{4}/.test(markdown)) return [];
  const text = unstruck(markdown);
  return [
    ...found(text, ISO, ([, day = '']) => day),
    ...found(text, YEAR_FIRST, ([, year, month, day]) => `${year}-${month}-${day}`),
    ...found(text, MONTH_FIRST, ([, month = '', day = '', year]) => isoDay(year, month, day)),
    ...found(text, DAY_FIRST, ([, day = '', month = '', year]) => isoDay(year, month, day)),
  ].toSorted((a, b) => a.index - b.index);
}

/** The first of them; null when there is none. */
export const firstDateIn = (markdown: string): FoundDate | null => datesIn(markdown)[0] ?? null;

const found = (
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => string,
): readonly FoundDate[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const date = parseCalendarDate(read(match));
    return date === null ? [] : [{ date, index: match.index, length: match[0].length }];
  });

function isoDay(year: string | undefined, month: string, day: string): string {
  const number = MONTHS.findIndex((name) => month.toLowerCase().startsWith(name)) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
