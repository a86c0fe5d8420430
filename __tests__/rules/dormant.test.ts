import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const PLAN = 'docs/plans/search.md';
const plan = (changes: Readonly<Record<string, string | null>> = {}): string =>
  planText(withKeys(ACTIVE, changes));
const withCode = plan({ related_code: '[src/search]' });
const touched = (day: string, ...files: readonly string[]) => ({ day, subject: 'A change', files });

testRule('dormant', {
  valid: {
    'an unknown past': { text: plan(), run: 'scan' },
    'a change 29 days ago': { text: plan(), run: 'scan', past: [touched('2026-02-01', PLAN)] },
    'code that lives on': {
      text: withCode,
      run: 'scan',
      past: [touched('2026-02-20', 'src/search/index.ts'), touched('2026-01-05', PLAN)],
    },
    'code of which not everything is known': {
      text: withCode,
      run: 'scan',
      past: [touched('2026-01-05', PLAN)],
      knownOfPast: { isWhole: false },
    },
    'a plan that was never committed': {
      text: plan(),
      run: 'scan',
      past: [touched('2026-01-05', 'README.md')],
    },
    'a draft': { text: plan({ lifecycle: 'draft' }), run: 'scan', past: [touched('2026-01-05', PLAN)] },
    'a pull request': { text: plan(), past: [touched('2026-01-05', PLAN)] },
  },
  invalid: {
    '30 days without a change': {
      text: plan(),
      run: 'scan',
      past: [touched('2026-01-31', PLAN)],
      said: [
        {
          severity: 'warning',
          at: '4:12-4:18',
          message:
            'The plan is active and has not changed for 30 days: write down where it stands, or archive it.',
        },
      ],
    },
    'code that has not changed either': {
      text: withCode,
      run: 'scan',
      past: [touched('2026-01-20', 'src/search/index.ts'), touched('2026-01-05', PLAN)],
      said: [
        {
          severity: 'warning',
          at: '4:12-4:18',
          message:
            'The plan is active, and neither it nor its code has changed for 41 days: write down where it stands, or archive it.',
        },
      ],
    },
  },
});
