import { describe, expect, test } from '@jest/globals';
import { selectCandidates, selectPlans } from '../../src/settings/plan-selection.ts';
import { ends } from '../ends.ts';

const DEFAULT_PLANS = ['docs/plans/**/*.md', 'plans/**/*.md'];

/** Of these paths, the ones that are plans. */
const chosen = (paths: readonly string[], plans: readonly string[], ignore: readonly string[] = []) =>
  paths.filter(selectPlans({ plans, ignore }));

describe('the default folders', () => {
  test.each([
    'docs/plans/a.md',
    'plans/a.md',
    'docs/plans/active/deep/er/a.md',
    'docs/plans/.hidden/a.md',
    'docs/plans/.a.md',
    'plans/PLAN.MD',
    'plans/a b [draft] (1) {x}.md',
    'plans/#1 what?.md',
    'plans/it\'s "quoted".md',
    'plans/🚀 launch.md',
    'plans/line\nfeed.md',
    'plans/line\nfeed/a.md',
    'plans/back\\slash.md',
    'plans/!not.md',
    'plans/template-engine.md',
    'plans/readme-rewrite.md',
    'plans/my_template.md',
  ])('have the plan %j', (path) => {
    expect(chosen([path], DEFAULT_PLANS)).toEqual([path]);
  });

  test.each([
    'a.md',
    'docs/a.md',
    'src/plans/a.md',
    'docs/plans/a.txt',
    'docs/plans/a.md.bak',
    'docs/plans/a.mdx',
    'docs/plans/md',
    'Docs/plans/a.md',
    'plans/README.md',
    'plans/sub/ReadMe.MD',
    'plans/index.md',
    'plans/CLAUDE.md',
    'plans/agents.md',
    'plans/_template.md',
    'plans/_Template-small.md',
    'plans/template/a.md',
    'plans/Templates/deep/a.md',
  ])('do not have %j', (path) => {
    expect(chosen([path], DEFAULT_PLANS)).toEqual([]);
  });
});

describe('globs', () => {
  const paths = ['plans/a.md', 'plans/old/a.md', 'plans/old/keep.md', 'other/a.md', 'a.md'];

  test.each([
    [
      'the last that matches wins',
      ['plans/**', '!plans/old/**', 'plans/old/keep.md'],
      ['plans/a.md', 'plans/old/keep.md'],
    ],
    ['a negation comes back', ['plans/**', 'plans/old/keep.md', '!plans/old/**'], ['plans/a.md']],
    ['a negation alone selects nothing', ['!plans/old/**'], []],
    ['one star stays in its folder', ['plans/*.md'], ['plans/a.md']],
    ['a slash in front is the root', ['/plans/*.md', '/a.md'], ['plans/a.md', 'a.md']],
    ['a dot in front is the root', ['./plans/*.md', '!./plans/a.md', './/a.md'], ['a.md']],
    ['a folder may be named', ['plans/old', 'other/'], ['plans/old/a.md', 'plans/old/keep.md', 'other/a.md']],
    ['a folder may be taken out', ['plans/**', '!plans/old'], ['plans/a.md']],
    ['wildcards may end in a folder', ['*/old/'], ['plans/old/a.md', 'plans/old/keep.md']],
    ['a folder with wildcards is no file', ['plans/*/'], ['plans/old/a.md', 'plans/old/keep.md']],
    ['a wildcard names no folder by itself', ['plans/*'], ['plans/a.md']],
    ['words in braces', ['{plans,other}/a.md'], ['plans/a.md', 'other/a.md']],
    ['the ending counts in any case', ['plans/a.MD'], []],
  ])('%s', (_what, plans, expected) => {
    expect(chosen(paths, plans)).toEqual(expected);
  });

  test('a name with brackets may be written as it is', () => {
    expect(chosen(['plans/[a] b.md', 'plans/a b.md'], ['plans/[a] b.md'])).toContain('plans/[a] b.md');
  });

  test('Markdown in capitals is meant by its small letters, and by its own', () => {
    expect(chosen(['plans/A.MD'], ['plans/*.md'])).toEqual(['plans/A.MD']);
    expect(chosen(['plans/A.MD'], ['plans/*.MD'])).toEqual(['plans/A.MD']);
  });
});

describe('what is ignored', () => {
  const paths = ['plans/a.md', 'plans/notes.md', 'plans/README.md', 'plans/templates/a.md'];

  test('comes beside what is ignored anyway', () => {
    expect(chosen(paths, DEFAULT_PLANS, ['**/notes.md'])).toEqual(['plans/a.md']);
  });

  test('may be taken back', () => {
    expect(chosen(paths, DEFAULT_PLANS, ['!plans/README.md', '!plans/templates'])).toEqual(paths);
  });

  test('is also ignored in a folder that is named', () => {
    const elsewhere = ['x/a.md', 'x/notes.md', 'x/README.md', 'x/a.txt'];
    expect(elsewhere.filter(selectCandidates({ ignore: ['x/notes.md'] }))).toEqual(['x/a.md']);
  });
});

test('a hostile path is decided', () => {
  const isPlan = selectPlans({
    plans: [...DEFAULT_PLANS, 'docs/plans/*a*a*a*a*a*a*ab.md'],
    ignore: ['**/a*/**/b*/**/*.md'],
  });
  const paths = [
    `plans/${'a/b/'.repeat(1000)}x.txt`,
    `plans/${'a/b/'.repeat(1000)}x.md`,
    `docs/plans/${'a'.repeat(100)}.md`,
  ];
  expect(ends(() => paths.map(isPlan))).toEqual([false, false, true]);
});
