import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const phase = (entries: readonly string[], box = '- [x] Build the index'): string =>
  [
    '## Implementation Phases',
    '',
    '### Phase 1: Index',
    '',
    box,
    '',
    '#### Files Changed',
    '',
    ...entries,
    '',
  ].join('\n');
const plan = (body: string, keys: Readonly<Record<string, string>> = {}): string =>
  planText(withKeys(ACTIVE, keys), body);
const listed = (label: string, ...paths: readonly string[]): string =>
  phase([`**${label} files:**`, '', ...paths.map((path) => `- \`${path}\``)]);
const files = {
  others: {
    'src/a.ts': '',
    'packages/core/src/index.ts': '',
    'packages/ui/src/index.ts': '',
    'lib/tokens.ts': '',
  },
  knowsFiles: true,
} as const;
const missing = (path: string, change = 'new'): string =>
  `"Index" is complete and lists "${path}" as ${change}, which is not in the repository: correct the path, or open the task again.`;

testRule('listed-file-missing', {
  valid: {
    'files that are there': {
      text: plan(listed('New', 'src/a.ts', './src/a.ts:12', 'src/', 'src/*.ts')),
      ...files,
    },
    'a phase that is not complete': {
      text: plan(phase(['**New files:**', '', '- `src/b.ts`'], '- [ ] Build the index')),
      ...files,
    },
    'a path in a package': { text: plan(listed('New', 'core/src/index.ts')), ...files },
    'a file that moved': { text: plan(listed('New', 'src/tokens.ts')), ...files },
    'what stands for a path': {
      text: plan(listed('New', 'src/<name>.ts', 'Tokenizer', '.../b.ts')),
      ...files,
    },
    'a file that a phase deletes again': {
      text: plan(`${listed('New', 'src/b.ts')}\n**Deleted files:**\n\n- \`src/b.ts\`\n`),
      ...files,
    },
    'a deleted file that is gone': { text: plan(listed('Deleted', 'src/b.ts')), ...files },
    'a run that does not know every file': { text: plan(listed('New', 'src/b.ts')) },
    'a closed plan': { text: plan(listed('New', 'src/b.ts'), { lifecycle: 'completed' }), ...files },
  },
  invalid: {
    'a new file that is not there': {
      text: plan(listed('New', 'src/b.ts')),
      ...files,
      said: [{ severity: 'warning', at: '22:4-22:12', message: missing('src/b.ts') }],
    },
    'a modified one, whatever other file has its name': {
      text: plan(listed('Modified', 'server/index.ts')),
      run: 'scan',
      ...files,
      said: [{ severity: 'warning', at: '22:4-22:19', message: missing('server/index.ts', 'modified') }],
    },
    'a deleted one that is there': {
      text: plan(listed('Deleted', 'src/a.ts')),
      ...files,
      said: [
        {
          severity: 'warning',
          at: '22:4-22:12',
          message:
            '"Index" is complete and lists "src/a.ts" as deleted, which is still there: delete it, or open the task again.',
        },
      ],
    },
    'more globs than are looked for': {
      text: plan(listed('New', ...Array.from({ length: 201 }, (_, index) => `src/a.t[s${index}]`))),
      ...files,
      said: [
        {
          severity: 'warning',
          at: '222:4-222:17',
          message:
            '"Index" is complete and lists "src/a.t[s200]" behind 200 other globs, more than are looked for: list the files.',
        },
      ],
    },
    'a glob without a match and a file, as one finding': {
      text: plan(listed('New', 'src/*.sql', 'src/b.ts')),
      ...files,
      said: [
        {
          severity: 'warning',
          at: '22:4-22:13',
          message: missing('src/*.sql'),
          help: 'And 1 more, on line 23: "src/b.ts".',
          count: 2,
        },
      ],
    },
  },
});
