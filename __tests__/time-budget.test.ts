import { expect, test } from '@jest/globals';
import { timeBudget } from '../src/time-budget.ts';

test('work within its time gives its value', () => {
  expect(timeBudget(1_000)(() => 6 * 7)).toEqual({ value: 42 });
});

test('an expression that tracks back for ever is ended, and nothing is run after it', () => {
  const within = timeBudget(50);
  expect(within(() => /^(a+)+$/.test(`${'a'.repeat(60)}!`))).toBeNull();
  expect(within(() => 'more')).toBeNull();
});

test('what the work throws is passed on', () => {
  const within = timeBudget(1_000);
  expect(() =>
    within(() => {
      throw new RangeError('Too far.');
    }),
  ).toThrow('Too far.');
});
