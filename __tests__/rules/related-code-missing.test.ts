import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const code = (value: string, keys: Readonly<Record<string, string>> = {}): string =>
  planText(withKeys(ACTIVE, { ...keys, related_code: value }));
const files = { others: { 'src/a.ts': '', 'src/x/b.ts': '', 'lib/sub/c.ts': '' }, knowsFiles: true } as const;
const missing = (pattern: string): string =>
  `"related_code" names "${pattern}", which matches no file of the repository: correct it, or remove it.`;

testRule('related-code-missing', {
  valid: {
    'no code': { text: planText(ACTIVE), ...files },
    'a file, a folder and globs': { text: code('[src/a.ts, ./src/x/, src/**/*.ts, lib/*]'), ...files },
    'a line of a file, and one with a note': {
      text: code('["src/a.ts:12", "src/x/b.ts (the client)"]'),
      ...files,
    },
    'what lies elsewhere': {
      text: code('[https://example.com/a, "octo/search#12", "@octo/search"]'),
      ...files,
    },
    'no code, in a word': { text: code('none'), ...files },
    'the text of the template': { text: code('[Path to code this affects]'), ...files },
    'a path that the run knows nothing about': { text: code('sub/a.ts'), others: { 'sub/a.ts': null } },
    'a glob where the run does not know every file': { text: code('src/*.ts') },
    'a closed plan': { text: code('gone.ts', { lifecycle: 'completed' }), ...files },
  },
  invalid: {
    'a path that matches nothing': {
      text: code('src/gone.ts'),
      ...files,
      said: [{ severity: 'warning', at: '10:15-10:26', message: missing('src/gone.ts') }],
    },
    'a glob and a path, as one finding': {
      text: code('[src/*.js, src/A.ts]'),
      run: 'scan',
      ...files,
      said: [
        {
          severity: 'warning',
          at: '10:16-10:24',
          message: missing('src/*.js'),
          help: 'And 1 more, on the same line: "src/A.ts".',
          count: 2,
        },
      ],
    },
    'a path in a plan that the change adds': {
      text: code('src/gone.ts'),
      ...files,
      added: true,
      said: [{ severity: 'notice', at: '10:15-10:26', message: missing('src/gone.ts') }],
    },
    'a path in a draft': {
      text: code('src/gone.ts', { lifecycle: 'draft' }),
      run: 'scan',
      ...files,
      said: [{ severity: 'notice', at: '10:15-10:26', message: missing('src/gone.ts') }],
    },
    'a path that lies in another folder': {
      text: code('sub/c.ts'),
      ...files,
      said: [
        {
          severity: 'warning',
          at: '10:15-10:23',
          message: missing('sub/c.ts'),
          help: 'Perhaps it is "lib/sub/c.ts" now.',
        },
      ],
    },
    'what is no path': {
      text: code('"src\\\\a.ts"'),
      ...files,
      said: [
        {
          severity: 'warning',
          at: '10:15-10:26',
          message:
            '"related_code" has "src\\a.ts", which has a backslash where "/" stands between folders: write a path or a glob from the root of the repository.',
        },
      ],
    },
    'a file that the change renames': {
      base: code('src/old.ts:12'),
      baseOthers: { 'src/old.ts': '' },
      text: code('src/old.ts:12'),
      ...files,
      renames: { 'src/old.ts': 'src/a.ts' },
      said: [
        {
          severity: 'warning',
          at: '10:15-10:28',
          message: '"related_code" names "src/old.ts:12", which the change renames: write "src/a.ts:12".',
          fix: ['10:15-10:28 → "src/a.ts:12"'],
        },
      ],
    },
    'a folder that the change moves, as a folder and in a glob': {
      text: code("[old/src, 'old/src/*.ts']"),
      ...files,
      renames: { 'old/src/a.ts': 'src/a.ts', 'old/src/x/b.ts': 'src/x/b.ts' },
      said: [
        {
          severity: 'warning',
          at: '10:16-10:23',
          message: '"related_code" names "old/src", which the change renames: write "src".',
          help: 'And 1 more, on the same line: "old/src/*.ts".',
          count: 2,
          fix: ['10:16-10:23 → src', "10:25-10:39 → 'src/*.ts'"],
        },
      ],
    },
    'a folder that the change takes apart': {
      text: code('old'),
      ...files,
      renames: { 'old/a.ts': 'src/a.ts', 'old/x/b.ts': 'lib/x/b.ts' },
      said: [{ severity: 'warning', at: '10:15-10:18', message: missing('old') }],
    },
    'what was missing before': {
      base: code('src/gone.ts'),
      text: code('src/gone.ts', { last_updated: '2026-03-01' }),
      ...files,
      said: [{ severity: 'warning', at: '10:15-10:26', message: missing('src/gone.ts'), isNew: false }],
    },
  },
});
