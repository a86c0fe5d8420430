import { describe, expect, test } from '@jest/globals';
import picomatch from 'picomatch/posix.js';
import { compileGlob } from '../../src/settings/glob.ts';
import { globProblem } from '../../src/settings/glob-problem.ts';
import { ends } from '../ends.ts';
import { fc } from '../fuzzing/fast-check.ts';

const matches = (glob: string, path: string): boolean => compileGlob(glob).matches(path);

describe('a glob', () => {
  test.each<readonly [glob: string, matching: readonly string[], others: readonly string[]]>([
    ['a.md', ['a.md'], ['a-md', 'A.md', 'x/a.md', 'a.md/x']],
    ['*.md', ['a.md', '.md', '.a.md', 'a\nb.md'], ['a.txt', 'x/a.md', 'a.md.bak']],
    ['?.md', ['a.md', '🚀.md'], ['.md', 'ab.md']],
    ['*a*b', ['ab', 'xaxbxb', 'aab'], ['ba', 'xaxbx']],
    ['**', ['a', 'x/y/a'], []],
    ['**/a', ['a', 'x/a', 'x/y/a'], ['xa', 'a/x']],
    ['x/**/a', ['x/a', 'x/y/a', 'x/y/z/a'], ['xa', 'x/y/b', 'y/x/a']],
    ['x/**', ['x/a', 'x/y/a'], ['x', 'y/x', 'xa']],
    ['*/**', ['x/a', 'x/y/a'], ['a']],
    ['x/**/y/**/a', ['x/y/a', 'x/y/y/a', 'x/b/y/c/y/a'], ['x/a', 'y/x/a']],
    ['x**.md', ['x.md', 'xa.md'], ['x/a.md']],
    ['[ab].md', ['a.md', 'b.md'], ['c.md', '[ab].md']],
    ['[!ab].md', ['c.md', '!.md'], ['a.md', '.md']],
    ['[^ab].md', ['c.md'], ['a.md']],
    ['[a-c0-9-].md', ['b.md', '7.md', '-.md'], ['d.md', 'a-.md']],
    ['[]x].md', ['].md', 'x.md'], ['[]x].md']],
    ['[*][[].md', ['*[.md'], ['a[.md']],
    ['a[/]b', ['a[/]b'], ['a/b']],
    ['{a,b}.md', ['a.md', 'b.md'], ['{a,b}.md', 'ab.md']],
    ['{a,b/**}/c', ['a/c', 'b/c', 'b/x/c'], ['a/x/c']],
    ['{a,{b,c}d,}.md', ['a.md', 'bd.md', 'cd.md', '.md'], ['b.md']],
    ['a{[,],x}.md', ['a,.md', 'ax.md'], ['a[.md']],
    ['{a}(1).md', ['{a}(1).md'], ['a(1).md', 'a1.md']],
  ])('%j', (glob, matching, others) => {
    expect(matching.filter((path) => !matches(glob, path))).toEqual([]);
    expect(others.filter((path) => matches(glob, path))).toEqual([]);
  });

  test('says whether it is more than the path that it spells', () => {
    const wild = ['*', 'a/**', '?', '[a]', '{a,b}'];
    expect(wild.filter((glob) => !compileGlob(glob).hasWildcards)).toEqual([]);
    const plain = ['a', 'a/b.md', '{a}', '[', 'a(b)'];
    expect(plain.filter((glob) => compileGlob(glob).hasWildcards)).toEqual([]);
  });

  test('matches what a well-known matcher matches', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', '.', '?', '*', '[ab]', '[^a]', '{a,bb}'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => parts.join('').replaceAll(/\*+/g, '*'))
      .filter((text) => !/[?*]\.|^\.+$/.test(text));
    const folders = fc.array(fc.oneof(name, fc.constant('**')), { maxLength: 4 });
    const glob = fc.tuple(folders, name).map(([above, last]) => [...above, last]);
    const path = fc.array(fc.stringMatching(/^[ab.]{0,4}[ab]$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(glob, path, (names, steps) => {
        const [pattern, file] = [names.join('/'), steps.join('/')];
        expect(matches(pattern, file)).toBe(picomatch.isMatch(file, pattern, { dot: true }));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a*?/[]{},!^-('), maxLength: 200 }), (text) => {
        globProblem(text);
        ends(() => matches(text, `${'a'.repeat(100)}/${'a'.repeat(100)}`));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a hostile name is decided against', () => {
  test.each([
    ['many stars', `docs/${'*a'.repeat(400)}b.md`, `docs/${'a'.repeat(4_000)}.md`],
    ['many folders', `${'**/a/'.repeat(150)}b`, `${'a/'.repeat(2_000)}c`],
    ['stars in many folders', `${'**/*a*a*/'.repeat(80)}b`, `${'aaaa/'.repeat(800)}c`],
    ['sets', `${'*[!b][ab]'.repeat(90)}c`, 'a'.repeat(4_000)],
  ])('%s', (_, glob, path) => {
    expect(ends(() => matches(glob, path))).toBe(false);
  });
});

describe('a glob that selects something else than it seems to', () => {
  const bracket = (open: string, close: string): string =>
    `opens "${open}" and does not close it: add "${close}", or write "[${open}]" for the br`;
  test.each([
    ['docs\\plans\\**', 'has a backslash: write "/" between folders, and "[*]" for a star that is meant'],
    ['plans/[a-z.md', bracket('[', ']')],
    ['plans/[a/b].md', bracket('[', ']')],
    ['plans/[].md', bracket('[', ']')],
    ['{plans,docs/**', bracket('{', '}')],
    ['{a,{b,c}.md', bracket('{', '}')],
    ['plans/{1..9}.md', 'has a range in braces: write its members out, such as "{1,2,3}".'],
    ['plans/[[:alpha:]].md', 'names a class of characters: write the characters out, such as "[a-z0-9]".'],
    ['!(old).md', 'has "!(", which is not supported: use braces such as "{a,b}"'],
    ['!plans/+(a|b).md', 'has "+(", which is not supported: use braces such as "{a,b}"'],
    ['../plans/*.md', 'has "." or ".." for a folder: write the path from the root of the repository.'],
    ['plans/./*.md', 'has "." or ".." for a folder: write the path from the root of the repository.'],
    ['./', 'names nothing: write "**" for everything in the repository.'],
    ['{a,b}'.repeat(8), 'can be read in over 200 ways: use fewer braces, or several globs.'],
  ])('%j', (glob, problem) => {
    expect(globProblem(glob)?.slice(0, problem.length)).toBe(problem);
    expect(globProblem(glob)).toMatch(/\.$/);
  });

  test.each([
    '**',
    './a',
    '/a',
    '!a/**',
    'a [draft].md',
    'a (1).md',
    '[!(]x',
    '{a}',
    'a}',
    ']',
    '[]a]',
    '{a,b}',
  ])('is not %j', (glob) => {
    expect(globProblem(glob)).toBeNull();
  });
});
