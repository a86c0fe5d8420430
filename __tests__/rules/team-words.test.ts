import { describe, expect, test } from '@jest/globals';
import type { Vocabulary } from '../../src/plan/vocabulary.ts';
import type { Diagnostic } from '../../src/rules/diagnostic.ts';
import { RULES } from '../../src/rules/index.ts';
import { ACTIVE, planText, runScene, type Scene, withKeys } from './rule-test.ts';

const vocabulary: Vocabulary = {
  lifecycleAliases: new Map([
    ['future', 'draft'],
    ['doing', 'active'],
    ['shipped', 'completed'],
  ]),
  fieldAliases: new Map([
    ['last_reviewed', 'reviewed'],
    ['ends', 'expires'],
    ['state', 'status'],
  ]),
};

/** A plan that says everything in the words of its team, and nothing is wrong with. */
const OURS = withKeys(ACTIVE, {
  lifecycle: null,
  reviewed: null,
  expires: null,
  state: 'doing',
  last_reviewed: '2026-02-20',
  ends: '2026-06-30',
});

const IDS = [
  'template-text',
  'front-matter-schema',
  'date-order',
  'status-lifecycle',
  'lifecycle-folder',
  'lifecycle-transition',
  'expired',
  'unreviewed',
  'no-expiry',
  'review-overdue',
];

const said = (keys: Readonly<Record<string, string | null>>, scene: Partial<Scene> = {}) =>
  runScene(
    { vocabulary, text: planText(withKeys(OURS, keys)), ...scene },
    RULES.filter(({ id }) => IDS.includes(id)),
  ).map(({ rule, severity, range: { start }, message }: Diagnostic) => [
    rule,
    severity,
    `${start.line}:${start.column}`,
    message,
  ]);

describe('a plan in the words of its team', () => {
  test('is as good as one in ours', () => {
    expect(said({})).toEqual([]);
    expect(said({ state: 'future' })).toEqual([]);
    expect(said({ state: 'shipped', lifecycle: 'completed' })).toEqual([]);
  });

  test('is held to what its state asks for', () => {
    expect(said({ owner: null })).toEqual([
      ['front-matter-schema', 'error', '1:1', 'Add the missing key "owner".'],
    ]);
  });

  test('is told of the key that it has', () => {
    expect(said({ ends: '2026-02-30', last_reviewed: '2026-03-20' })).toEqual([
      [
        'date-order',
        'error',
        '8:16',
        '"last_reviewed" (2026-03-20) is in the future: set the day on which it happened.',
      ],
      [
        'front-matter-schema',
        'error',
        '9:7',
        '"2026-02-30" in "ends" is not a day of the calendar: write one as YYYY-MM-DD.',
      ],
    ]);
    expect(said({ ends: '2026-03-01' })).toEqual([
      [
        'expired',
        'warning',
        '9:7',
        'The plan expired on 2026-03-01, 1 day ago: set "ends" to a day to come, or close the plan.',
      ],
    ]);
    expect(said({ ends: 'YYYY-MM-DD' })).toEqual([
      ['template-text', 'error', '9:7', 'Fill in what the template left open: "ends".'],
    ]);
  });

  test('is told of its own key where it has none', () => {
    expect(said({ last_reviewed: null, ends: null })).toEqual([
      [
        'no-expiry',
        expect.anything(),
        '1:1',
        'The plan is active and has no end: write its last day into "ends".',
      ],
      [
        'unreviewed',
        expect.anything(),
        '1:1',
        expect.stringContaining('write the day into "last_reviewed".'),
      ],
    ]);
  });

  test('may choose among all words for a state', () => {
    expect(said({ state: 'shiped' })).toEqual([
      [
        'front-matter-schema',
        'error',
        '7:8',
        '"state" must be one of draft, active, completed, archived, superseded, future, doing, shipped; did you mean "shipped"?',
      ],
    ]);
    expect(said({ state: 'Doing' })).toEqual([
      ['front-matter-schema', 'notice', '7:8', 'Write "doing" in place of "Doing" in "state".'],
    ]);
  });

  test('has states that are compared by what they mean', () => {
    expect(said({ state: 'future', lifecycle: 'active' })).toEqual([
      [
        'status-lifecycle',
        'error',
        '7:8',
        '"state" says future and "lifecycle" says active: write "state: doing", or correct "lifecycle".',
      ],
    ]);
    expect(said({ state: 'future' }, { base: planText(withKeys(OURS, { state: 'shipped' })) })).toEqual([
      [
        'lifecycle-transition',
        'error',
        '7:8',
        expect.stringContaining('A plan does not go from completed to draft'),
      ],
    ]);
  });

  test('lies in a folder that the team names by a word of its own', () => {
    const rules = {
      'lifecycle-folder': { level: 'error', options: { folders: { ideas: 'future' } } },
    } as const;
    expect(said({ state: 'future' }, { path: 'plans/ideas/a.md', rules })).toEqual([]);
    expect(said({}, { path: 'plans/ideas/a.md', rules })).toEqual([
      [
        'lifecycle-folder',
        'error',
        '7:8',
        'The folder "ideas" says draft and the plan says doing: move the file, or write "state: future".',
      ],
    ]);
  });
});

describe('both keys of one meaning', () => {
  test('may say the same', () => {
    expect(said({ reviewed: '2026-02-20' })).toEqual([]);
    expect(said({ status: 'active' })).toEqual([]);
  });

  test('are a finding where they differ, and ours counts', () => {
    expect(said({ ends: '2026-01-31', expires: '2026-06-30' })).toEqual([
      [
        'front-matter-schema',
        'warning',
        '9:1',
        '"ends" and "expires" are one and the same, and they differ: "expires" counts; take "ends" away.',
      ],
    ]);
  });
});

describe('a schema of the team', () => {
  const schema = {
    properties: {
      state: { enum: ['future', 'doing', 'shipped'] },
      last_reviewed: { type: 'string', pattern: '^2026-' },
      reviewed: false,
    },
    required: ['state', 'sprint'],
  };

  test('and we tell once of a word in another spelling', () => {
    expect(said({ state: 'Doing', sprint: '4' }, { schema })).toEqual([
      ['front-matter-schema', 'notice', '7:8', 'Write "doing" in place of "Doing" in "state".'],
    ]);
  });

  test('refuses a word of the team in another spelling like any other', () => {
    const narrow = { properties: { state: { enum: ['future', 'shipped'] } } };
    expect(said({ state: 'Doing' }, { schema: narrow })).toEqual([
      ['front-matter-schema', 'error', '7:8', '"state" must be one of future, shipped.'],
    ]);
  });

  test('sees the plan as it is written', () => {
    expect(said({ sprint: '4' }, { schema })).toEqual([]);
    expect(said({ last_reviewed: '2025-12-24' }, { schema })).toEqual(
      expect.arrayContaining([
        ['front-matter-schema', 'error', '1:1', 'Add the missing key "sprint".'],
        ['front-matter-schema', 'error', '8:16', '"last_reviewed" must match ^2026-; "2025-12-24" does not.'],
      ]),
    );
  });
});
