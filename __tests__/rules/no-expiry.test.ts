import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const message = 'The plan is active and has no end: write its last day into "expires".';

testRule('no-expiry', {
  valid: {
    'a plan with an end': { text: planText(ACTIVE) },
    'an end that is no day, which the schema tells': {
      text: planText(withKeys(ACTIVE, { expires: '2026-02-30' })),
    },
    'the date of the template, which the rule about it tells': {
      text: planText(withKeys(ACTIVE, { expires: 'YYYY-MM-DD' })),
    },
    'a draft': { text: planText(withKeys(ACTIVE, { lifecycle: 'draft', expires: null })) },
    'a closed plan': { text: planText(withKeys(ACTIVE, { lifecycle: 'completed', expires: null })) },
  },
  invalid: {
    'an active plan without an end': {
      text: planText(withKeys(ACTIVE, { expires: null })),
      said: [{ severity: 'notice', at: '1:1-1:1', message }],
    },
    'a key without a value, on a scan': {
      text: planText(withKeys(ACTIVE, { expires: '' })),
      run: 'scan',
      said: [{ severity: 'warning', at: '9:1-9:8', message }],
    },
    'an old plan, apart from what the change brought': {
      base: planText(withKeys(ACTIVE, { expires: null, reviewed: '2026-01-20' })),
      text: planText(withKeys(ACTIVE, { expires: null })),
      said: [{ severity: 'notice', at: '1:1-1:1', message, isNew: false }],
    },
  },
});
