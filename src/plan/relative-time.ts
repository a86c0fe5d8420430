import { addDays, type CalendarDate } from './calendar-date.ts';
import type { Stretch } from './text-line.ts';

/** `Weeks 1-2`, `Day 3`: counted from the first day of a plan, which is in week 1 and is day 1. */
export interface RelativeTime extends Stretch {
  readonly unit: 'week' | 'day';
  readonly first: number;
  /** null for an open end, as in `Week 9+`. */
  readonly last: number | null;
}

const SPAN =
  /(?<!\w)(week|day|wk)s?[ \t]+(\d{1,3})(?![\d.])(?:[ \t]*(?:-|–|—|to|through)[ \t]*(?:week|day|wk)?s?[ \t]*(\d{1,3})(?![\d.])|([ \t]*\+))?/i;

/** The first of a text; null when there is none, or it ends before it begins. `2 weeks` is a length, no time. */
export function relativeTimeIn(text: string): RelativeTime | null {
  const match = SPAN.exec(text);
  if (match === null) return null;
  const [whole, unit = '', from, to, open] = match;
  const first = Number(from);
  const last = open === undefined ? Number(to ?? from) : null;
  if (first < 1 || (last !== null && last < first)) return null;
  return {
    unit: unit.toLowerCase() === 'day' ? 'day' : 'week',
    first,
    last,
    index: match.index,
    length: whole.length,
  };
}

/** Its first and its last day, both inclusive. */
export function daysOf(
  { unit, first, last }: RelativeTime,
  start: CalendarDate,
): { readonly start: CalendarDate; readonly end: CalendarDate | null } {
  const length = unit === 'week' ? 7 : 1;
  return {
    start: addDays(start, (first - 1) * length),
    end: last === null ? null : addDays(start, last * length - 1),
  };
}
