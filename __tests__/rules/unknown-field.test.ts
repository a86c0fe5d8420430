import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const withKey = (line: string): string => planText([...ACTIVE, line]);
const below = (...lines: readonly string[]): string => planText([...ACTIVE, 'ai:', ...lines]);

const message = (key: string, nearest: string): string =>
  `Nothing reads the key "${key}": write "${nearest}" if that is meant.`;

const twice = (key: string, nearest: string): string =>
  `Nothing reads the key "${key}", which stands beside "${nearest}": take one of the two away.`;

const disguised = (nearest: string): string =>
  `This key looks like "${nearest}" and has a character in it that shows as nothing or as another one, so nothing reads it: write it anew, or take it away.`;

testRule('unknown-field', {
  valid: {
    'known keys': { text: below('  priority: high', '  token_budget: 2000') },
    'keys of the team': {
      text: planText([
        ...ACTIVE,
        'slug: search',
        'tags: [search]',
        'state: open',
        'id: 7',
        'api: v2',
        'date: 2026-01-05',
      ]),
    },
    'keys that are near to a day and hold none': {
      text: planText(
        withKeys(ACTIVE, {
          reviewed: null,
          created: null,
          expires: null,
          reviewer: 'Ann',
          created_by: 'Ann',
          creator: 'Ann',
          expired: 'false',
        }),
      ),
    },
    'a key beside the one that it is near to': { text: withKey('owners: [search-team, index-team]') },
    'a key with two slips that is short': { text: withKey('tpye: plan') },
    'a key that the schema of the team names': {
      text: withKey('stakeholder: support'),
      schema: { type: 'object', properties: { stakeholder: { type: 'string' } } },
    },
    'a key that the schema of the team refuses, which it says itself': {
      text: withKey('stakeholder: support'),
      schema: { type: 'object', patternProperties: { '^[^s]': {} }, additionalProperties: false },
    },
    'a key that the team calls so': {
      text: withKey('stakeholder: support'),
      vocabulary: { fieldAliases: new Map([['stakeholder', 'stakeholders']]) },
    },
    'a word in the place of the mapping "ai"': { text: planText([...ACTIVE, 'checks: daily']) },
    'any plan on a scan': { text: withKey('stakeholder: support'), run: 'scan' },
  },
  invalid: {
    'a letter too few': {
      text: withKey('stakeholder: support'),
      said: [{ severity: 'warning', at: '10:1-10:12', message: message('stakeholder', 'stakeholders') }],
    },
    'two slips in a long key': {
      text: withKey('superseeded_byy: docs/plans/index.md'),
      said: [{ severity: 'warning', at: '10:1-10:16', message: message('superseeded_byy', 'superseded_by') }],
    },
    'other separators, and another case': {
      text: planText(
        withKeys(ACTIVE, {
          last_updated: null,
          'last-updated': '2026-02-20',
          owner: null,
          Owner: 'search-team',
        }),
      ),
      said: [
        { severity: 'warning', at: '8:1-8:13', message: message('last-updated', 'last_updated') },
        { severity: 'warning', at: '9:1-9:6', message: message('Owner', 'owner') },
      ],
    },
    'capitals in between': {
      text: planText([...ACTIVE, 'relatedCode: [src/search]']),
      said: [{ severity: 'warning', at: '10:1-10:12', message: message('relatedCode', 'related_code') }],
    },
    'a day under a key that is near to one': {
      text: planText(withKeys(ACTIVE, { expires: null, expiry: '2026-06-30' })),
      said: [{ severity: 'warning', at: '9:1-9:7', message: message('expiry', 'expires') }],
    },
    'a key below "ai"': {
      text: below('  token-budget: 2000', '  trigger: [search]'),
      said: [
        { severity: 'warning', at: '11:3-11:15', message: message('ai.token-budget', 'token_budget') },
        { severity: 'warning', at: '12:3-12:10', message: message('ai.trigger', 'triggers') },
      ],
    },
    'a key in another case beside the real one': {
      text: planText([...ACTIVE, 'Expires: never', 'Lifecycle: draft', 'last-updated: 2026-03-01']),
      said: [
        { severity: 'warning', at: '10:1-10:8', message: twice('Expires', 'expires') },
        { severity: 'warning', at: '11:1-11:10', message: twice('Lifecycle', 'lifecycle') },
        { severity: 'warning', at: '12:1-12:13', message: twice('last-updated', 'last_updated') },
      ],
    },
    'a key with another character in it, beside the real one': {
      text: planText([...ACTIVE, 'exp\u200bires: 2027-01-01', '\u0435xpires: 2027-01-02', 'ｏwner: Ann']),
      said: [
        { severity: 'warning', at: '10:1-10:9', message: disguised('expires') },
        { severity: 'warning', at: '11:1-11:8', message: disguised('expires') },
        { severity: 'warning', at: '12:1-12:6', message: disguised('owner') },
      ],
    },
    'the same alone': {
      text: planText([
        ...withKeys(ACTIVE, { expires: null }),
        '\u0435xpires: never',
        'ai:',
        '  prior\u0131ty: high',
      ]),
      said: [
        { severity: 'warning', at: '9:1-9:8', message: disguised('expires') },
        { severity: 'warning', at: '11:3-11:11', message: disguised('priority') },
      ],
    },
    'a key near to one of the team': {
      text: withKey('reviewer_nam: Ann'),
      vocabulary: { fieldAliases: new Map([['reviewer_name', 'owner']]) },
      said: [{ severity: 'warning', at: '10:1-10:13', message: message('reviewer_nam', 'reviewer_name') }],
    },
    'a draft, and what was there before': {
      base: planText([...withKeys(ACTIVE, { lifecycle: 'draft' }), 'stakeholder: support']),
      text: planText([...withKeys(ACTIVE, { lifecycle: 'draft' }), 'stakeholder: all']),
      said: [
        {
          severity: 'warning',
          at: '10:1-10:12',
          message: message('stakeholder', 'stakeholders'),
          isNew: false,
        },
      ],
    },
  },
});
