import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const plan = (keys: Readonly<Record<string, string | null>> = {}): string => planText(withKeys(ACTIVE, keys));
const supersedes = (target: string, keys: Readonly<Record<string, string>> = {}): string =>
  plan({ supersedes: target, ...keys });
const old = (keys: Readonly<Record<string, string>>) => ({
  'docs/plans/done/old.md': plan({ lifecycle: 'superseded', ...keys }),
});

testRule('reference-not-mutual', {
  valid: {
    'no predecessor': { text: plan() },
    'a predecessor that says so': {
      text: supersedes('done/old.md'),
      others: old({ superseded_by: '../search.md' }),
    },
    'a predecessor that says so among others, and from the root': {
      text: supersedes('done/old.md'),
      others: old({ superseded_by: '[/docs/plans/v3.md, docs/plans/search]' }),
    },
    'a predecessor that was never in force': {
      text: supersedes('done/old.md'),
      others: old({ lifecycle: 'draft' }),
    },
    'a draft that will replace it': {
      text: supersedes('done/old.md', { lifecycle: 'draft' }),
      others: old({ lifecycle: 'active' }),
    },
    'a predecessor that is no plan': {
      text: supersedes('done/old.md'),
      others: { 'docs/plans/done/old.md': '# Notes\n' },
    },
    'a predecessor that nobody read': {
      text: supersedes('done/old.md'),
      others: { 'docs/plans/done/old.md': null },
    },
    'a predecessor that is missing': { text: supersedes('done/old.md') },
    'a successor that does not name this plan': {
      text: plan({ lifecycle: 'superseded', superseded_by: 'v2.md' }),
      others: { 'docs/plans/v2.md': plan() },
    },
    itself: { text: supersedes('search.md') },
  },
  invalid: {
    'a predecessor that names no successor': {
      text: supersedes('./done/old'),
      others: old({}),
      said: [
        {
          severity: 'warning',
          at: '10:13-10:23',
          message:
            '"supersedes" names "./done/old", which does not name this plan: write "superseded_by: ../search.md" in "docs/plans/done/old.md".',
        },
      ],
    },
    'a predecessor that names another successor, in a closed plan on a scan': {
      run: 'scan',
      text: supersedes('done/old.md', { lifecycle: 'completed' }),
      others: { ...old({ superseded_by: '../v3.md' }), 'docs/plans/v3.md': plan() },
      said: [
        {
          severity: 'warning',
          at: '10:13-10:24',
          message:
            '"supersedes" names "done/old.md", which does not name this plan: write "superseded_by: ../search.md" in "docs/plans/done/old.md".',
        },
      ],
    },
    'two of them, as one finding': {
      text: planText([...ACTIVE, 'supersedes:', '  - done/old.md', '  - a.md']),
      others: { ...old({}), 'docs/plans/a.md': plan() },
      said: [
        {
          severity: 'warning',
          at: '11:5-11:16',
          message:
            '"supersedes" names "done/old.md", which does not name this plan: write "superseded_by: ../search.md" in "docs/plans/done/old.md".',
          help: 'And 1 more, on line 12: "a.md".',
          count: 2,
        },
      ],
    },
  },
});
