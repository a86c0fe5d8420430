import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const plan = (changes: Readonly<Record<string, string | null>> = {}): string =>
  planText(withKeys(ACTIVE, { related_code: '[src/search, "src/**/*.sql"]', ...changes }));
const at = '10:16-10:26';
const message = (names: string): string =>
  `The change touches code that this plan is about (${names}), and not the plan: look whether it still holds, and write down what moved.`;

testRule('related-code-touched', {
  valid: {
    'no code': { text: plan() },
    'other code': { text: plan(), touchedCode: ['src/searching.ts'] },
    'a draft': { text: plan({ lifecycle: 'draft' }), touchedCode: ['src/search/index.ts'] },
    'a closed plan': { text: plan({ lifecycle: 'completed' }), touchedCode: ['src/search/index.ts'] },
    'a scan': { text: plan(), run: 'scan', touchedCode: ['src/search/index.ts'] },
  },
  invalid: {
    'a file below a folder that it names': {
      text: plan(),
      touchedCode: ['src/search/index.ts', 'README.md'],
      said: [
        { severity: 'notice', at, message: message('"src/search"'), help: 'Touched: "src/search/index.ts".' },
      ],
    },
    'two entries, and more files than are told': {
      text: plan(),
      touchedCode: ['src/search/a.ts', 'src/search/b.ts', 'src/search/c.ts', 'src/search/d.sql'],
      said: [
        {
          severity: 'notice',
          at,
          message: message('"src/search" and "src/**/*.sql"'),
          help: 'And 1 more, on the same line. Touched: "src/search/a.ts", "src/search/b.ts", "src/search/c.ts", 1 more.',
          count: 2,
        },
      ],
    },
  },
});
