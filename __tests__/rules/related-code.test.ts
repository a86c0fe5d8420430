import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { relatedCodeMatcher, relatedCodeOf } from '../../src/rules/related-code.ts';
import { ends } from '../ends.ts';
import { fc } from '../fuzzing/fast-check.ts';

const PLAN = 'docs/plans/active/search.md';
const read = (pattern: string) => relatedCodeMatcher(pattern, PLAN);

describe('an entry of related_code', () => {
  test.each<readonly [pattern: string, matching: readonly string[], others: readonly string[]]>([
    ['src/a.ts', ['src/a.ts', 'src/a.ts/x'], ['a.ts', 'src/a.tsx', 'SRC/a.ts', 'lib/src/a.ts']],
    ['src', ['src', 'src/a.ts', 'src/x/a.ts'], ['srcs/a.ts', 'lib/src/a.ts']],
    ['src/', ['src/a.ts'], ['srcs/a.ts']],
    ['./src', ['src/a.ts'], []],
    ['/src//x/', ['src/x/a.ts'], ['src/a.ts']],
    ['../../../src', ['src/a.ts'], []],
    ['../shared', ['docs/plans/shared/a.ts'], ['shared/a.ts']],
    ['src/../lib', ['lib/a.ts'], ['src/a.ts']],
    ['`src/a.ts`', ['src/a.ts'], []],
    ['[Search](src/a.ts)', ['src/a.ts'], []],
    ['src/a.ts:12', ['src/a.ts', 'src/a.ts:12'], ['src/a.ts:13']],
    ['src/a.ts:12-20', ['src/a.ts'], []],
    ['src/a.ts:12:5', ['src/a.ts'], []],
    ['src/a.py::Search.run', ['src/a.py'], []],
    ['src/a.ts#L10', ['src/a.ts'], []],
    ['bindings/c#/a.cs', ['bindings/c#/a.cs'], ['bindings/d#/a.cs']],
    ['src/a.ts (new)', ['src/a.ts', 'src/a.ts (new)'], []],
    ['`src/a.ts` - the client', ['src/a.ts'], []],
    ['src/a.ts — the client (new)', ['src/a.ts'], []],
    ['docs/the plan.md', ['docs/the plan.md'], ['docs/the']],
    ['src/*.ts', ['src/a.ts', 'src/x.ts/a'], ['src/x/a.ts', 'a.ts']],
    ['src/**/*.ts', ['src/a.ts', 'src/x/a.ts'], ['src/a.js']],
    ['src/**', ['src/a.ts', 'src/x/a.ts'], ['srcs/a.ts']],
    ['src/*', ['src/a.ts', 'src/x/a.ts'], ['src', 'lib/a.ts']],
    ['src/*/', ['src/x/a.ts'], ['lib/x/a.ts']],
    ['packages/*/src', ['packages/a/src/b.ts', 'packages/a/src'], ['packages/a/lib/b.ts']],
    ['src/{a,b}', ['src/a', 'src/b'], ['src/c']],
    ['**/*.sql', ['a.sql', 'x/a.sql'], []],
    ['app/[id]/page.tsx', ['app/[id]/page.tsx', 'app/i/page.tsx'], ['app/x/page.tsx']],
    ['app/[id', ['app/[id/page.tsx'], []],
    ['app/(shop)/page.tsx', ['app/(shop)/page.tsx'], []],
    ['../../../*.ts', ['a.ts'], []],
  ])('%j is about %j', (pattern, matching, others) => {
    const { matches } = read(pattern);
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  test.each([
    'https://github.com/octo/search',
    'git@github.com:octo/search.git',
    'octo/search#12',
    'octo/search@main',
    '@octo/search',
    '#12',
    '~/search',
    '../../../../search/src',
    '[Search](https://example.com)',
  ])('%j is elsewhere', (pattern) => {
    expect(read(pattern).kind).toBe('external');
  });

  test.each([
    ['!src/a.ts', 'leaves something out and names nothing'],
    ['src\\a.ts', 'has a backslash where "/" stands between folders'],
    ['C:/src/a.ts', 'is a path of one machine'],
    ['src/a.ts\nsrc/b.ts', 'has several lines'],
    ['x'.repeat(1_001), 'has over 1000 characters'],
    ['/', 'names nothing'],
  ])('%j says nothing', (pattern, problem) => {
    expect(read(pattern)).toMatchObject({ kind: 'unreadable', problem });
  });

  test('shows what it may spell, the likeliest first', () => {
    expect(read('./src/a.ts:12 (new)')).toMatchObject({
      kind: 'path',
      spellings: ['src/a.ts', 'src/a.ts:12', 'src/a.ts:12 (new)'],
    });
    expect(read('src/x/*.ts')).toMatchObject({ kind: 'glob', folder: 'src/x' });
  });

  test('is read whatever it holds, soon', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string(), (pattern, path) => {
        expect([true, false]).toContain(read(pattern).matches(path));
      }),
    );
    expect(ends(() => read(' ('.repeat(499)).matches('a'))).toBe(false);
  });
});

test('the globs of a plan may be read in two hundred ways, and it may name paths without end', () => {
  const names = (count: number, name: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `  - "${name(index)}"\n`).join('');
  const plan = parsePlan(
    'docs/plan.md',
    `---\nrelated_code:\n${names(101, (index) => `src/*{${index},x}`)}${names(200, (index) => `src/${index}.ts`)}---\n`,
  );
  const kinds = relatedCodeOf(plan).map(({ code }) => code.kind);
  expect(kinds.slice(0, 102)).toEqual([...Array.from({ length: 100 }, () => 'glob'), 'unreadable', 'path']);
  expect(kinds.filter((kind) => kind === 'path')).toHaveLength(200);
});
