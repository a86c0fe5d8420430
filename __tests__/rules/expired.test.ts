import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const past = withKeys(ACTIVE, { expires: '2026-03-01' });
const message =
  'The plan expired on 2026-03-01, 1 day ago: set "expires" to a day to come, or close the plan.';

testRule('expired', {
  valid: {
    'a plan on its last day': { text: planText(withKeys(ACTIVE, { expires: '2026-03-02' })) },
    'a plan without an end': { text: planText(withKeys(ACTIVE, { expires: null })) },
    'a closed plan': { text: planText(withKeys(past, { lifecycle: 'completed' })) },
    'an end that is no day, which the schema tells': {
      text: planText(withKeys(ACTIVE, { expires: '2026-02-30' })),
    },
  },
  invalid: {
    'a plan that ended yesterday, which fails no change': {
      text: planText(past),
      said: [{ severity: 'warning', at: '9:10-9:20', message }],
    },
    'a plan that ended yesterday, on a scan': {
      text: planText(past),
      run: 'scan',
      said: [{ severity: 'error', at: '9:10-9:20', message }],
    },
    'a plan that ended long ago, by a quoted date with a time': {
      text: planText(withKeys(ACTIVE, { expires: '"2026-02-10T12:00:00Z"' })),
      said: [
        {
          severity: 'warning',
          at: '9:10-9:32',
          message:
            'The plan expired on 2026-02-10, 20 days ago: set "expires" to a day to come, or close the plan.',
        },
      ],
    },
    'a draft, by the way': {
      text: planText(withKeys(past, { lifecycle: 'draft' })),
      run: 'scan',
      said: [{ severity: 'notice', at: '9:10-9:20', message }],
    },
    'a change, where the team wants it to fail': {
      text: planText(past),
      rules: { expired: { level: 'error', options: {} } },
      said: [{ severity: 'error', at: '9:10-9:20', message }],
    },
    'a plan that had ended before the change': {
      base: planText(withKeys(ACTIVE, { expires: '2026-02-01' })),
      text: planText(past),
      said: [{ severity: 'warning', at: '9:10-9:20', message, isNew: false }],
    },
  },
});
