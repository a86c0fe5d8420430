import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const overdue = (date: string, days: string): string =>
  `The last review was on ${date}, ${days} ago: compare the plan with reality and set "reviewed" to the day.`;
const help = 'Once reviewed, write "reviewed: 2026-03-02".';

testRule('review-overdue', {
  valid: {
    'a review thirty days ago': { text: planText(withKeys(ACTIVE, { reviewed: '2026-01-31' })) },
    'a review within the cadence of the plan': {
      text: planText(withKeys(ACTIVE, { reviewed: '2026-01-10', review_cadence: 'quarterly' })),
    },
    'a draft with ninety days': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'draft', reviewed: '2026-01-10' })),
    },
    'a plan without a review': { text: planText(withKeys(ACTIVE, { reviewed: null })) },
    'a closed plan': { text: planText(withKeys(ACTIVE, { lifecycle: 'completed', reviewed: '2026-01-10' })) },
  },
  invalid: {
    'a review longer ago than thirty days': {
      text: planText(withKeys(ACTIVE, { reviewed: '2026-01-30' })),
      said: [{ severity: 'warning', at: '8:11-8:21', message: overdue('2026-01-30', '31 days'), help }],
    },
    'a review longer ago than the cadence of the plan': {
      text: planText(withKeys(ACTIVE, { review_cadence: 'weekly' })),
      run: 'scan',
      said: [{ severity: 'warning', at: '8:11-8:21', message: overdue('2026-02-20', '10 days'), help }],
    },
    'a draft after ninety days, by the way': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'draft', created: '2025-01-05', reviewed: '2025-12-01' })),
      said: [{ severity: 'notice', at: '8:11-8:21', message: overdue('2025-12-01', '91 days'), help }],
    },
  },
});
