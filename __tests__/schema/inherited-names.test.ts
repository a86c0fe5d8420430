import { describe, expect, test } from '@jest/globals';
import { readFrontMatter } from '../../src/plan/read-front-matter.ts';
import { RULES } from '../../src/rules/index.ts';
import { compileSchema } from '../../src/schema/compile-schema.ts';
import { ACTIVE, planText, runScene } from '../rules/rule-test.ts';

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

const missingIn = (schema: object, text: string) =>
  compileSchema(
    JSON.stringify(schema),
    'plan.schema.json',
  )(readFrontMatter(text)).map(({ keyword, path }) => `${keyword} ${path.join('.')}`);

describe.each([
  'http://json-schema.org/draft-07/schema#',
  'https://json-schema.org/draft/2019-09/schema',
  'https://json-schema.org/draft/2020-12/schema',
])('by %s, what every object inherits', ($schema) => {
  test('is missing where the file does not have it, at every depth', () => {
    const schema = { $schema, required: NAMES, properties: { ai: { required: NAMES } } };
    expect(missingIn(schema, '---\ntitle: A\nai: {priority: high}\n---\n').toSorted()).toEqual(
      [...NAMES, ...NAMES.map((name) => `ai.${name}`)].map((path) => `required ${path}`).toSorted(),
    );
  });

  test('is there where it has it', () => {
    const text = `---\n${NAMES.map((name) => `${name}: A\n`).join('')}---\n`;
    expect(missingIn({ $schema, required: NAMES }, text)).toEqual([]);
  });

  test('is not held to a type', () => {
    const schema = { $schema, properties: { constructor: { type: 'string' }, toString: false } };
    expect(missingIn(schema, '---\ntitle: A\n---\n')).toEqual([]);
  });
});

test('a plan without the key is told so', () => {
  const schema = { required: ['constructor'] };
  const rules = RULES.filter(({ id }) => id === 'front-matter-schema');
  expect(runScene({ text: planText(ACTIVE), schema }, rules).map(({ message }) => message)).toEqual([
    'Add the missing key "constructor".',
  ]);
});
