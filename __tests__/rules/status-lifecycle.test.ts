import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

testRule('status-lifecycle', {
  valid: {
    'a lifecycle alone': { text: planText(ACTIVE) },
    'a status alone': { text: planText(withKeys(ACTIVE, { lifecycle: null, status: 'active' })) },
    'the same in both': { text: planText(withKeys(ACTIVE, { status: 'Active' })) },
    'a status that is none, which the schema tells': {
      text: planText(withKeys(ACTIVE, { status: 'in progress' })),
    },
    'a status of the template': {
      text: planText(withKeys(ACTIVE, { status: '[draft | active | completed | archived | superseded]' })),
    },
  },
  invalid: {
    'two states at once, in a word of the team': {
      text: planText(withKeys(ACTIVE, { status: 'completed' })),
      vocabulary: { lifecycleAliases: new Map([['ongoing', 'active']]) },
      said: [
        {
          severity: 'error',
          at: '10:9-10:18',
          message:
            '"status" says completed and "lifecycle" says active: write "status: ongoing", or correct "lifecycle".',
        },
      ],
    },
    'two states at once, both in words of the team': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'On_Going', status: 'shipped' })),
      vocabulary: {
        lifecycleAliases: new Map([
          ['on going', 'active'],
          ['done', 'completed'],
          ['shipped', 'completed'],
        ]),
      },
      said: [
        {
          severity: 'error',
          at: '10:9-10:16',
          message:
            '"status" says shipped and "lifecycle" says on going: write "status: on going", or correct "lifecycle".',
        },
      ],
    },
    'two states at once': {
      text: planText(withKeys(ACTIVE, { status: 'completed' })),
      said: [
        {
          severity: 'error',
          at: '10:9-10:18',
          message:
            '"status" says completed and "lifecycle" says active: write "status: active", or correct "lifecycle".',
        },
      ],
    },
    'two states of a closed plan, on a scan': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'superseded', status: '"active"' })),
      run: 'scan',
      said: [
        {
          severity: 'warning',
          at: '10:9-10:17',
          message:
            '"status" says active and "lifecycle" says superseded: write "status: superseded", or correct "lifecycle".',
        },
      ],
    },
    'two states other than before, as a new finding': {
      base: planText(withKeys(ACTIVE, { status: 'completed' })),
      text: planText(withKeys(ACTIVE, { status: 'draft' })),
      said: [
        {
          severity: 'error',
          at: '10:9-10:14',
          message:
            '"status" says draft and "lifecycle" says active: write "status: active", or correct "lifecycle".',
        },
      ],
    },
    'two states of a draft, by the way': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'draft', status: 'active' })),
      said: [
        {
          severity: 'notice',
          at: '10:9-10:15',
          message:
            '"status" says active and "lifecycle" says draft: write "status: draft", or correct "lifecycle".',
        },
      ],
    },
  },
});
