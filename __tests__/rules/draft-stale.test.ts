import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const PLAN = 'docs/plans/search.md';
const DRAFT = planText(withKeys(ACTIVE, { lifecycle: 'draft' }));
const touched = (day: string, ...files: readonly string[]) => ({ day, subject: 'A change', files });

testRule('draft-stale', {
  valid: {
    'an unknown past': { text: DRAFT, run: 'scan' },
    'a change 59 days ago': { text: DRAFT, run: 'scan', past: [touched('2026-01-02', PLAN)] },
    'a draft that was never committed': { text: DRAFT, run: 'scan', past: [] },
    'an active plan': { text: planText(ACTIVE), run: 'scan', past: [touched('2025-12-01', PLAN)] },
    'a pull request': { text: DRAFT, past: [touched('2025-12-01', PLAN)] },
  },
  invalid: {
    '60 days without a change': {
      text: DRAFT,
      run: 'scan',
      past: [touched('2026-01-01', PLAN)],
      said: [
        {
          severity: 'notice',
          at: '4:12-4:17',
          message: 'Nobody has touched the draft for 60 days: go on with it, or archive it.',
        },
      ],
    },
  },
});
