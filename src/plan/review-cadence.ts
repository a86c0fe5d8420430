import { normaliseWord } from './lifecycle.ts';

/** Days; a month counts as its longest, so that nobody is late by the calendar alone. */
const WORDS: Readonly<Record<string, number>> = {
  daily: 1,
  weekly: 7,
  'bi-weekly': 14,
  biweekly: 14,
  fortnightly: 14,
  monthly: 31,
  quarterly: 92,
  'semi-annually': 184,
  semiannually: 184,
  'half-yearly': 184,
  annually: 366,
  yearly: 366,
};

const UNITS: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 31,
  quarter: 92,
  year: 366,
};

/** `45 days`, `every 2 weeks`, `every other month`, `once a year`; separators are folded to hyphens. */
const SPAN =
  /^(?:every-|each-|once-an?-|once-every-|per-)?(?:(?<count>\d{1,4})-?|(?<other>other-))?(?<unit>day|week|fortnight|month|quarter|year)s?$/;
/** Where the cadence ends and its circumstances begin: "weekly, on Mondays". */
const CIRCUMSTANCES = /[,;(/.]|\s(?:on|at|in|by|until|during|while|and|or|then)\s/;

/** Days; ten years. */
const MAX_DAYS = 3_650;

/** Words among which the nearest to a mistyped one is looked for. */
export const CADENCE_WORDS: readonly string[] = Object.keys(WORDS);

/** Days between two reviews: a number of days from 1 to 3650, or words that say a span of time; null for anything else. */
export function cadenceDays(value: unknown): number | null {
  const days = typeof value === 'string' ? daysIn(value) : value;
  return typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= MAX_DAYS ? days : null;
}

function daysIn(text: string): number | null {
  const word = normaliseWord(text.split(CIRCUMSTANCES, 1)[0] ?? '');
  if (/^\d{1,4}$/.test(word)) return Number(word);
  if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? null;
  const { count, other, unit = '' } = SPAN.exec(word)?.groups ?? {};
  const days = UNITS[unit];
  return days === undefined ? null : days * (other === undefined ? Number(count ?? 1) : 2);
}
