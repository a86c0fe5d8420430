import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

testRule('date-order', {
  valid: {
    'dates in order': { text: planText(ACTIVE) },
    'everything on the day of creation but the end': {
      text: planText(withKeys(ACTIVE, { created: '2026-02-20' })),
    },
    'what happened tomorrow, in a zone that is ahead': {
      text: planText(withKeys(ACTIVE, { last_updated: '2026-03-03', reviewed: '2026-03-03' })),
    },
    'dates that are no days, which the schema tells': {
      text: planText(withKeys(ACTIVE, { created: '2026-02-30', expires: '2025-13-01' })),
    },
  },
  invalid: {
    'a change before the creation': {
      text: planText(withKeys(ACTIVE, { last_updated: '2025-02-20' })),
      said: [
        {
          severity: 'error',
          at: '7:15-7:25',
          message:
            '"last_updated" (2025-02-20) is before "created" (2026-01-05): correct the one that is wrong.',
        },
      ],
    },
    'a review before the creation': {
      text: planText(withKeys(ACTIVE, { reviewed: '2026-01-04' })),
      run: 'scan',
      said: [
        {
          severity: 'warning',
          at: '8:11-8:21',
          message: '"reviewed" (2026-01-04) is before "created" (2026-01-05): correct the one that is wrong.',
        },
      ],
    },
    'an end on the day of creation': {
      text: planText(withKeys(ACTIVE, { expires: '2026-01-05' })),
      said: [
        {
          severity: 'error',
          at: '9:10-9:20',
          message: '"expires" (2026-01-05) is the day on which the plan was created: set a later day.',
        },
      ],
    },
    'an end before the creation, in a draft too': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'draft', expires: '2025-06-30' })),
      said: [
        {
          severity: 'error',
          at: '9:10-9:20',
          message: '"expires" (2025-06-30) is before "created" (2026-01-05): correct the one that is wrong.',
        },
      ],
    },
    'a review in two days': {
      text: planText(withKeys(ACTIVE, { reviewed: '2026-03-04' })),
      said: [
        {
          severity: 'error',
          at: '8:11-8:21',
          message: '"reviewed" (2026-03-04) is in the future: set the day on which it happened.',
        },
      ],
    },
    'several dates at once, in a closed plan': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'archived', created: '2026-12-01', expires: null })),
      said: [
        {
          severity: 'error',
          at: '6:10-6:20',
          message: '"created" (2026-12-01) is in the future: set the day on which it happened.',
          help: 'And 2 more, on lines 7 and 8.',
          count: 3,
        },
      ],
    },
  },
});
