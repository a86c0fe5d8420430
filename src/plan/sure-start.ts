import type { RootContent } from 'mdast';
import { parseMarkdown } from './markdown-tree.ts';

export interface SureStart {
  /** Index of the line on which a block begins, whatever stands above and below it. */
  readonly line: number;
  /** The blocks above that line. */
  readonly before: readonly RootContent[];
  /** The line begins an entry of the list that is the last of `before`. */
  readonly isInList: boolean;
}

/**
 * The last place below the first line of a piece from which the text can be read anew: everything above it is
 * closed. `start` is the index of that first line. null when there is none.
 */
export function lastSureStart(
  piece: readonly RootContent[],
  lines: readonly string[],
  start: number,
): SureStart | null {
  for (const [index, block] of [...piece.entries()].toReversed()) {
    const inList = lastEntry(block);
    if (inList !== null) {
      const { line, list } = inList;
      return { line: start + line - 1, before: [...piece.slice(0, index), list], isInList: true };
    }
    const line = start + (block.position?.start.line ?? 1) - 1;
    if (line > start && (endsItself(piece[index - 1]) || isSure(lines[line] ?? '', lines[line - 1] ?? ''))) {
      return { line, before: piece.slice(0, index), isInList: false };
    }
  }
  return null;
}

/** The last entry of a list with several, and the list without it. */
function lastEntry(block: RootContent): { readonly line: number; readonly list: RootContent } | null {
  if (block.type !== 'list' || block.children.length < 2) return null;
  const line = block.children.at(-1)?.position?.start.line;
  return line === undefined ? null : { line, list: { ...block, children: block.children.slice(0, -1) } };
}

const endsItself = (block: RootContent | undefined): boolean =>
  block?.type === 'heading' || block?.type === 'thematicBreak';

/** Behind a blank line nothing is continued but what the reader would have gone on with; other lines must end any paragraph. */
const isSure = (line: string, before: string): boolean =>
  /^[ \t]*\r?$/.test(before) || parseMarkdown(`x\n${line}`).children.length > 1;
