import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const plan = (keys: Readonly<Record<string, string | null>> = {}): string => planText(withKeys(ACTIVE, keys));
const other = (keys: Readonly<Record<string, string>>) => ({ 'docs/plans/a.md': plan(keys) });
const replaced = { lifecycle: 'superseded', superseded_by: 'b.md' };

testRule('depends-on-closed', {
  valid: {
    'a plan that waits for nothing': { text: plan(), others: other({ lifecycle: 'archived' }) },
    'an active one': { text: plan({ depends_on: 'a.md' }), others: other({}) },
    'a completed one': { text: plan({ depends_on: 'a.md' }), others: other({ lifecycle: 'completed' }) },
    'a draft': { text: plan({ depends_on: 'a.md' }), others: other({ lifecycle: 'draft' }) },
    'a related one': { text: plan({ related_plans: 'a.md' }), others: other({ lifecycle: 'archived' }) },
    'a predecessor': { text: plan({ supersedes: 'a.md' }), others: other({ lifecycle: 'archived' }) },
    'a closed plan that waited': {
      text: plan({ depends_on: 'a.md', lifecycle: 'completed' }),
      others: other({ lifecycle: 'archived' }),
    },
    'a plan that nobody read': { text: plan({ depends_on: 'a.md' }), others: { 'docs/plans/a.md': null } },
    'a successor in force': { text: plan({ superseded_by: 'a.md' }), others: other({}) },
  },
  invalid: {
    'a successor that was given up, in the key and the word of the team': {
      text: plan({ lifecycle: null, status: 'superseded', superseded_by: 'a.md' }),
      vocabulary: { lifecycleAliases: new Map([['dropped', 'archived']]) },
      others: other({ lifecycle: 'archived' }),
      said: [
        {
          severity: 'warning',
          at: '10:16-10:20',
          message:
            '"superseded_by" names "a.md", which is archived: name the plan that is in force, or write "status: dropped".',
        },
      ],
    },
    'an archived one': {
      text: plan({ depends_on: 'a.md' }),
      others: other({ lifecycle: 'archived' }),
      said: [
        {
          severity: 'warning',
          at: '10:13-10:17',
          message:
            '"depends_on" names "a.md", which is archived: what this plan waits for will not be done, so name another plan, or remove it.',
        },
      ],
    },
    'a superseded one without a successor, in a draft': {
      text: plan({ depends_on: 'a.md', lifecycle: 'draft' }),
      others: other({ lifecycle: 'superseded' }),
      said: [
        {
          severity: 'notice',
          at: '10:13-10:17',
          message:
            '"depends_on" names "a.md", which is superseded: name the plan that replaces it, or remove it.',
        },
      ],
    },
    'a superseded one with its successor': {
      path: 'docs/plans/active/search.md',
      text: plan({ depends_on: '../a.md' }),
      others: { ...other(replaced), 'docs/plans/b.md': plan() },
      said: [
        {
          severity: 'warning',
          at: '10:13-10:20',
          message: '"depends_on" names "../a.md", which is superseded: write "../b.md".',
        },
      ],
    },
    'one that this very plan replaces': {
      text: plan({ depends_on: 'a.md' }),
      others: other({ lifecycle: 'superseded', superseded_by: 'search.md' }),
      said: [
        {
          severity: 'warning',
          at: '10:13-10:17',
          message:
            '"depends_on" names "a.md", which is superseded: name the plan that replaces it, or remove it.',
        },
      ],
    },
    'a successor that is a draft, of a closed plan': {
      run: 'scan',
      text: plan(replaced),
      others: { 'docs/plans/b.md': plan({ lifecycle: 'draft' }) },
      said: [
        {
          severity: 'warning',
          at: '10:16-10:20',
          message:
            '"superseded_by" names "b.md", which is a draft: nothing is in force then, so activate it, or remove "superseded_by".',
        },
      ],
    },
    'a successor that is archived': {
      text: plan(replaced),
      others: { 'docs/plans/b.md': plan({ lifecycle: 'archived' }) },
      said: [
        {
          severity: 'warning',
          at: '10:16-10:20',
          message:
            '"superseded_by" names "b.md", which is archived: name the plan that is in force, or write "lifecycle: archived".',
        },
      ],
    },
  },
});
