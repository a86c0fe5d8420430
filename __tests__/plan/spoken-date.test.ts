import { describe, expect, test } from '@jest/globals';
import { parseCalendarDate } from '../../src/plan/calendar-date.ts';
import { daysOf, relativeTimeIn } from '../../src/plan/relative-time.ts';
import { datesIn } from '../../src/plan/spoken-date.ts';

/** Each day with the text that names it. */
const days = (text: string): readonly string[] =>
  datesIn(text).map(({ date, index, length }) => `${date} ${text.slice(index, index + length)}`);

describe('a day', () => {
  test.each([
    ['2026-03-01', ['2026-03-01 2026-03-01']],
    ['on 2026-03-01T09:00:00Z at noon', ['2026-03-01 2026-03-01T09:00:00Z']],
    ['2026/03/01', ['2026-03-01 2026/03/01']],
    ['March 1, 2026', ['2026-03-01 March 1, 2026']],
    ['mar 1st 2026', ['2026-03-01 mar 1st 2026']],
    ['1 Mar 2026', ['2026-03-01 1 Mar 2026']],
    ['the 1st of March, 2026.', ['2026-03-01 1st of March, 2026']],
    ['Sept. 30, 2026', ['2026-09-30 Sept. 30, 2026']],
    [
      '**2026-03-01** to May 1, 2026 (was 2026-04-15)',
      ['2026-03-01 2026-03-01', '2026-05-01 May 1, 2026', '2026-04-15 2026-04-15'],
    ],
    ['~~2026-03-01~~ 2026-03-08', ['2026-03-08 2026-03-08']],
  ])('is read from %j', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  test.each([
    '03/04/2026',
    '3.4.2026',
    '01-02-2026',
    'March 1',
    'March 2026',
    '2026-02-30',
    'February 29, 2026',
    '2026-3-1',
    'docs/2026-03-01-notes.md',
    'plan-2026-03-01',
    '12026-03-01',
    'YYYY-MM-DD',
    'Q2 2026',
    '',
  ])('is not guessed from %j', (text) => {
    expect(days(text)).toEqual([]);
  });
});

describe('weeks and days of a plan', () => {
  const start = parseCalendarDate('2026-01-05');
  const span = (text: string): readonly [string, string, string | null] | null => {
    const time = relativeTimeIn(text);
    if (time === null || start === null) return null;
    const { start: first, end } = daysOf(time, start);
    return [text.slice(time.index, time.index + time.length), first, end];
  };

  test.each([
    ['Week 1', 'Week 1', '2026-01-05', '2026-01-11'],
    ['in weeks 1-2, then', 'weeks 1-2', '2026-01-05', '2026-01-18'],
    ['Week 3 to Week 4', 'Week 3 to Week 4', '2026-01-19', '2026-02-01'],
    ['Weeks 52 – 53', 'Weeks 52 – 53', '2026-12-28', '2027-01-10'],
    ['Day 1', 'Day 1', '2026-01-05', '2026-01-05'],
    ['Days 2-3', 'Days 2-3', '2026-01-06', '2026-01-07'],
    ['Week 5+', 'Week 5+', '2026-02-02', null],
  ])('are counted from its start: %s', (text, said, first, end) => {
    expect(span(text)).toEqual([said, first, end]);
  });

  test.each(['2 weeks', '1-2 weeks', 'Week 0', 'Weeks 4-2', 'Weeks X-Y', 'weekly 3', 'Week 1.5', 'biweek 3'])(
    'are not in %j',
    (text) => {
      expect(span(text)).toBeNull();
    },
  );
});
