import { afterAll, describe, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../github/local-github.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const SCHEMA = '.github/plan.schema.json';
const THE_SCHEMA = `The schema "${SCHEMA}"`;
const github = await startLocalGitHub();
afterAll(() => github.close());

let count = 0;
async function checkedWith(schema: unknown, keys: Readonly<Record<string, string | null>> = {}) {
  count += 1;
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema);
  const scene = createScene(github, `schema-${count}`, {
    base: schema === undefined ? {} : { [SCHEMA]: text },
    head: { [PLAN]: planText(keys) },
  });
  return outcome(await scene.check({ inputs: { schema: SCHEMA } }));
}

describe("a team's own schema", () => {
  test.concurrent.each([
    [
      'draft-07',
      {
        $schema: 'http://json-schema.org/draft-07/schema#',
        definitions: { team: { enum: ['Harbour', 'Tower'] } },
        properties: { team: { $ref: '#/definitions/team' } },
      },
    ],
    [
      '2019-09',
      {
        $schema: 'https://json-schema.org/draft/2019-09/schema',
        $defs: { team: { enum: ['Harbour', 'Tower'] } },
        properties: { team: { $ref: '#/$defs/team' } },
      },
    ],
    [
      '2020-12',
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $defs: { team: { enum: ['Harbour', 'Tower'] } },
        properties: { team: { $ref: '#/$defs/team' } },
      },
    ],
    ['no draft named', { properties: { team: { enum: ['Harbour', 'Tower'] } } }],
  ])('of %s is asked in place of the built-in one', async (_, schema) => {
    expect(await checkedWith(schema, { created: null, team: 'Habour' })).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [`error ${PLAN}:9:7 "team" must be one of Harbour, Tower; did you mean "Harbour"?`],
    });
    expect(await checkedWith(schema, { created: null, team: 'Tower' })).toMatchObject({
      ...{ exitCode: 0, conclusion: 'success', annotations: [] },
    });
  });
});

describe('a schema that cannot be used ends in a sentence:', () => {
  test.concurrent.each<readonly [string, unknown, string]>([
    ['no JSON', '{\n  "type": "object",\n}', `${THE_SCHEMA} is not JSON: correct line 3.`],
    ['no object', '[]', `${THE_SCHEMA} must be a JSON object.`],
    [
      'invalid',
      { properties: { team: { type: 'text' } } },
      `${THE_SCHEMA} is not a valid JSON Schema: "/properties/team/type" must be equal to one of the allowed values.`,
    ],
    [
      'an unknown draft',
      { $schema: 'http://json-schema.org/draft-04/schema#' },
      `${THE_SCHEMA} has the "$schema" "http://json-schema.org/draft-04/schema#", which is not known: use one of "http://json-schema.org/draft-07/schema", "https://json-schema.org/draft/2019-09/schema", "https://json-schema.org/draft/2020-12/schema".`,
    ],
    [
      'a remote $ref',
      { properties: { team: { $ref: 'https://example.com/team.json' } } },
      `${THE_SCHEMA} refers to "https://example.com/team.json", which is not part of it, and nothing is fetched: copy what it names into "$defs" and refer to that.`,
    ],
    [
      'a broken pattern',
      { properties: { team: { pattern: '(' } } },
      `${THE_SCHEMA} is not a valid JSON Schema: "/properties/team/pattern" is no regular expression.`,
    ],
    [
      'no file',
      undefined,
      `There is no file "${SCHEMA}"; "schema" must name a JSON Schema inside the repository.`,
    ],
  ])('%s', async (_, schema, sentence) => {
    expect(await checkedWith(schema)).toEqual({
      ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
      annotations: [`error ${sentence}`],
    });
  });
});

test('a pattern that tracks back for ever is ended, and the result is incomplete', async () => {
  const schema = { type: 'object', properties: { owner: { type: 'string', pattern: '^(a+)+$' } } };
  expect(await checkedWith(schema, { owner: `${'a'.repeat(60)}!` })).toMatchObject({
    exitCode: 1,
    conclusion: 'incomplete',
    annotations: [
      `error ${THE_SCHEMA} ran out of its time, and 1 front matter was not validated: look for a "pattern" that tracks back, such as "(a+)+$", and for parts that refer to others many times over.`,
    ],
  });
});
