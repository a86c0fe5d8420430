import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const text = planText(ACTIVE);
const completed = planText(withKeys(ACTIVE, { lifecycle: 'completed' }));
const option = (folders: unknown) =>
  ({ 'lifecycle-folder': { level: 'error', options: { folders } } }) as const;

testRule('lifecycle-folder', {
  valid: {
    'the folder of its state': { path: 'docs/plans/active/search.md', text },
    'the folder of its state by another spelling': { path: 'docs/plans/Active/search.md', text },
    'no such folder': { path: 'docs/plans/search.md', text },
    'a file that is named like a folder': { path: 'docs/plans/completed.md', text },
    'a folder that only sounds like one': { path: 'docs/plans/completed-2025/search.md', text },
    'an outer folder of another state': { path: 'docs/archive/plans/active/search.md', text },
    'a completed plan in the archive': { path: 'docs/plans/archive/search.md', text: completed },
    'a plan in no known state': {
      path: 'docs/plans/completed/search.md',
      text: planText(withKeys(ACTIVE, { lifecycle: 'paused' })),
    },
    'a folder that the team has not named': {
      path: 'docs/plans/completed/search.md',
      text,
      rules: option({ shipped: 'completed' }),
    },
  },
  invalid: {
    'a folder whose state has a word of the team': {
      path: 'docs/plans/completed/search.md',
      text,
      vocabulary: { lifecycleAliases: new Map([['All Done', 'completed']]) },
      said: [
        {
          severity: 'error',
          at: '4:12-4:18',
          message:
            'The folder "completed" says completed and the plan says active: move the file, or write "lifecycle: All Done".',
          help: 'git mv docs/plans/completed/search.md docs/plans/active/search.md',
        },
      ],
    },
    'a plan whose state is a word of the team': {
      path: 'docs/plans/completed/search.md',
      text: planText(withKeys(ACTIVE, { lifecycle: 'running' })),
      vocabulary: { lifecycleAliases: new Map([['running', 'active']]) },
      said: [
        {
          severity: 'error',
          at: '4:12-4:19',
          message:
            'The folder "completed" says completed and the plan says running: move the file, or write "lifecycle: completed".',
          help: 'git mv docs/plans/completed/search.md docs/plans/active/search.md',
        },
      ],
    },
    'an active plan among the completed ones': {
      path: 'docs/plans/completed/search.md',
      text,
      said: [
        {
          severity: 'error',
          at: '4:12-4:18',
          message:
            'The folder "completed" says completed and the plan says active: move the file, or write "lifecycle: completed".',
          help: 'git mv docs/plans/completed/search.md docs/plans/active/search.md',
        },
      ],
    },
    'a completed plan among the active ones, by its status': {
      path: 'docs/plans/active/the search.md',
      text: planText(withKeys(ACTIVE, { lifecycle: null, status: 'completed' })),
      run: 'scan',
      said: [
        {
          severity: 'warning',
          at: '9:9-9:18',
          message:
            'The folder "active" says active and the plan says completed: move the file, or write "status: active".',
        },
      ],
    },
    'an archived plan among the completed ones': {
      path: 'plans/done/search.md',
      text: planText(withKeys(ACTIVE, { lifecycle: 'archived' })),
      said: [
        {
          severity: 'error',
          at: '4:12-4:20',
          message:
            'The folder "done" says completed and the plan says archived: move the file, or write "lifecycle: completed".',
          help: 'git mv plans/done/search.md plans/archived/search.md',
        },
      ],
    },
    'a folder of the team': {
      path: 'plans/shipped/search.md',
      text,
      rules: option({ Shipped: 'completed' }),
      said: [
        {
          severity: 'error',
          at: '4:12-4:18',
          message:
            'The folder "shipped" says completed and the plan says active: move the file, or write "lifecycle: completed".',
        },
      ],
    },
    'a plan that was moved and disagrees as before': {
      basePath: 'docs/plans/completed/search.md',
      base: text,
      path: 'docs/plans/2025/completed/search.md',
      text,
      said: [
        {
          severity: 'error',
          at: '4:12-4:18',
          message:
            'The folder "completed" says completed and the plan says active: move the file, or write "lifecycle: completed".',
          help: 'git mv docs/plans/2025/completed/search.md docs/plans/2025/active/search.md',
          isNew: false,
        },
      ],
    },
  },
});
