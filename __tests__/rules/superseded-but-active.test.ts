import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const active = (keys: Readonly<Record<string, string | null>> = {}): string =>
  planText(withKeys(ACTIVE, keys));
const successor = (keys: Readonly<Record<string, string | null>> = {}) => ({
  'docs/plans/v2.md': active({ supersedes: 'search.md', ...keys }),
});

testRule('superseded-but-active', {
  valid: {
    'a plan that nothing replaces': { text: active(), others: { 'docs/plans/v2.md': active() } },
    'a superseded plan': {
      text: active({ lifecycle: 'superseded', superseded_by: 'v2.md' }),
      others: successor(),
    },
    'a completed plan': {
      text: active({ lifecycle: 'completed', superseded_by: 'v2.md' }),
      others: successor(),
    },
    'a draft': { text: active({ lifecycle: 'draft', superseded_by: 'v2.md' }), others: successor() },
    'a successor that is a draft': {
      text: active({ superseded_by: 'v2.md' }),
      others: successor({ lifecycle: 'draft' }),
    },
    'a draft that will replace it': { text: active(), others: successor({ lifecycle: 'draft' }) },
    'an archived plan that replaced it once': {
      text: active(),
      others: successor({ lifecycle: 'archived' }),
    },
    'a plan that replaces another one': { text: active(), others: successor({ supersedes: 'other.md' }) },
    'a plan that names itself, which is a circle': { text: active({ superseded_by: 'search.md' }) },
    'a successor that is still the text of the template': {
      text: active({ superseded_by: '[Link to newer plan]' }),
    },
  },
  invalid: {
    'a plan of a team with words of its own': {
      text: active({ superseded_by: 'v2.md' }),
      vocabulary: { lifecycleAliases: new Map([['replaced', 'superseded']]) },
      others: successor(),
      said: [
        {
          severity: 'warning',
          at: '10:16-10:21',
          message:
            '"superseded_by" names "v2.md", and the plan is active: write "lifecycle: replaced", or remove "superseded_by".',
        },
      ],
    },
    'a plan that names its successor': {
      text: active({ superseded_by: 'v2.md' }),
      others: successor(),
      said: [
        {
          severity: 'warning',
          at: '10:16-10:21',
          message:
            '"superseded_by" names "v2.md", and the plan is active: write "lifecycle: superseded", or remove "superseded_by".',
        },
      ],
    },
    'a successor that nobody knows, by the key that says the state': {
      text: active({ lifecycle: null, status: 'active', superseded_by: 'https://example.com' }),
      said: [
        {
          severity: 'warning',
          at: '10:16-10:35',
          message:
            '"superseded_by" names "https://example.com", and the plan is active: write "status: superseded", or remove "superseded_by".',
        },
      ],
    },
    'a plan that another one names': {
      text: active(),
      run: 'scan',
      others: successor({ lifecycle: 'completed' }),
      said: [
        {
          severity: 'warning',
          at: '4:12-4:18',
          message:
            'The plan "docs/plans/v2.md" says that it supersedes this one, which is active: write "lifecycle: superseded".',
          help: 'Add "superseded_by: v2.md" as well.',
        },
      ],
    },
    'one that stood there before': {
      base: active({ superseded_by: 'v2.md' }),
      text: active({ superseded_by: 'v2.md', last_updated: '2026-03-01' }),
      others: successor(),
      said: [
        {
          severity: 'warning',
          at: '10:16-10:21',
          message:
            '"superseded_by" names "v2.md", and the plan is active: write "lifecycle: superseded", or remove "superseded_by".',
          isNew: false,
        },
      ],
    },
  },
});
