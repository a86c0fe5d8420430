import { expect, test } from '@jest/globals';
import { schemaKeys } from '../../src/schema/schema-keys.ts';

const keysOf = (schema: unknown): readonly string[] => [...schemaKeys(JSON.stringify(schema))].toSorted();

test('the built-in schema stands for no keys of a team', () => {
  expect([...schemaKeys(null)]).toEqual([]);
});

test('keys are those that are declared or required, on any level', () => {
  const schema = {
    properties: {
      stage: { enum: ['a', 'b'] },
      team: { properties: { lead: {} }, required: ['lead', 'deputy'] },
    },
    allOf: [{ if: { required: ['stage'] }, else: { required: ['until'] } }],
    $defs: { extra: { properties: { budget: {} } } },
  };
  expect(keysOf(schema)).toEqual(['budget', 'deputy', 'lead', 'stage', 'team', 'until']);
});

test('a byte order mark does no harm', () => {
  expect([...schemaKeys('\uFEFF{"required": ["stage"]}')]).toEqual(['stage']);
});

test('what is no schema has no keys, and what is nested without end is not followed', () => {
  expect([...schemaKeys('{"properties": ')]).toEqual([]);
  const deep = `${'{"not":'.repeat(5000)}{"required": ["stage"]}${'}'.repeat(5000)}`;
  expect([...schemaKeys(deep)]).toEqual([]);
});
