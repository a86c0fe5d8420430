import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const plan = (keys: Readonly<Record<string, string | null>> = {}): string => planText(withKeys(ACTIVE, keys));
const path = 'docs/plans/active/search.md';
const done = 'docs/plans/completed/search.md';

testRule('duplicate-plan', {
  valid: {
    'a plan of its own name and title': {
      path,
      text: plan(),
      others: { 'docs/plans/active/storage.md': plan({ title: 'Storage' }) },
    },
    'two plans of one name that have neither title nor day in common': {
      path,
      text: plan(),
      others: { [done]: plan({ title: 'Search by index', created: '2025-01-05' }) },
    },
    'two plans of one title from two days': {
      path,
      text: plan(),
      others: { 'docs/plans/completed/search-2025.md': plan({ created: '2025-01-05' }) },
    },
    'a name that says nothing': {
      path: 'docs/plans/search/plan.md',
      text: plan(),
      others: { 'docs/plans/storage/plan.md': plan({ title: 'Storage' }) },
    },
    'a name that many have': {
      path: 'search/goals.md',
      text: plan(),
      others: Object.fromEntries(
        ['a', 'b', 'c'].map((name) => [`${name}/goals.md`, plan({ title: `Goals of ${name}` })]),
      ),
    },
    'a title that says nothing': {
      path,
      text: plan({ title: 'Implementation Plan' }),
      others: { 'docs/plans/active/storage.md': plan({ title: 'Implementation Plan' }) },
    },
    'a title that only says what the list is': {
      path,
      text: plan({ title: 'Implementation Tasks' }),
      others: { 'docs/plans/active/storage.md': plan({ title: 'Implementation Tasks' }) },
    },
    'a file that is no plan': { path, text: plan(), others: { [done]: plan({ type: 'summary' }) } },
    'a plan that the change moved': { path, text: plan(), base: plan(), basePath: done, baseOthers: {} },
  },
  invalid: {
    'the same file name in two folders': {
      path: done,
      text: plan({ lifecycle: 'completed' }),
      others: { [path]: plan({ title: 'Search' }) },
      said: [
        {
          severity: 'warning',
          at: '1:1-1:1',
          message:
            'The same plan also lies in "docs/plans/active/search.md": keep one of them and remove the rest.',
          help: 'git rm docs/plans/active/search.md',
        },
      ],
    },
    'the same title and day, whichever was updated first': {
      path,
      run: 'scan',
      text: plan({ last_updated: '2026-02-01' }),
      others: { 'docs/plans/Faster search.md': plan({ title: 'Faster  Search' }) },
      said: [
        {
          severity: 'warning',
          at: '1:1-1:1',
          message:
            'The same plan also lies in "docs/plans/Faster search.md": keep one of them and remove the rest.',
          help: 'git rm docs/plans/active/search.md',
        },
      ],
    },
    'two copies, as one finding': {
      path,
      text: plan(),
      others: {
        [done]: plan({ lifecycle: 'completed', last_updated: '2026-02-21' }),
        'docs/plans/old/search.md': plan({ lifecycle: 'archived' }),
      },
      said: [
        {
          severity: 'warning',
          at: '1:1-1:1',
          message:
            'The same plan also lies in "docs/plans/completed/search.md" and "docs/plans/old/search.md": keep one of them and remove the rest.',
          help: 'git rm docs/plans/old/search.md docs/plans/active/search.md',
        },
      ],
    },
    'a copy that was there before': {
      path,
      base: plan(),
      text: plan({ last_updated: '2026-03-01' }),
      others: { [done]: plan({ last_updated: '2026-03-01' }) },
      said: [
        {
          severity: 'warning',
          at: '1:1-1:1',
          message:
            'The same plan also lies in "docs/plans/completed/search.md": keep one of them and remove the rest.',
          isNew: false,
        },
      ],
    },
  },
});
