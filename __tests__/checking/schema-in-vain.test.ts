import { describe, expect, test } from '@jest/globals';
import { schemaInVain } from '../../src/checking/schema-in-vain.ts';
import type { WithinTime } from '../../src/within-time.ts';

const inTime: WithinTime = (work) => ({ value: work() });
const SLIP = '{"propertys": {}}';

describe('a schema with a misspelt keyword', () => {
  test('is told of, and fails nothing', () => {
    expect(schemaInVain(SLIP, 'plan.json', inTime)).toEqual([
      {
        what: 'schema',
        message:
          'The schema "plan.json" says something in vain: "propertys" is no keyword (did you mean "properties"?).',
        blocking: false,
      },
    ]);
  });

  test('is used all the same where there is no time to look', () => {
    expect(schemaInVain(SLIP, 'plan.json', () => null)).toEqual([]);
  });
});

test('what cannot be compiled in the strict way is no worse for it', () => {
  expect(schemaInVain('{"type": 1}', 'plan.json', inTime)).toEqual([]);
});

test('the built-in schema and one without a slip are not told of', () => {
  expect(schemaInVain(null, null, inTime)).toEqual([]);
  expect(schemaInVain('{"properties": {}}', 'plan.json', inTime)).toEqual([]);
});
