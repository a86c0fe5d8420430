import { describe, expect, test } from '@jest/globals';
import { blocksIn } from '../../src/plan/count-blocks.ts';
import { parseMarkdown } from '../../src/plan/markdown-tree.ts';

const counted = (text: string): number => blocksIn(parseMarkdown(text).children);

describe('blocks are counted', () => {
  test.each([
    ['nothing', '', 0],
    ['a paragraph, whatever its lines', 'one\ntwo\n', 1],
    ['headings and a line', '# One\n\nTwo\n---\n\n***\n', 3],
    ['a list with what its entries hold', '- one\n- two\n\n  more\n', 4],
    ['an empty entry as one', '-\n-\n', 3],
    ['lists in lists', '- - one\n', 3],
    ['quotes with what they hold', '> one\n>\n> two\n', 3],
    ['a table as one', '| A |\n| - |\n| b |\n| c |\n', 1],
  ])('%s', (_, text, count) => {
    expect(counted(text)).toBe(count);
  });
});
