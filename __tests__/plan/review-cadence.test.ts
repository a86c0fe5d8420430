import { expect, test } from '@jest/globals';
import { CADENCE_WORDS, cadenceDays } from '../../src/plan/review-cadence.ts';

test.each<readonly [value: unknown, days: number | null]>([
  [45, 45],
  ['45', 45],
  ['45 days', 45],
  ['1 day', 1],
  ['every 45 days', 45],
  ['90-days', 90],
  ['every 2 weeks', 14],
  ['every other week', 14],
  ['every week', 7],
  ['Every Quarter', 92],
  ['once a month', 31],
  ['2 months', 62],
  ['1 year', 366],
  ['daily', 1],
  ['Weekly', 7],
  ['Bi-weekly', 14],
  ['bi_weekly', 14],
  ['biweekly', 14],
  ['monthly', 31],
  ['quarterly', 92],
  ['Semi-annually', 184],
  ['annually', 366],
  ['yearly', 366],
  ['Weekly.', 7],
  ['weekly, on Mondays', 7],
  ['Monthly on the first Monday', 31],
  ['weekly until the launch, then monthly', 7],
  [0, null],
  [-7, null],
  [1.5, null],
  [3650, 3650],
  [3651, null],
  ['0 days', null],
  ['11 years', null],
  ['bimonthly', null],
  ['sometimes', null],
  ['every sprint', null],
  ['', null],
  ['constructor', null],
  [true, null],
  [['weekly'], null],
  [null, null],
])('%j', (value, days) => {
  expect(cadenceDays(value)).toBe(days);
});

test('each word that is suggested says a span of time', () => {
  expect(CADENCE_WORDS.filter((word) => cadenceDays(word) === null)).toEqual([]);
});
