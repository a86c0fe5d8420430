import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

/** In the state, loaded like this. */
const loaded = (lifecycle: string, load: string): string =>
  planText([...withKeys(ACTIVE, { lifecycle }), 'ai:', `  context_load: ${load}`]);

testRule('ai-load-closed', {
  valid: {
    'an active plan': { text: loaded('active', 'always') },
    'a draft': { text: loaded('draft', 'always') },
    'a closed plan that is loaded on demand': { text: loaded('completed', 'on-demand') },
    'a closed plan without a word about agents': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'archived' })),
    },
    'a closed plan whose "ai" is no mapping, which the schema tells': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'archived', ai: 'always' })),
    },
  },
  invalid: {
    'a completed plan that is always loaded': {
      text: loaded('completed', 'always'),
      said: [
        {
          severity: 'warning',
          at: '11:17-11:23',
          message:
            'The plan is completed, and agents still read it every time: write "context_load: never" below "ai".',
          fix: ['11:17-11:23 → never'],
        },
      ],
    },
    'a superseded one, in another spelling, on a scan': {
      text: loaded('superseded', '"Always" # for now'),
      run: 'scan',
      said: [
        {
          severity: 'warning',
          at: '11:17-11:25',
          message:
            'The plan is superseded, and agents still read it every time: write "context_load: never" below "ai".',
          fix: ['11:17-11:25 → "never"'],
        },
      ],
    },
    'one that was closed in this change, and was loaded before': {
      base: loaded('active', 'always'),
      text: loaded('archived', 'always'),
      said: [
        {
          severity: 'warning',
          at: '11:17-11:23',
          message:
            'The plan is archived, and agents still read it every time: write "context_load: never" below "ai".',
          fix: ['11:17-11:23 → never'],
        },
      ],
    },
  },
});
