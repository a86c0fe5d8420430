import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonPieces } from '../../src/report/json-pieces.ts';
import { report } from './sample-report.ts';

test('a report in pieces is what it is as a whole, however often one looks', () => {
  const pieces = jsonPieces(report());
  const whole = JSON.stringify(report(), null, 2);
  expect([...pieces].join('')).toBe(whole);
  expect([...pieces].join('')).toBe(whole);
});

test('every plan is a piece of its own', () => {
  const plans = ['a', 'b', 'c'].map((path) => ({ path }));
  expect([...jsonPieces({ plans })].filter((piece) => piece.includes('path'))).toHaveLength(3);
});

test('so is any object', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2));
    }),
    { seed: 1, numRuns: 200 },
  );
  expect([...jsonPieces({ a: undefined, b: [undefined, 1] })].join('')).toBe(
    JSON.stringify({ a: undefined, b: [undefined, 1] }, null, 2),
  );
});
