import { describe, expect, test } from '@jest/globals';
import type { Nodes, RootContent } from 'mdast';
import { readBlocks } from '../../src/plan/markdown-blocks.ts';
import { parseMarkdown } from '../../src/plan/markdown-tree.ts';
import { fc } from '../fuzzing/fast-check.ts';

/** Every block with its place, but code and HTML, of which nothing is wanted. */
const outlined = (nodes: readonly RootContent[]): readonly string[] =>
  nodes.flatMap((node) => shown(node, ''));

function shown(node: Nodes, indent: string): readonly string[] {
  if (node.type === 'code' || node.type === 'html' || node.type === 'definition') return [];
  const { start, end } = node.position ?? {};
  // Lists and their entries end where the next block begins, with blank lines or without.
  const to =
    'children' in node && (node.type === 'list' || node.type === 'listItem')
      ? ''
      : `${end?.line}:${end?.column}`;
  const checked = node.type === 'listItem' ? ` ${node.checked}` : '';
  const value = node.type === 'text' ? ` ${JSON.stringify(node.value)}` : '';
  return [
    `${indent}${node.type}${checked}${value} ${start?.line}:${start?.column}-${to}`,
    ...('children' in node ? node.children.flatMap((child) => shown(child, `${indent} `)) : []),
  ];
}

const whole = (text: string): readonly string[] => outlined(parseMarkdown(text).children);
const piecewise = (text: string): readonly string[] => outlined(readBlocks(text, 1).blocks);

const TRICKY = [
  '',
  '',
  '',
  '- [ ] open',
  '- [x] done',
  '* [x] star',
  '1. [ ] one',
  '2. two',
  '3) three',
  '-',
  '  - [ ] below',
  '    - [x] deeper',
  '  more of it',
  '   three blanks',
  '    four blanks',
  ' - [ ] one blank',
  '\t- [ ] a tab',
  'words',
  'words | with a bar',
  '===',
  '---',
  '- - -',
  '***',
  '# Heading',
  '## Phase 1: Dig',
  '#no heading',
  '> quote',
  '> - [ ] quoted',
  '> ```',
  '>',
  '```',
  '```js',
  '~~~',
  '````',
  '  ```',
  '- ```',
  '<br>',
  '</pre>',
  '<?php',
  '?>',
  '<!-- opens',
  'closes -->',
  '<!-- both -->',
  '<!X',
  '<![CDATA[',
  ']]>',
  '<div>',
  '</div>',
  '<script>',
  '</script>',
  '  <br>',
  '- <br>',
  '- <!-- in an entry',
  '| a | b |',
  '| - | - |',
  '- | -',
  '|-|-|',
  '| [ ] | x |',
  '[a]: /b',
  '"title',
  'title"',
  '[x]',
];

describe('a text read piece by piece', () => {
  test.each(['<br>', '</pre>', '<?php', '<img src="x">'])(
    'loses no entry of a list that has %s between its entries',
    (tag) => {
      const filler = Array.from({ length: 74 }, (_, index) => `filler ${index}\n`);
      const tasks = Array.from({ length: 40 }, (_, index) => `- [ ] task ${index}\n${tag}`);
      const text = [...filler, ...tasks].join('\n');
      expect(piecewise(text)).toEqual(whole(text));
    },
  );

  test('has one list where the pieces cut it', () => {
    const { blocks } = readBlocks('- [ ] task\n'.repeat(1_000), 1);
    expect(blocks.map((block) => (block.type === 'list' ? block.children.length : block.type))).toEqual([
      1_000,
    ]);
  });

  test.each([
    ['blank lines', '\n'.repeat(5_000)],
    ['rules', '---\n'.repeat(5_000)],
    ['headings over text', '# a\ntext\n'.repeat(5_000)],
    ['a table below a table', '| a |\n| - |\n| b |\n\n'.repeat(1_500)],
  ])('may have %s without end', (_, text) => {
    expect(readBlocks(`${text}- [ ] last\n`, 1)).toMatchObject({ problem: null });
    expect(piecewise(`${text}\n- [ ] last\n`).at(-1)).toContain('"last"');
  });

  const line = fc.constantFrom(...TRICKY);
  /** The same few lines again and again, as long plans have them, around some that are not. */
  const block = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 60 }))
    .map(([lines, times]) => Array.from({ length: times }, () => lines).flat());
  const text = fc
    .array(fc.oneof(block, fc.array(line, { maxLength: 40 })), { minLength: 1, maxLength: 8 })
    .map((blocks) => blocks.flat().join('\n'));

  test('has the blocks of the text read as a whole', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        const { problem } = readBlocks(markdown, 1);
        if (problem === null) expect(piecewise(markdown)).toEqual(whole(markdown));
      }),
      { numRuns: 150, seed: 1 },
    );
  });
});

describe('rules made of signs and blanks', () => {
  test.each([
    ['dashes', '- '.repeat(60)],
    ['stars with tabs', `*${'\t*'.repeat(60)}`],
    ['dashes in a quote', `> ${'- '.repeat(60)}`],
    ['dashes in an entry', `1. ${'- '.repeat(60)}`],
    ['dashes far to the right', `${' '.repeat(110)}- - -`],
  ])('are not nested: %s', (_, rule) => {
    expect(readBlocks(`${rule}\n\n- [ ] read\n`, 1).problem).toBeNull();
  });

  test.each([
    ['other signs at the end', `${'- '.repeat(60)}* * *`],
    ['words at the end', `${'- '.repeat(60)}words`],
  ])('are none with %s', (_, line) => {
    expect(readBlocks(`${line}\n`, 1).problem).toBe(
      'The plan is not read from line 1 on: it is nested too deeply there; nest it less.',
    );
  });
});

test('a lone carriage return ends a line of Markdown, but none of the file', () => {
  const { blocks } = readBlocks('# P\rfoo\rbar\r\n\r\n- [ ] x\r- [x] y\n- [ ] z\r', 4);
  expect(outlined(blocks)).toEqual([
    'heading 4:1-4:4',
    ' text "P" 4:3-4:4',
    'paragraph 4:5-4:12',
    ' text "foo\\nbar" 4:5-4:12',
    'list 6:1-',
    ' listItem false 6:1-',
    '  paragraph 6:7-6:8',
    '   text "x" 6:7-6:8',
    ' listItem true 6:9-',
    '  paragraph 6:15-6:16',
    '   text "y" 6:15-6:16',
    ' listItem false 7:1-',
    '  paragraph 7:7-7:8',
    '   text "z" 7:7-7:8',
  ]);
});

test('the tables of a plan may have many cells, and no more', () => {
  const row = `${'|a'.repeat(9)}|\n`;
  const table = (rows: number): string => `${row}${'|-'.repeat(9)}|\n${row.repeat(rows)}\n`;
  expect(readBlocks(table(1_998).repeat(3), 1).problem).toBeNull();
  expect(readBlocks(table(1_998).repeat(4), 1).problem).toBe(
    'The plan is not read from line 6504 on: its tables have too many cells; split the plan.',
  );
  expect(readBlocks(`\`\`\`\n${row.repeat(7_000)}\`\`\`\n\n- [ ] read\n`, 1).problem).toBeNull();
});

test('a table may have two hundred columns', () => {
  const table = (columns: number): string => `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n`;
  expect(readBlocks(table(190), 1).problem).toBeNull();
  expect(readBlocks(`Text.\n\n${table(210)}`, 1).problem).toBe(
    'The plan is not read from line 3 on: a table has too many columns there; split the table.',
  );
  expect(readBlocks(`\`\`\`\n${table(210)}\`\`\`\n\n- [ ] read\n`, 1).problem).toBeNull();
});

test('a plan may have a hundred thousand blocks, and not many more', () => {
  expect(readBlocks('#\n'.repeat(119_000), 1).problem).toBeNull();
  expect(readBlocks('#\n'.repeat(125_000), 1).problem).toMatch(
    /^The plan is not read from line 120\d{3} on: it has too many paragraphs, entries and headings; split the plan\.$/,
  );
});

test('signs that are escaped may be many, and not without end', () => {
  expect(readBlocks('\\*'.repeat(125_000), 1).problem).toBeNull();
  expect(readBlocks(`Text.\n\n${'\\*&'.repeat(130_000)}`, 1).problem).toBe(
    'The plan is not read from line 3 on: it has too many backslashes and "&"; split the plan.',
  );
  expect(readBlocks(`\`\`\`\n${'\\&\n'.repeat(130_000)}\`\`\`\n\n- [ ] read\n`, 1).problem).toBeNull();
});
