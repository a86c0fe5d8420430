import type { RootContent } from 'mdast';
import { parseMarkdown } from './markdown-tree.ts';
import { isTooDeep } from './nesting.ts';

/** A line that is a paragraph of its own wherever it is not taken into the block above it. */
const PROBE = 'x';
const CHUNK = 500;

/** Whether a block of code or HTML holds what follows its lines as well. Paragraphs and quotes are none. */
export const isOpenLiteral = (block: RootContent, lines: readonly string[]): boolean =>
  (block.type === 'code' || block.type === 'html') && takesIn([...lines, PROBE]);

const takesIn = (lines: readonly string[]): boolean => parseMarkdown(lines.join('\n')).children.length === 1;

/**
 * The index of the line behind a block of code or HTML that is still open before line `from`. What ends such a block
 * hangs on its `opening` line alone, so that it is read in chunks, each below that line.
 */
export function literalEnd(opening: string, lines: readonly string[], from: number): number {
  for (let start = from; start < lines.length; start += CHUNK) {
    const chunk = lines.slice(start, start + CHUNK).map(withoutNesting);
    const { children } = parseMarkdown([opening, ...chunk, PROBE].join('\n'));
    const behind = children[1]?.position?.start.line;
    if (behind !== undefined) return start + behind - 2;
  }
  return lines.length;
}

/** Such a line can end HTML but no code, and it still does; it is read again when the block ends above it. */
const withoutNesting = (line: string): string => (isTooDeep(line) ? `${PROBE}${line}` : line);
