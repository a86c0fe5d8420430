import { expect, test } from '@jest/globals';
import { boundedValidator } from '../../src/checking/bounded-validator.ts';
import { compileSchema } from '../../src/schema/compile-schema.ts';
import type { SchemaProblem } from '../../src/schema/schema-problem.ts';
import { onlyOnce } from './only-once.ts';

const problem: SchemaProblem = { keyword: 'type', path: ['a'], expected: ['string'], actual: '1' };
const soon = <Value>(work: () => Value) => ({ value: work() });
const nothing = { data: {}, written: {}, nameOf: String };
test('a schema within its time says what it finds', () => {
  const { validate, gaps } = boundedValidator(() => () => [problem], 's.json', soon);
  expect(validate(nothing)).toEqual([problem]);
  expect(gaps()).toEqual([]);
});

test('front matter that was not validated blocks, and is counted', () => {
  const { validate, gaps } = boundedValidator(() => () => [problem], 's.json', onlyOnce());
  expect([validate(nothing), validate(nothing)]).toEqual([[], []]);
  expect(gaps()).toEqual([
    {
      what: 'schema',
      message:
        'The schema "s.json" ran out of its time, and 2 front matters were not validated: look for a "pattern" that tracks back, such as "(a+)+$", and for parts that refer to others many times over.',
      blocking: true,
      count: { of: 'schema', schema: 's.json', plans: 2 },
    },
  ]);
});

test('a schema that takes its time before it can be used at all is refused', () => {
  expect(() =>
    boundedValidator(
      () => () => [problem],
      's.json',
      () => null,
    ),
  ).toThrow('The schema "s.json" is too large or too complex to be used: shorten it.');
});

test.each([
  ['refers to itself and to nothing else', { $ref: '#' }],
  [
    'refers to itself in a circle',
    { $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } }, $ref: '#/$defs/a' },
  ],
])('a schema that %s is refused', (_, schema) => {
  const judge = () =>
    boundedValidator(() => compileSchema(JSON.stringify(schema), 's.json'), 's.json', soon).validate(nothing);
  expect(judge).toThrow(
    'The schema "s.json" is nested too deeply, or refers to itself without end: take that "$ref" away.',
  );
});

test('a schema that is nested too deeply is refused', () => {
  const deep = `${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
  expect(() => boundedValidator(() => compileSchema(deep, 's.json'), 's.json', soon)).toThrow(
    'The schema "s.json" is nested too deeply, or refers to itself without end: take that "$ref" away.',
  );
});
