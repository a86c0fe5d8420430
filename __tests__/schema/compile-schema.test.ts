import { describe, expect, test } from '@jest/globals';
import { PlanCheckError } from '../../src/plan-check-error.ts';
import { compileSchema } from '../../src/schema/compile-schema.ts';
import type { SchemaProblem } from '../../src/schema/schema-problem.ts';

const validate = (schema: object, data: Record<string, unknown>): readonly SchemaProblem[] =>
  compileSchema(JSON.stringify(schema), 'plan.schema.json')({ data: {}, written: data, nameOf: String });

describe('the built-in schema', () => {
  const validateOurs = compileSchema(null, '');
  const builtIn = (data: Record<string, unknown>) => validateOurs({ data, written: {}, nameOf: String });
  const good = {
    type: 'plan',
    title: 'Search',
    lifecycle: 'draft',
    created: '2026-01-05',
    last_updated: '2026-02-01',
  };

  test.each<[string, Record<string, unknown>]>([
    ['a draft with the four keys', good],
    ['status in place of lifecycle', { ...good, lifecycle: undefined, status: 'draft' }],
    ['an active plan with an owner', { ...good, lifecycle: 'active', owner: 'search-team' }],
    ['several owners', { ...good, lifecycle: 'active', owner: ['ada', 'grace'] }],
    ['a superseded plan with its successor', { ...good, lifecycle: 'superseded', superseded_by: 'new.md' }],
    ['a draft by lifecycle, whatever the status', { ...good, status: 'active' }],
    ['extra keys', { ...good, sprint: 12, check: { ignore: [] } }],
    ['a date-time', { ...good, created: '2026-01-05T10:00:00Z' }],
    [
      'all that agents need',
      { ...good, ai: { priority: 'high', context_load: 'always', triggers: ['search'], token_budget: 2500 } },
    ],
  ])('accepts %s', (_, data) => {
    expect(builtIn(JSON.parse(JSON.stringify(data)))).toEqual([]);
  });

  const missing = (key: string, ...others: string[]): SchemaProblem => ({
    keyword: 'required',
    path: [key],
    expected: [key, ...others],
    actual: '',
  });

  test.each<[string, Record<string, unknown>, readonly SchemaProblem[]]>([
    [
      'names every missing key',
      {},
      [
        missing('lifecycle', 'status'),
        missing('type'),
        missing('title'),
        missing('created'),
        missing('last_updated'),
      ],
    ],
    ['wants an owner of an active plan', { ...good, lifecycle: 'active' }, [missing('owner')]],
    [
      'wants the owner whatever the case',
      { ...good, lifecycle: 'Active', owner: 'x' },
      [
        {
          keyword: 'enum',
          path: ['lifecycle'],
          expected: ['draft', 'active', 'completed', 'archived', 'superseded'],
          actual: 'Active',
        },
      ],
    ],
    [
      'wants a successor of a superseded plan',
      { ...good, lifecycle: 'superseded' },
      [missing('superseded_by')],
    ],
    [
      'names the allowed words',
      { ...good, ai: { priority: 'hihg' } },
      [
        {
          keyword: 'enum',
          path: ['ai', 'priority'],
          expected: ['critical', 'high', 'medium', 'low'],
          actual: 'hihg',
        },
      ],
    ],
    [
      'wants days of the calendar',
      { ...good, reviewed: '2026-02-30' },
      [{ keyword: 'format', path: ['reviewed'], expected: ['date'], actual: '2026-02-30' }],
    ],
    [
      'wants texts in lists',
      { ...good, related_code: ['src', 7] },
      [{ keyword: 'type', path: ['related_code', 1], expected: ['string'], actual: '7' }],
    ],
    [
      'wants another type',
      { ...good, type: 'note' },
      [{ keyword: 'const', path: ['type'], expected: ['plan'], actual: 'note' }],
    ],
    [
      'has one problem for a value of the wrong type',
      { ...good, owner: { name: 'ada' } },
      [{ keyword: 'type', path: ['owner'], expected: ['string', 'array'], actual: '{"name":"ada"}' }],
    ],
  ])('%s', (_, data, problems) => {
    expect(builtIn(data)).toEqual(problems);
  });
});

describe('a schema of the team', () => {
  test.each([
    ['http://json-schema.org/draft-07/schema#'],
    ['https://json-schema.org/draft-07/schema'],
    ['https://json-schema.org/draft/2019-09/schema'],
    ['https://json-schema.org/draft/2020-12/schema'],
  ])('may be written in %s', ($schema) => {
    expect(validate({ $schema, required: ['owner'] }, {})).toEqual([
      { keyword: 'required', path: ['owner'], expected: ['owner'], actual: '' },
    ]);
  });

  test('is read by its own draft', () => {
    const pair = { type: 'array', items: [{ type: 'string' }, { type: 'number' }] };
    const draft07 = { $schema: 'http://json-schema.org/draft-07/schema#', properties: { pair } };
    expect(validate(draft07, { pair: ['a', 'b'] })).toEqual([
      { keyword: 'type', path: ['pair', 1], expected: ['number'], actual: 'b' },
    ]);
    expect(validate({ properties: { pair: { prefixItems: pair.items } } }, { pair: ['a', 'b'] })).toEqual([
      { keyword: 'type', path: ['pair', 1], expected: ['number'], actual: 'b' },
    ]);
    const draft2019 = {
      ...draft07,
      $schema: 'https://json-schema.org/draft/2019-09/schema',
      unevaluatedProperties: false,
    };
    expect(validate(draft2019, { pair: ['a', 1], x: 1 })).toEqual([
      { keyword: 'unevaluatedProperties', path: ['x'], expected: ['pair'], actual: '{"pair":["a",1],"x":1}' },
    ]);
  });

  test('may carry keywords of other tools', () => {
    expect(
      validate({ 'x-editor': true, properties: { a: { type: 'string', widget: 'line' } } }, { a: 'b' }),
    ).toEqual([]);
  });

  test('says strictly what a date is', () => {
    expect(
      validate({ properties: { created: { format: 'date' } } }, { created: '2026-01-05T10:00:00Z' }),
    ).toEqual([{ keyword: 'format', path: ['created'], expected: ['date'], actual: '2026-01-05T10:00:00Z' }]);
  });

  test('does not change the data', () => {
    const data = { a: '1' };
    validate({ properties: { a: { type: 'number' }, b: { default: 2 } } }, data);
    expect(data).toEqual({ a: '1' });
  });

  test('does not read what it compares with from the data', () => {
    const schema = { properties: { low: { maximum: { $data: '1/high' } }, high: {} } };
    expect(() => validate(schema, { low: 3, high: 2 })).toThrow(PlanCheckError);
  });

  test('may lean on its own definitions and on the draft itself', () => {
    const schema = {
      $defs: { name: { type: 'string' } },
      properties: {
        a: { $ref: '#/$defs/name' },
        b: { $ref: 'https://json-schema.org/draft/2020-12/schema' },
      },
    };
    expect(validate(schema, { a: 'x', b: true })).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['is not JSON', '{\n  "type": "object",\n}', 'The schema "team.json" is not JSON: correct line 3.'],
    ['is not an object', '[]', 'The schema "team.json" must be a JSON object.'],
    [
      'has an unknown draft',
      '{"$schema": "http://json-schema.org/draft-04/schema#"}',
      'The schema "team.json" has the "$schema" "http://json-schema.org/draft-04/schema#", which is not known: use one of "http://json-schema.org/draft-07/schema", "https://json-schema.org/draft/2019-09/schema", "https://json-schema.org/draft/2020-12/schema".',
    ],
    [
      'is not a valid schema',
      '{"properties": {"a": {"type": "text"}}}',
      'The schema "team.json" is not a valid JSON Schema: "/properties/a/type" must be equal to one of the allowed values.',
    ],
    [
      'has a pattern that is none',
      '{"properties": {"a": {"pattern": "("}}}',
      'The schema "team.json" is not a valid JSON Schema: "/properties/a/pattern" is no regular expression.',
    ],
    [
      'would answer later',
      '{"$async": true, "required": ["nope"]}',
      'The schema "team.json" has "$async", which is not supported: nothing in a plan is waited for. Take it away.',
    ],
    [
      'would answer later in a part',
      '{"$ref": "#/$defs/a", "$defs": {"a": {"$async": true, "required": ["nope"]}}}',
      'The schema "team.json" has "$async", which is not supported: nothing in a plan is waited for. Take it away.',
    ],
    [
      'refers to another place',
      '{"properties": {"a": {"$ref": "https://example.com/a.json"}}}',
      'The schema "team.json" refers to "https://example.com/a.json", which is not part of it, and nothing is fetched: copy what it names into "$defs" and refer to that.',
    ],
    [
      'refers to a definition that it lacks',
      '{"properties": {"a": {"$ref": "#/$defs/a"}}}',
      'The schema "team.json" refers to "#/$defs/a", which is not part of it, and nothing is fetched: copy what it names into "$defs" and refer to that.',
    ],
    [
      'has the name of its draft',
      '{"$id": "https://json-schema.org/draft/2020-12/schema"}',
      'The schema "team.json" has the "$id" "https://json-schema.org/draft/2020-12/schema", which is the name of another schema: give it one of its own, or take "$id" away.',
    ],
  ])('that %s is refused', (_, text, message) => {
    expect(() => compileSchema(text, 'team.json')).toThrow(new PlanCheckError(message));
  });
});

describe('problems', () => {
  const properties = (a: object, value: unknown, more: object = {}): readonly SchemaProblem[] =>
    validate({ properties: { a }, ...more }, { a: value });

  test('are one a property, the one to mend first', () => {
    expect(properties({ minLength: 5, pattern: '^x', enum: ['xxxxx'] }, 'y')).toEqual([
      { keyword: 'enum', path: ['a'], expected: ['xxxxx'], actual: 'y' },
    ]);
  });

  test.each<[string, object, unknown, readonly SchemaProblem[]]>([
    [
      'of the types of all branches are joined',
      { anyOf: [{ type: 'string' }, { type: 'array' }] },
      7,
      [{ keyword: 'type', path: ['a'], expected: ['string', 'array'], actual: '7' }],
    ],
    [
      'of the branch that was meant are told',
      {
        oneOf: [
          { type: 'string', minLength: 3 },
          { type: 'array', items: { type: 'string' } },
        ],
      },
      ['x', 7],
      [{ keyword: 'type', path: ['a', 1], expected: ['string'], actual: '7' }],
    ],
    [
      'of words are joined',
      { anyOf: [{ const: 'x' }, { enum: ['y', 'z'] }] },
      'w',
      [{ keyword: 'enum', path: ['a'], expected: ['x', 'y', 'z'], actual: 'w' }],
    ],
    [
      'of words beside other types are the words',
      { anyOf: [{ type: 'number' }, { enum: ['low', 'high'] }] },
      'hihg',
      [{ keyword: 'enum', path: ['a'], expected: ['low', 'high'], actual: 'hihg' }],
    ],
    [
      'of branches that differ in everything say just that',
      { anyOf: [{ minLength: 3 }, { pattern: '^y' }] },
      'x',
      [{ keyword: 'anyOf', path: ['a'], expected: [], actual: 'x' }],
    ],
    [
      'of two branches that both match say just that',
      { oneOf: [{ type: 'string' }, { minLength: 1 }] },
      'x',
      [{ keyword: 'oneOf', path: ['a'], expected: [], actual: 'x' }],
    ],
    [
      'of an alternative in an alternative are reduced from the inside',
      {
        anyOf: [
          { type: 'number' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'boolean' }] } },
        ],
      },
      [1],
      [{ keyword: 'type', path: ['a', 0], expected: ['string', 'boolean'], actual: '1' }],
    ],
    [
      'of a key that may not be there stand at the key',
      { additionalProperties: false, properties: { known: {} } },
      { knwon: 1 },
      [{ keyword: 'additionalProperties', path: ['a', 'knwon'], expected: ['known'], actual: '{"knwon":1}' }],
    ],
    [
      'of a key whose name is wrong stand at the key',
      { propertyNames: { pattern: '^[a-z]+$' } },
      { 'A/b~': 1 },
      [{ keyword: 'propertyNames', path: ['a', 'A/b~'], expected: [], actual: '{"A/b~":1}' }],
    ],
    [
      'of a key that another key asks for stand at the missing key',
      { dependentRequired: { x: ['y'] } },
      { x: 1 },
      [{ keyword: 'required', path: ['a', 'y'], expected: ['y'], actual: '' }],
    ],
    [
      'of a condition are those of its consequence',
      JSON.parse('{"if": {"type": "string"}, "then": {"minLength": 2}}'),
      'x',
      [{ keyword: 'minLength', path: ['a'], expected: ['2'], actual: 'x' }],
    ],
    [
      'show a long value as one short line',
      { maxLength: 3 },
      `first\r\nsecond ${'x'.repeat(500)}`,
      [{ keyword: 'maxLength', path: ['a'], expected: ['3'], actual: `first second ${'x'.repeat(66)}…` }],
    ],
  ])('%s', (_, a, value, problems) => {
    expect(properties(a, value)).toEqual(problems);
  });

  test('of branches by reference are joined too', () => {
    const $defs = { text: { type: 'string' }, list: { type: 'array' } };
    expect(properties({ anyOf: [{ $ref: '#/$defs/text' }, { $ref: '#/$defs/list' }] }, 7, { $defs })).toEqual(
      [{ keyword: 'type', path: ['a'], expected: ['string', 'array'], actual: '7' }],
    );
  });

  test('are bounded', () => {
    const data = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, 1]));
    expect(validate({ additionalProperties: { type: 'string' } }, data)).toHaveLength(100);
  });
});
