/** The only reader of the clock's `Date`: everywhere else a day is a `CalendarDate`. */

declare const calendarDate: unique symbol;

/** A real day of the calendar, `YYYY-MM-DD`. */
export type CalendarDate = string & { readonly [calendarDate]: true };

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})(.*)$/s;
/** As RFC 3339, ISO 8601 and the timestamps of YAML write one: `T10:00:00Z`, ` 9:30:00.5 -5`, `t10:00+02:00`. */
const TIME =
  /^(?:[Tt]|[ \t]+)(?:[01]?\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?[ \t]*(?:[Zz]|[+-](?:[01]?\d|2[0-3])(?::?[0-5]\d)?)?$/;

/**
 * Reads `YYYY-MM-DD`, or the date part of a date-time. Other words behind a day may take it back.
 * Returns null for what is not a real day: 2026-02-30 is never rolled over.
 */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = DATE.exec(text.trim());
  if (match === null || (match[4] !== '' && !TIME.test(match[4] ?? ''))) return null;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  return isoDay(date) === day ? asCalendarDate(day) : null;
}

/** Days from `from` to `to`; negative when `to` is the earlier one. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The first and the last day that can be written, and compared as text. */
const [FIRST_DAY, LAST_DAY] = [Date.UTC(100, 0, 1), Date.UTC(9999, 11, 31)];

/** The day `days` after `date` (before it, when negative); none is before the year 100 or after 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const day = Date.parse(date) + days * DAY_MS;
  return asCalendarDate(isoDay(new Date(Math.min(LAST_DAY, Math.max(FIRST_DAY, day)))));
}

/** The day it is at `instant` (milliseconds since the epoch) in an IANA time zone. Throws RangeError for an unknown zone. */
export function dayIn(timezone: string, instant: number): CalendarDate {
  return asCalendarDate(calendarOf(timezone).format(instant));
}

/** The first second of a day in an IANA time zone, since the epoch. Throws RangeError for an unknown zone. */
export function startOfDay(timezone: string, day: CalendarDate): number {
  const noon = Date.parse(day) / 1000 + DAY_MS / 2000;
  // Somewhere on the earth it is this day from 14 hours before its midnight in UTC on; the day of a zone may be skipped whole.
  let [before, within] = [noon - 27 * 3600, noon + 27 * 3600];
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayIn(timezone, middle * 1000) < day) before = middle;
    else within = middle;
  }
  return within;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than using it a hundred times. */
function calendarOf(timezone: string): Intl.DateTimeFormat {
  const calendar =
    calendars.get(timezone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  calendars.set(timezone, calendar);
  return calendar;
}

const isoDay = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));

const asCalendarDate = (day: string): CalendarDate => day as CalendarDate;
