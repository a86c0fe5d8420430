import type { RootContent } from 'mdast';
import { blockRange } from './block-range.ts';

/** 1-based lines of headings, paragraphs and tables. */
export function proseLinesOf(blocks: readonly RootContent[]): readonly number[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'table': {
        const { start, end } = blockRange(block);
        return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
      }
      case 'blockquote':
        return proseLinesOf(block.children);
      case 'list':
        return block.children.flatMap((item) => proseLinesOf(item.children));
      default:
        return [];
    }
  });
}
