import type { RootContent } from 'mdast';
import { blocksIn, MAX_BLOCKS } from './count-blocks.ts';
import { isOpenLiteral, literalEnd } from './literal-block.ts';
import { type MarkdownLines, placed, splitLines } from './markdown-lines.ts';
import { parseMarkdown } from './markdown-tree.ts';
import { firstTooMuch, type Load, loadOf, NO_LOAD, whyStopped } from './reading-load.ts';
import { lastSureStart, type SureStart } from './sure-start.ts';

/** Bounds of a body: far above what people write. */
export const MAX_BODY_CHARACTERS = 2_000_000;
/** Lines of one block: a table, a quote, a list item with all below it. Code and HTML may be longer. */
export const MAX_BLOCK_LINES = 2_150;

/** Lines that are read at once, so that no text is ever read as a whole. */
const PIECE = 150;

export interface Blocks {
  /** With the positions of the file. Of code, and of the lines of HTML, there may be less than is written. */
  readonly blocks: readonly RootContent[];
  /** One sentence that names the first line that is not read; null when all is. */
  readonly problem: string | null;
}

/**
 * Reads the blocks of a Markdown text piece by piece. The last block of a piece may go on, so it is read again with
 * what follows: the blocks are those of the text read as a whole. `firstLine` is the text's first line in the file.
 */
export function readBlocks(text: string, firstLine: number): Blocks {
  const isTooLong = text.length > MAX_BODY_CHARACTERS;
  const source = splitLines(isTooLong ? text.slice(0, MAX_BODY_CHARACTERS) : text, firstLine);
  const { blocks, unread } = readLines(source);
  if (unread !== null) return { blocks, problem: notRead(unread.line, unread.reason) };
  const last = source.placeOf(source.lines.length - 1, 1).line;
  return { blocks, problem: isTooLong ? notRead(last, 'the plan is too long; split it') : null };
}

export const notRead = (line: number, reason: string): string =>
  `The plan is not read from line ${line} on: ${reason}.`;

interface Unread {
  readonly line: number;
  readonly reason: string;
}

function readLines(source: MarkdownLines): {
  readonly blocks: readonly RootContent[];
  readonly unread: Unread | null;
} {
  const { lines, placeOf } = source;
  const blocks: RootContent[] = [];
  let isInList = false;
  let size = PIECE;
  let start = 0;
  /** Of the lines above `start`, but for code and HTML. */
  let above: Load = NO_LOAD;
  let count = 0;
  while (start < lines.length) {
    if (count > MAX_BLOCKS) return { blocks, unread: { line: placeOf(start, 1).line, reason: TOO_MANY } };
    const deep = firstTooMuch(lines, { from: start, to: start + size, above });
    const end = Math.min(deep ?? start + size, lines.length);
    const piece = parseMarkdown(lines.slice(start, end).join('\n')).children;
    const sure = lastSureStart(piece, lines, start);
    const step = end === lines.length ? DONE : nextStep({ piece, sure, lines, start, end, deep });
    if (step.kind === 'grow' && size < MAX_BLOCK_LINES) {
      size = Math.min(2 * size, MAX_BLOCK_LINES);
      continue;
    }
    const kept = keptOf(piece, step, lines, start);
    append(blocks, placed(kept, start, source), { isInList });
    count += blocksIn(kept);
    switch (step.kind) {
      case 'cut':
        isInList = step.at.isInList;
        above = loadOf(lines.slice(start, step.at.line), above);
        start = step.at.line;
        size = Math.min(end - start + PIECE, MAX_BLOCK_LINES);
        break;
      case 'skip':
        isInList = false;
        start = step.to;
        size = PIECE;
        break;
      case 'grow':
        return {
          blocks,
          unread: {
            line: placeOf(end, 1).line,
            reason: 'a block there is too long; part it with empty lines',
          },
        };
      case 'stop':
        return {
          blocks,
          unread: { line: placeOf(end, 1).line, reason: whyStopped(lines, { start, end, above }) },
        };
      default:
        step satisfies never;
    }
  }
  return { blocks, unread: null };
}

type Step =
  /** The last block may go on: it is read again. */
  | { readonly kind: 'cut'; readonly at: SureStart }
  /** Nothing is wanted of the lines up to there. */
  | { readonly kind: 'skip'; readonly to: number }
  | { readonly kind: 'grow' }
  | { readonly kind: 'stop' };

/** Of HTML that goes on behind the lines that were read, the whole is wanted: it may hide what follows. */
function keptOf(
  piece: readonly RootContent[],
  step: Step,
  lines: readonly string[],
  start: number,
): readonly RootContent[] {
  if (step.kind === 'cut') return step.at.before;
  const last = piece.at(-1);
  const line = last?.position?.start.line;
  if (step.kind !== 'skip' || step === DONE || last?.type !== 'html' || line === undefined) return piece;
  return [...piece.slice(0, -1), { ...last, value: lines.slice(start + line - 1, step.to).join('\n') }];
}

const DONE: Step = { kind: 'skip', to: Number.POSITIVE_INFINITY };

function nextStep(read: {
  readonly piece: readonly RootContent[];
  readonly sure: SureStart | null;
  readonly lines: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly deep: number | null;
}): Step {
  const { piece, sure, lines, start, end, deep } = read;
  if (deep === null && sure !== null) return { kind: 'cut', at: sure };
  const last = piece.at(-1);
  if (last === undefined && deep === null) return { kind: 'skip', to: end };
  // Code and HTML may be of any length, and hold any line.
  const from = sure?.line ?? start;
  const isAlone = last?.position?.start.line === from - start + 1;
  if (last !== undefined && isAlone && isOpenLiteral(last, lines.slice(from, end))) {
    return { kind: 'skip', to: literalEnd(lines[from] ?? '', lines, end) };
  }
  return { kind: deep === null ? 'grow' : 'stop' };
}

const TOO_MANY = 'it has too many paragraphs, entries and headings; split the plan';

/** Adds blocks; the first of them is the rest of the last list when the cut was inside of it. */
function append(
  blocks: RootContent[],
  more: readonly RootContent[],
  { isInList }: { readonly isInList: boolean },
): void {
  const [first, ...rest] = more;
  const list = blocks.at(-1);
  if (isInList && first?.type === 'list' && list?.type === 'list') {
    list.children.push(...first.children);
    blocks.push(...rest);
  } else {
    blocks.push(...more);
  }
}
