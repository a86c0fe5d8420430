import { describe, expect, test } from '@jest/globals';
import { schemaDoubts } from '../../src/schema/schema-doubts.ts';

const doubts = (schema: object | string): string | null =>
  schemaDoubts(typeof schema === 'string' ? schema : JSON.stringify(schema), 'plan.json');
const inVain = (what: string): string => `The schema "plan.json" says something in vain: ${what}.`;

describe('what a schema says in vain', () => {
  test.each<[string, object | string, string]>([
    ['a misspelt keyword', { propertys: {} }, '"propertys" is no keyword (did you mean "properties"?)'],
    ['the singular', { property: {} }, '"property" is no keyword (did you mean "properties"?)'],
    ['letters in another order', { tpye: 'object' }, '"tpye" is no keyword (did you mean "type"?)'],
    ['another case', { minlength: 1 }, '"minlength" is no keyword (did you mean "minLength"?)'],
    [
      'a slip below a property and in a definition that is used',
      { properties: { a: { requried: [] }, b: { $ref: '#/$defs/day' } }, $defs: { day: { patern: '' } } },
      '"requried" is no keyword (did you mean "required"?); "patern" is no keyword (did you mean "pattern"?)',
    ],
    [
      'a format that nobody knows',
      { properties: { created: { type: 'string', format: 'dat' } } },
      'the format "dat" is not known, and is not looked at',
    ],
    [
      'a keyword of a later draft',
      { $schema: 'http://json-schema.org/draft-07/schema#', dependentRequired: { a: ['b'] } },
      '"dependentRequired" is no keyword of this draft',
    ],
    [
      'a key that stands twice',
      '{\n"required": ["a"],\n"properties": {"a": {}},\n"r\\u0065quired": []\n}',
      '"required" stands twice (lines 2 and 4), and the last one counts',
    ],
    [
      'more than is shown',
      { propertys: {}, requierd: [], minlenght: 1, maxlenght: 2 },
      '"propertys" is no keyword (did you mean "properties"?); "requierd" is no keyword (did you mean "required"?); "minlenght" is no keyword (did you mean "minLength"?); and 1 more',
    ],
  ])('is %s', (_, schema, what) => {
    expect(doubts(schema)).toBe(inVain(what));
  });

  test.each<[string, object | string]>([
    ['what everybody knows', { type: 'object', properties: { a: { format: 'date', examples: ['x'] } } }],
    ['keywords of a team', { 'x-propertys': {}, 'x-order': 1, 'X-type': 1 }],
    [
      'keywords of other tools',
      {
        markdownDescription: '',
        enumDescriptions: [],
        tsType: '',
        note: '',
        example: 1,
        defaultSnippets: [],
      },
    ],
    ['keys of plans that look like keywords', { properties: { propertys: { type: 'string' } } }],
    ['the same key in several objects', '{"properties": {"a": {"type": "string"}, "b": {"type": "string"}}}'],
    ['texts that look like keys', '{"enum": ["type", "type", {"a": 1}], "default": [{"a": 1}, {"a": 1}]}'],
  ])('is not %s', (_, schema) => {
    expect(doubts(schema)).toBeNull();
  });
});
