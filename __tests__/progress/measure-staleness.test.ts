import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '../../src/plan/calendar-date.ts';
import { parseCalendarDate } from '../../src/plan/calendar-date.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { measureStaleness } from '../../src/progress/measure-staleness.ts';
import type { Staleness } from '../../src/progress/staleness.ts';

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(`${text} is no day.`);
  return date;
}

const staleness = (lines: readonly string[], today = '2026-03-01', body = ''): Staleness =>
  measureStaleness(parsePlan('x.md', ['---', ...lines, '---', body].join('\n')), {
    today: day(today),
    reviewEvery: 30,
    expiringWithin: 14,
  });

const states = (...input: Parameters<typeof staleness>): readonly string[] =>
  staleness(...input).reasons.map(({ state }) => state);

const ACTIVE = 'lifecycle: active';
const REVIEWED = 'reviewed: 2026-02-28';

describe('expiry', () => {
  test.each([
    ['2026-02-28', ['expired']],
    ['2026-03-01', ['expiring-soon']],
    ['2026-03-15', ['expiring-soon']],
    ['2026-03-16', []],
  ])('on %s, seen on 2026-03-01', (expires, expected) => {
    expect(states([ACTIVE, REVIEWED, `expires: ${expires}`])).toEqual(expected);
  });

  test('of a draft is said when it has passed, not before', () => {
    expect(states(['lifecycle: draft', 'expires: 2026-02-28'])).toEqual(['expired']);
    expect(states(['lifecycle: draft', 'expires: 2026-03-02'])).toEqual([]);
    expect(states(['lifecycle: draft'])).toEqual([]);
  });

  test('that was never set is said of an active plan, also where the template stands', () => {
    expect(states([ACTIVE, REVIEWED])).toEqual(['no-expiry']);
    expect(states([ACTIVE, REVIEWED, 'expires: YYYY-MM-DD'])).toEqual(['no-expiry']);
  });

  test('that cannot be read is for the schema to speak of', () => {
    expect(states([ACTIVE, REVIEWED, 'expires: 2026-02-30'])).toEqual([]);
  });
});

describe('review', () => {
  const LATER = 'expires: 2027-01-01';

  test.each([
    ['30 days by default', [], '', '2026-01-30', '2026-01-29'],
    ['the days of the front matter', ['review_cadence: 10'], '', '2026-02-19', '2026-02-18'],
    ['weekly', ['review_cadence: Weekly'], '', '2026-02-22', '2026-02-21'],
    ['annually', ['review_cadence: annually'], '', '2025-02-28', '2025-02-27'],
    ['a span in words', ['review_cadence: 45 days'], '', '2026-01-15', '2026-01-14'],
    ['a word that says no time', ['review_cadence: sometimes'], '', '2026-01-30', '2026-01-29'],
    ['bi-weekly in the body', [], '**Review cadence:** Bi-weekly', '2026-02-15', '2026-02-14'],
    [
      'the front matter before the body',
      ['review_cadence: quarterly'],
      '**Review cadence:** weekly',
      '2025-11-29',
      '2025-11-28',
    ],
    ['monthly', ['review_cadence: monthly'], '', '2026-01-29', '2026-01-28'],
    [
      'the template in the body',
      [],
      '**Review cadence:** [Weekly/Bi-weekly/etc]',
      '2026-01-30',
      '2026-01-29',
    ],
  ])('with %s', (_, lines, body, stillGood, overdue) => {
    expect(states([ACTIVE, LATER, ...lines, `reviewed: ${stillGood}`], '2026-03-01', body)).toEqual([]);
    expect(states([ACTIVE, LATER, ...lines, `reviewed: ${overdue}`], '2026-03-01', body)).toEqual([
      'review-overdue',
    ]);
  });

  test('of a draft is due after 90 days, and may be missing', () => {
    expect(states(['lifecycle: draft', 'reviewed: 2025-12-01'])).toEqual([]);
    expect(states(['lifecycle: draft', 'reviewed: 2025-11-30'])).toEqual(['review-overdue']);
  });

  test('that never was is said of an active plan', () => {
    expect(states([ACTIVE, LATER])).toEqual(['unreviewed']);
    expect(states([ACTIVE, LATER, 'reviewed: YYYY-MM-DD'])).toEqual(['unreviewed']);
  });
});

test('the worst state is the headline, and the others are reasons, with their numbers', () => {
  expect(staleness([ACTIVE, 'expires: 2026-02-24', 'reviewed: 2026-01-25'])).toEqual({
    state: 'expired',
    reasons: [
      {
        state: 'expired',
        since: '2026-02-25',
        text: 'expired 5 days ago, on 2026-02-24',
        evidence: [],
      },
      {
        state: 'review-overdue',
        since: '2026-02-25',
        text: 'review overdue by 5 days (every 30 days, last on 2026-01-25)',
        evidence: [],
      },
    ],
  });
  expect(staleness([ACTIVE])).toMatchObject({ state: 'unreviewed' });
});

describe('since when', () => {
  const since = (lines: readonly string[], today?: string): readonly (string | null)[] =>
    staleness(lines, today).reasons.map((reason) => reason.since);
  const CREATED = 'created: 2025-12-01';

  test.each([
    ['the day after the last valid one', ['expires: 2026-02-20', REVIEWED], '2026-03-01', '2026-02-21'],
    ['over the end of a month', ['expires: 2026-01-31', REVIEWED], '2026-03-01', '2026-02-01'],
    ['on the leap day', ['expires: 2028-02-28', 'reviewed: 2028-02-28'], '2028-03-01', '2028-02-29'],
    ['after the leap day', ['expires: 2028-02-29', 'reviewed: 2028-02-28'], '2028-03-01', '2028-03-01'],
    ['in a year without one', ['expires: 2027-02-28', 'reviewed: 2027-02-28'], '2027-03-02', '2027-03-01'],
    ['over the end of a year', ['expires: 2025-12-31', REVIEWED], '2026-03-01', '2026-01-01'],
    ['soon: the day it came within reach', ['expires: 2026-03-10', REVIEWED], '2026-03-01', '2026-02-24'],
    [
      'overdue: the day after the due one',
      ['expires: 2027-01-01', 'reviewed: 2026-01-20'],
      '2026-03-01',
      '2026-02-20',
    ],
    ['no end: from the beginning on', [CREATED, REVIEWED], '2026-03-01', '2025-12-01'],
    ['no review: from the beginning on', [CREATED, 'expires: 2027-01-01'], '2026-03-01', '2025-12-01'],
    ['no beginning: nobody knows', [REVIEWED], '2026-03-01', null],
  ])('%s', (_, lines, today, expected) => {
    expect(since([ACTIVE, ...lines], today)).toEqual([expected]);
  });

  test('is the very first day of the state', () => {
    const plan = [ACTIVE, 'expires: 2028-02-28', 'reviewed: 2028-02-28'];
    expect(states(plan, '2028-02-28')).toEqual(['expiring-soon']);
    expect(states(plan, '2028-02-29')).toEqual(['expired']);
    expect(since(plan, '2028-02-29')).toEqual(['2028-02-29']);
  });
});

test.each(['completed', 'archived', 'superseded'])('a plan that is %s is exempt', (lifecycle) => {
  expect(staleness([`lifecycle: ${lifecycle}`, 'expires: 2020-01-01'])).toEqual({ state: null, reasons: [] });
});

test('a snooze with a reason silences through its date', () => {
  const snoozed = (until: string, reason: string): readonly string[] =>
    states([
      ACTIVE,
      'expires: 2026-01-01',
      REVIEWED,
      `check: {snooze: {until: ${until}, reason: ${reason}}}`,
    ]);
  expect(snoozed('2026-03-01', 'waiting for the audit')).toEqual([]);
  const check = 'check: {snooze: {until: 2026-03-01, reason: Audit}}';
  expect(staleness([ACTIVE, check])).toEqual({
    ...{ state: null, reasons: [], isSnoozed: true },
    snooze: { until: '2026-03-01', reason: 'Audit' },
  });
  expect(staleness(['lifecycle: completed', check])).toEqual({ state: null, reasons: [] });
  expect(snoozed('2026-02-28', 'waiting for the audit')).toEqual(['expired']);
  expect(snoozed('2026-03-01', '')).toEqual(['expired']);
  expect(snoozed('soon', 'waiting')).toEqual(['expired']);
});
