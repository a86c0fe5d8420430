import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { ends } from '../ends.ts';
import { fc } from '../fuzzing/fast-check.ts';

const linksOf = (text: string): readonly string[] =>
  parsePlan('plan.md', text).links.map(
    ({ target, range: { start, end } }) =>
      `${start.line}:${start.column}-${end.line}:${end.column} ${target}`,
  );

describe('links of the body', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['a link', 'See [a](b.md).', ['1:9-1:13 b.md']],
    ['a link with a title', '[a](b.md "Why (not)") [c](d.md)', ['1:5-1:9 b.md', '1:27-1:31 d.md']],
    ['an image in a link', '[![a](b.png)](c.md)', ['1:7-1:12 b.png', '1:15-1:19 c.md']],
    ['angle brackets', '[a](<the b.md>)', ['1:6-1:14 the b.md']],
    ['parentheses', '[a](b(c).md)', ['1:5-1:12 b(c).md']],
    ['a text over two lines', '- x [a\n  b](c.md)', ['2:6-2:10 c.md']],
    ['a target on the next line', '[a](\n b.md)', ['2:2-2:6 b.md']],
    [
      'a heading, a quote, an entry',
      '# [a](a.md)\n\n> [b](b.md)\n\n- [c](c.md)',
      ['1:7-1:11 a.md', '3:7-3:11 b.md', '5:7-5:11 c.md'],
    ],
    ['a table', '| [a](a.md) | b |\n| - | - |\n| c | [d](d.md) |', ['1:7-1:11 a.md', '3:11-3:15 d.md']],
    ['definitions', '[a][b]\n\n[b]: c.md "Why"\n> [d]: <e.md>', ['3:6-3:10 c.md', '4:9-4:13 e.md']],
    ['code', '`[a](b.md)` ``[c](d.md)``\n\n    [e](f.md)\n', []],
    ['a comment', '<!-- [a](b.md) --> [c](d.md)', []],
    ['a comment in the text', 'x <!-- [a](b.md) --> [c](d.md)', ['1:26-1:30 d.md']],
    ['what is escaped', '\\[a](b.md) [c\\](d.md)', []],
    ['what is never closed', '[a](b.md and [c](d', []],
    ['blanks before the parenthesis', '[a] (b.md)', []],
    ['no target', '[a]() [b](<>)', []],
  ])('%s', (_, text, links) => {
    expect(linksOf(text)).toEqual(links);
  });

  test('lie behind the front matter, on lines of the file', () => {
    expect(linksOf('---\r\ntitle: "[a](b.md)"\r\n---\r\n[c](d.md)\r\n')).toEqual(['4:5-4:9 d.md']);
  });

  test('stand where they are written, whatever the text, soon', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '`',
      '\\',
      ' ',
      '\n',
      '!',
      'a',
      '"',
      '|',
      ']: ',
      '](',
    );
    fc.assert(
      fc.property(fc.string({ unit: pieces, maxLength: 80 }), (text) => {
        const lines = text.split('\n');
        for (const { target, range } of parsePlan('plan.md', text).links) {
          expect(lines[range.start.line - 1]?.slice(range.start.column - 1, range.end.column - 1)).toBe(
            target,
          );
        }
      }),
    );
    expect(ends(() => linksOf('[](a'.repeat(100_000)).length)).toBe(0);
  });
});
