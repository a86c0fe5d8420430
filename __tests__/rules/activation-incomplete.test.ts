import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/rules/index.ts';
import { ACTIVE, planText, runScene, type Scene, testRule, withKeys } from './rule-test.ts';

const BODY = '# Faster search\n\n- [ ] Build the index\n';
const DRAFT = withKeys(ACTIVE, { lifecycle: 'draft' });
const BARE = { owner: null, reviewed: null, expires: null };
const draft = planText(withKeys(DRAFT, BARE));
const bare = planText(withKeys(ACTIVE, BARE));

const without = (missing: string): string =>
  `The plan becomes active without ${missing}: add what is missing, or leave it a draft.`;

testRule('activation-incomplete', {
  valid: {
    'a plan that has it all': { base: draft, text: planText(ACTIVE, BODY) },
    'a plan that was active before': { base: bare, text: `${bare}\nMore text.\n` },
    'a plan that becomes something else': {
      base: draft,
      text: planText(withKeys(DRAFT, { ...BARE, lifecycle: 'archived' })),
    },
    'a plan that was in no known state': {
      base: planText(withKeys(DRAFT, { ...BARE, lifecycle: 'running' })),
      text: bare,
    },
    'a draft that is added': { text: draft, added: true },
    'a plan that is compared with nothing': { text: bare },
    'a plan on a scan': { text: bare, run: 'scan' },
    'text of the template, which another rule tells': {
      base: draft,
      text: planText(
        withKeys(ACTIVE, {
          owner: '[Team/person responsible]',
          reviewed: 'YYYY-MM-DD',
          expires: 'YYYY-MM-DD',
        }),
        BODY,
      ),
    },
    'a table of tasks, and a check list outside the phases': {
      base: draft,
      text: planText(ACTIVE, '# Faster search\n\n## Rollout\n\n- [ ] Tell everybody\n'),
    },
    'a fence that is never closed, and may hide a task': {
      base: draft,
      text: planText(ACTIVE, '# Faster search\n\n```\n- [ ] Build the index\n'),
    },
    'a plan in the profile that does not ask': { base: draft, text: bare, profile: 'minimal' },
  },
  invalid: {
    'a draft without anything that becomes active': {
      base: draft,
      text: bare,
      said: [
        {
          severity: 'error',
          at: '4:12-4:18',
          message: without('"owner", "expires", "reviewed" and a single task'),
        },
      ],
    },
    'a plan that is added as active': {
      text: planText(ACTIVE),
      added: true,
      said: [{ severity: 'error', at: '4:12-4:18', message: without('a single task') }],
    },
    'a completed plan that is taken up again, under the key "status"': {
      base: planText(withKeys(ACTIVE, { lifecycle: null, expires: null, status: 'completed' }), BODY),
      text: planText(withKeys(ACTIVE, { lifecycle: null, expires: null, status: 'active' }), BODY),
      said: [{ severity: 'error', at: '8:9-8:15', message: without('"expires"') }],
    },
    'a key in the words of the team': {
      base: draft,
      text: planText(withKeys(ACTIVE, { reviewed: null }), BODY),
      vocabulary: { fieldAliases: new Map([['last_reviewed', 'reviewed']]) },
      said: [{ severity: 'error', at: '4:12-4:18', message: without('"last_reviewed"') }],
    },
  },
});

describe('what is missing is told once', () => {
  const told = (scene: Scene): readonly string[] =>
    runScene({ base: draft, ...scene }, RULES)
      .map(({ rule }) => rule)
      .filter((rule) => rule !== 'last-updated-stale');

  test('where the rule runs, the others leave it to that', () => {
    expect(told({ text: bare })).toEqual(['activation-incomplete']);
  });

  test('where it is off, they speak', () => {
    const rules = { 'activation-incomplete': { level: 'off', options: {} } } as const;
    expect(told({ text: bare, rules })).toEqual(['front-matter-schema', 'no-expiry', 'unreviewed']);
  });

  test('where the profile does not have it, they speak', () => {
    expect(told({ text: bare, profile: 'minimal' })).toEqual(['front-matter-schema', 'unreviewed']);
  });

  test('where the plan was active before, they speak', () => {
    expect(told({ base: planText(ACTIVE), text: bare })).toEqual([
      'front-matter-schema',
      'no-expiry',
      'unreviewed',
    ]);
  });

  test('another key that is missing is still told', () => {
    const text = planText(withKeys(ACTIVE, { ...BARE, title: null }));
    expect(told({ text })).toEqual(['front-matter-schema', 'activation-incomplete']);
  });

  test('so is what a team asks of another mapping', () => {
    const schema = { type: 'object', properties: { ai: { type: 'object', required: ['owner'] } } };
    const text = planText([...withKeys(ACTIVE, BARE), 'ai:', '  priority: high']);
    expect(told({ text, schema })).toEqual(['activation-incomplete', 'front-matter-schema']);
  });
});
