import type { RootContent } from 'mdast';

/** Blocks of a body: above a hundred thousand boxes. Each costs the reader as much time and memory as a long line. */
export const MAX_BLOCKS = 120_000;

/** Blocks with all that are inside of them; an entry counts as what it holds, and as one when it is empty. */
export const blocksIn = (blocks: readonly RootContent[]): number =>
  blocks.reduce((sum, block) => sum + countOf(block), 0);

function countOf(block: RootContent): number {
  switch (block.type) {
    case 'blockquote':
    case 'list':
      return 1 + blocksIn(block.children);
    case 'listItem':
      return Math.max(1, blocksIn(block.children));
    default:
      return 1;
  }
}
