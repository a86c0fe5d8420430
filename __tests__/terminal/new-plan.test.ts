import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { OUR_VOCABULARY, type Vocabulary } from '../../src/plan/vocabulary.ts';
import { RULES } from '../../src/rules/index.ts';
import { newPlan } from '../../src/terminal/new-plan.ts';
import { day } from '../report/sample-report.ts';
import { runScene } from '../rules/rule-test.ts';

const today = '2026-03-02';
const PATH = 'docs/plans/audit-log.md';

const textOf = (
  title: string,
  vocabulary: Vocabulary = OUR_VOCABULARY,
  owner: string | null = 'Ana',
): string => newPlan({ title, today: day(today), owner, vocabulary });

const findings = (text: string, vocabulary: Vocabulary = OUR_VOCABULARY, profile = 'recommended' as const) =>
  runScene({ path: PATH, text, today, vocabulary, profile }, RULES).map(({ rule, message }) => [
    rule,
    message,
  ]);

describe('a new plan', () => {
  test('is a draft dated today', () => {
    const plan = parsePlan(PATH, textOf('Audit log'));
    expect(plan.frontMatter.data).toEqual({
      type: 'plan',
      title: 'Audit log',
      lifecycle: 'draft',
      created: today,
      last_updated: today,
      owner: 'Ana',
    });
    expect(
      plan.phases.map(({ number, name, items }) => [number, name, items.map(({ kind }) => kind)]),
    ).toEqual([['1', 'Prepare', ['task', 'task', 'gate']]]);
  });

  test('has nothing that the rules are against', () => {
    expect(findings(textOf('Audit log'))).toEqual([]);
    expect(findings(textOf('Audit log', OUR_VOCABULARY, null))).toEqual([]);
  });

  test('is written in the words of the team', () => {
    const vocabulary: Vocabulary = {
      lifecycleAliases: new Map([
        ['shipped', 'completed'],
        ['not yet: begun', 'draft'],
      ]),
      fieldAliases: new Map([
        ['state', 'status'],
        ['updated', 'last_updated'],
      ]),
    };
    const text = textOf('Audit log', vocabulary);
    expect(parsePlan(PATH, text, { vocabulary }).frontMatter.written).toEqual({
      type: 'plan',
      title: 'Audit log',
      state: 'not yet: begun',
      created: today,
      updated: today,
      owner: 'Ana',
    });
    expect(findings(text, vocabulary)).toEqual([]);
  });

  test.each([
    'It\'s "quoted": {yes} & *no* #1',
    '- [ ] a task',
    '<!-- a comment',
    '--- # [link](https://example.org) ![x](y)',
    '🚀 `code ~~struck~~ @handle',
    'null',
    '2026-01-01',
    '# ## heading ##',
    'a | b \\ c',
  ])('may be called %j', (title) => {
    const text = textOf(title, OUR_VOCABULARY, title);
    const plan = parsePlan(PATH, text);
    expect(plan.title).toBe(title);
    expect(plan.owner).toEqual([title]);
    expect(plan.phases.map(({ name }) => name)).toEqual(['Prepare']);
    expect(findings(text)).toEqual([]);
  });
});
