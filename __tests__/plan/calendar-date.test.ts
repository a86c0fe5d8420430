import { describe, expect, test } from '@jest/globals';
import { addDays, dayIn, daysBetween, parseCalendarDate, startOfDay } from '../../src/plan/calendar-date.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { day } from '../report/sample-report.ts';

const FIRST = day('0100-01-01');
const LAST = day('9999-12-31');
const anyDay = fc.integer({ min: 0, max: daysBetween(FIRST, LAST) }).map((days) => addDays(FIRST, days));

describe('any day', () => {
  test('is read as it is written, with or without a time behind it', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('', 'T10:00:00Z', ' 23:01'), (date, time) => {
        expect(parseCalendarDate(date + time)).toBe(date);
      }),
    );
  });

  test('lies as far from another as days were added, and is later as text when it is later', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const days = daysBetween(from, to);
        expect(addDays(from, days)).toBe(to);
        expect(Math.sign(days)).toBe(from < to ? 1 : from > to ? -1 : 0);
      }),
    );
  });

  test('however many days are added to it, a day comes of it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1e9, max: 1e9 }), (date, days) => {
        const other = addDays(date, days);
        expect(parseCalendarDate(other)).toBe(other);
        expect(date === other || other > date === days > 0).toBe(true);
      }),
    );
  });

  test('begins in each time zone where it begins', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Pacific/Kiritimati',
      'Asia/Kathmandu',
    );
    const recent = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays(day('1990-01-01'), days));
    fc.assert(
      fc.property(zone, recent, (name, date) => {
        const start = startOfDay(name, date);
        expect(dayIn(name, start * 1000) >= date).toBe(true);
        expect(dayIn(name, (start - 1) * 1000) < date).toBe(true);
      }),
    );
  });
});

test('no day lies beyond what can be written with four digits', () => {
  expect([addDays(day('9999-12-30'), 30), addDays(day('0100-01-05'), -30), addDays(FIRST, 1e12)]).toEqual([
    LAST,
    FIRST,
    LAST,
  ]);
});

test('any text is a day that there is, or none', () => {
  const number = fc.nat(99).map((value) => String(value).padStart(2, '0'));
  const text = fc.oneof(
    fc
      .tuple(fc.nat(9_999), number, number)
      .map(([year, ...rest]) => [String(year).padStart(4, '0'), ...rest].join('-')),
    fc.string(),
  );
  fc.assert(
    fc.property(text, (some) => {
      const date = parseCalendarDate(some);
      expect(date === null || (some.trim().startsWith(date) && addDays(date, 0) === date)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

describe('behind a day', () => {
  test.each([
    ...['T10:00:00Z', 'T10:00', 'T23:59:60.999Z', 'T10:00:00,5+02:00', 't10:00:00.10-05:00', 'T10:00+0200'],
    ...[' 10:00', ' 9:30:00', '\t10:00:00 Z', ' 21:59:43.10 -5', '   00:00:00 +05:30'],
  ])('a time may stand: "%s"', (time) => {
    expect(parseCalendarDate(`2026-03-01${time}`)).toBe('2026-03-01');
  });

  test.each([
    ...[
      ' or when done',
      ' not really',
      ' forever',
      ' # soon',
      ' (estimated)',
      '?',
      '.',
      '/2026-04-01',
      '\nx',
    ],
    ...[
      'T99:99',
      'T',
      'T10',
      ' 10',
      'T24:00',
      'T10:60',
      'T10:00:61',
      'T10:00 +99',
      'T10:00Z or so',
      'T10:00ZZ',
    ],
    ...['10:00', ' T10:00', '-', '0', ' 2026-03-02'],
  ])('nothing else may: "%s"', (more) => {
    expect(parseCalendarDate(`2026-03-01${more}`)).toBeNull();
  });
});
