import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const message =
  'The plan is active and was never reviewed: compare it with reality and write the day into "reviewed".';
const help = 'Once reviewed, write "reviewed: 2026-03-02".';

testRule('unreviewed', {
  valid: {
    'a plan with a review': { text: planText(ACTIVE) },
    'a draft': { text: planText(withKeys(ACTIVE, { lifecycle: 'draft', reviewed: null })) },
    'a closed plan': { text: planText(withKeys(ACTIVE, { lifecycle: 'archived', reviewed: null })) },
  },
  invalid: {
    'a plan without a review': {
      text: planText(withKeys(ACTIVE, { reviewed: null })),
      said: [{ severity: 'warning', at: '1:1-1:1', message, help }],
    },
    'an empty review': {
      text: planText(withKeys(ACTIVE, { reviewed: '""' })),
      run: 'scan',
      said: [{ severity: 'warning', at: '8:11-8:13', message, help }],
    },
    'a review that is still the text of the template': {
      text: planText(withKeys(ACTIVE, { reviewed: 'YYYY-MM-DD' })),
      said: [{ severity: 'warning', at: '8:11-8:21', message, help }],
    },
  },
});
