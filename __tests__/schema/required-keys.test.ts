import { describe, expect, test } from '@jest/globals';
import { requiredKeys } from '../../src/schema/required-keys.ts';

const keysOf = (schema: unknown) => requiredKeys(JSON.stringify(schema));
const bare = (key: string) => ({ key, allowed: [], types: [], format: null });

describe('keys that a schema requires', () => {
  test('are not known without a schema of the team', () => {
    expect([requiredKeys(null), requiredKeys('{'), requiredKeys('[]')]).toEqual([null, null, null]);
  });

  test('come with what is said of their values', () => {
    const schema = {
      required: ['a', 'b', 7, 'a'],
      properties: { a: { type: ['string', 'null'], format: 'date' }, b: { enum: ['x', 1, {}] }, c: {} },
    };
    expect(requiredKeys(`\uFEFF${JSON.stringify(schema)}`)).toEqual([
      { key: 'a', allowed: [], types: ['string', 'null'], format: 'date' },
      { key: 'b', allowed: ['x', '1'], types: [], format: null },
    ]);
  });

  test('may stand elsewhere in the schema', () => {
    expect(
      keysOf({ $ref: '#/$defs/a~1b', $defs: { 'a/b': { allOf: [{ required: ['x'] }], required: ['y'] } } }),
    ).toEqual([bare('y'), bare('x')]);
  });

  test.each([
    ['in a circle', { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/a' }], required: ['x'] } } }],
    ['of objects of the language', { $ref: '#/__proto__/constructor', required: ['x'], properties: [] }],
    ['nested without end', { required: ['x'], allOf: Array.from({ length: 1_000 }, () => ({ $ref: '#' })) }],
  ])('are found %s', (_, schema) => {
    expect(keysOf(schema)).toEqual([bare('x')]);
  });

  test('are bounded', () => {
    expect(keysOf({ required: Array.from({ length: 60 }, (_, index) => `k${index}`) })).toHaveLength(50);
  });
});
