import { describe, expect, test } from '@jest/globals';
import { code, text } from '../../src/report/markdown.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { nodesOf, parse, REFERENCES, skeleton, visibleText } from './gfm.ts';
import { hostileText } from './hostile-text.ts';

describe('text from strangers', () => {
  test.each([
    [
      'plain words stay as they are',
      'Self-update v2, phase 1/3 (snake_case)',
      'Self-update v2, phase 1/3 (snake_case)',
    ],
    ['a mention', 'ask @octocat', 'ask @&#8203;octocat'],
    ['an e-mail address', 'mail a@b.example', 'mail a@&#8203;b.example'],
    ['an issue', 'see #12 and acme/x#3', 'see #&#8203;12 and acme/x#&#8203;3'],
    ['an issue by prefix', 'GH-12, gh-1, GHSA-x', 'GH&#8203;-12, gh&#8203;-1, GHSA&#8203;-x'],
    ['a commit', 'deadbeef123', 'deadbe&#8203;ef123'],
    ['an address', 'https://x.example', 'https:&#8203;//x.example'],
    ['an address without scheme', 'www.x.example', 'www&#8203;.x.example'],
    ['an emoji code', ':tada: fix: x', ':&#8203;tada: fix: x'],
    ['a link', '[a](b)', '&#91;a&#93;(b)'],
    ['a table cell', 'a | b', 'a &#124; b'],
    ['HTML', '<b>&amp;</b><!-- x -->', '&lt;b&gt;&amp;amp;&lt;/b&gt;&lt;!-- x --&gt;'],
    ['emphasis', '*a* _b_ ~c~', '&#42;a&#42; &#95;b&#95; &#126;c&#126;'],
    ['code', '`x`', '&#96;x&#96;'],
    ['a formula', '$x$', '<span>&#36;</span>x<span>&#36;</span>'],
    ['a backslash', 'a\\|b', 'a&#92;&#124;b'],
    ['a list', '- a', '&#45; a'],
    ['a numbered list', '12. a', '12&#46; a'],
    ['a heading', '# a', '#&#8203; a'],
    ['an underline', '===', '&#61;=='],
    ['lines', ' a\r\n\tb\u2028c ', 'a b c'],
    [
      'bidi marks, zero-width and control characters',
      '\u202ea\u2066b\u200bc\u0000d\u001b[31me\ufeff',
      'abcd&#91;31me',
    ],
    ['nothing visible', '\u200b\n', '–'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_, value, expected) => {
    expect(text(value, 100)).toBe(expected);
  });

  test('is cut at a character, never inside one, and says so', () => {
    expect(text('abcdef', 4)).toBe('abc…');
    expect(text('🙂🙂🙂', 2)).toBe('🙂…');
    expect(text('🙂🙂🙂', 3)).toBe('🙂🙂🙂');
    expect(text('&&&&', 3)).toBe('&amp;&amp;…');
  });

  test('is one text wherever it stands, and calls nobody', () => {
    fc.assert(
      fc.property(hostileText, (value) => {
        const words = text(value, 200);
        for (const [markdown, shape] of [
          [words, 'root(paragraph(text))'],
          [`# x\n\n- ${words}`, 'root(heading(text),list(listItem(paragraph(text))))'],
          [
            `| a |\n| --- |\n| ${words} |`,
            'root(table(tableRow(tableCell(text)),tableRow(tableCell(text))))',
          ],
          [`[${words}](https://x.example)`, 'root(paragraph(link(text)))'],
          [`**${words}**`, null],
          [`<details><summary>${words}</summary>\n\n</details>`, 'root(<details<summary</summary,</details)'],
        ] as const) {
          const tree = parse(markdown);
          if (shape !== null) expect(skeleton(tree)).toBe(shape);
          for (const reference of REFERENCES) expect(visibleText(tree)).not.toMatch(reference);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('shows what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (value) => {
        const shown = visibleText(parse(`x ${text(value, 1_000)}`)).replace(/[\u200b\n]/g, '');
        expect(shown).toBe(`x ${value.replace(/\s+/g, ' ').trim() || '–'}`);
      }),
    );
  });
});

describe('code', () => {
  test.each([
    ['a path', 'docs/plans/a.md', '`docs/plans/a.md`'],
    ['backticks inside', 'a``b', '```a``b```'],
    ['backticks at the ends', '`a`', '`` `a` ``'],
    ['a new line', 'a\nb', '`a b`'],
    ['nothing', '\u200b', '` `'],
    ['markup is left alone', '*a* @b #1', '`*a* @b #1`'],
  ])('%s', (_, value, expected) => {
    expect(code(value)).toBe(expected);
  });

  test('is cut in the middle', () => {
    expect(code('docs/plans/active/a.md', 11)).toBe('`docs/…/a.md`');
  });

  test('is one span with the text that was written', () => {
    fc.assert(
      fc.property(hostileText, (value) => {
        const tree = parse(`a ${code(value)} b`);
        expect(skeleton(tree)).toBe('root(paragraph(text,inlineCode,text))');
        const span = nodesOf(tree).find(({ type }) => type === 'inlineCode');
        expect(span).toMatchObject({ type: 'inlineCode' });
      }),
    );
  });
});
