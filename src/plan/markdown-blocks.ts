import type { RootContent } from 'mdast';
import { literalEnd } from './literal-block.ts';
import { parseMarkdown } from './markdown-tree.ts';

/** Bounds of a body: far above what people write. */
export const MAX_BODY_CHARACTERS = 2_000_000;
/** Quotes and lists inside each other. */
export const MAX_BODY_NESTING = 50;
/** Lines of one block: a table, a quote, a list item with all below it. Code and HTML may be longer. */
export const MAX_BLOCK_LINES = 2_000;

/** Lines that are read at once: the reader of Markdown takes more than linear time for a long text. */
const PIECE = 150;

export interface Piece {
  readonly blocks: readonly RootContent[];
  /** To be added to the lines of the blocks' positions. */
  readonly lineOffset: number;
}

export interface Blocks {
  readonly pieces: readonly Piece[];
  /** One sentence that names the first line that is not read; null when all is. */
  readonly problem: string | null;
}

/**
 * Reads the blocks of a Markdown text piece by piece, each cut where a block begins for certain. `firstLine` is the
 * text's first line in the file. What is beyond the bounds is not read, and that is said.
 */
export function readBlocks(text: string, firstLine: number): Blocks {
  const isTooLong = text.length > MAX_BODY_CHARACTERS;
  const lines = (isTooLong ? text.slice(0, MAX_BODY_CHARACTERS) : text).split('\n');
  const pieces: Piece[] = [];
  let start = 0;
  while (start < lines.length) {
    const { end, problem } = endOfPiece(lines, start);
    const blocks = parseMarkdown(lines.slice(start, end).join('\n')).children;
    pieces.push({ blocks, lineOffset: firstLine + start - 1 });
    const literal = literalEnd(blocks.at(-1), start, lines);
    if (literal === null && problem !== null) return { pieces, problem: notRead(firstLine + end, problem) };
    start = Math.max(end, literal ?? 0);
  }
  return {
    pieces,
    problem: isTooLong ? notRead(firstLine + lines.length - 1, 'the plan is too long') : null,
  };
}

const notRead = (line: number, reason: string): string =>
  `The plan is not read from line ${line} on: ${reason}.`;

/** Where a piece ends (exclusive), and what keeps the text behind it from being read unless it stands in code or HTML. */
function endOfPiece(
  lines: readonly string[],
  start: number,
): { readonly end: number; readonly problem: string | null } {
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (index - start >= PIECE && beginsBlock(line, lines[index - 1] ?? ''))
      return { end: index, problem: null };
    if (isTooDeep(line)) return { end: index, problem: 'it is nested too deeply there' };
    if (index - start >= MAX_BLOCK_LINES + PIECE) return { end: index, problem: 'a block there is too long' };
  }
  return { end: lines.length, problem: null };
}

/** Outside code and HTML such a line ends whatever stands above it. */
const beginsBlock = (line: string, before: string): boolean =>
  /^(?:#{1,6}|[-*+]|1[.)])[ \t]+\S/.test(line) ||
  (/^\S/.test(line) && before.trim() === '') ||
  (NUMBERED.test(line) && NUMBERED.test(before));

const NUMBERED = /^\d{1,9}[.)][ \t]+\S/;

/** Counts the markers in front of a line, and the steps of its indentation when one follows. */
function isTooDeep(line: string): boolean {
  let rest = line.search(/[^ \t]/);
  let depth = /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line.slice(rest, rest + 12)) ? Math.floor(rest / 2) : 0;
  const marker = /(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))[ \t]*/y;
  for (marker.lastIndex = rest; depth <= MAX_BODY_NESTING && marker.test(line); marker.lastIndex = rest) {
    rest = marker.lastIndex;
    depth += 1;
  }
  return depth > MAX_BODY_NESTING;
}
