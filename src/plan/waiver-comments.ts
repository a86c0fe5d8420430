import type { Blockquote, List, ListItem, RootContent } from 'mdast';
import { dotCodeSpans } from './blank-out.ts';
import type { Range } from './position.ts';
import { type CommentWaivers, MAX_WAIVERS, reasonIn, type Waiver } from './waivers.ts';

type Block = RootContent | ListItem;

const COMMENT = /^<!--\s*plan-check-ignore(?![\w-])/i;
const OTHER_COMMENT = /^<!--\s*(plan-check-[\w-]+)/i;

/**
 * The comments `<!-- plan-check-ignore rule: reason -->` that stand on lines of their own. Each holds for the block
 * that begins on the next line with something on it: a paragraph, a heading, a table, an entry of a list with all below it.
 * @param source the lines of the file.
 */
export function findWaiverComments(
  blocks: readonly RootContent[],
  source: readonly string[],
  proseLines: ReadonlySet<number>,
): CommentWaivers {
  if (!source.some(isSpeakingToUs)) return { entries: [], misread: [] };
  const ends = new Map<number, number>();
  const comments: Comment[] = [];
  const others: CommentWaivers['misread'][number][] = [];
  collect(blocks, source, { ends, comments, others });
  const behind = new Map<number, number>();
  for (const { range } of comments) behind.set(range.start.line, range.end.line + 1);
  return {
    entries: comments
      .slice(0, MAX_WAIVERS + 1)
      .map(({ words, range }) => waiverOf(words, range, { source, ends, behind })),
    misread: [...others.slice(0, MAX_WAIVERS), ...misplaced(source, proseLines)],
  };
}

const isSpeakingToUs = (line: string): boolean => /plan-check-/i.test(line);

interface Comment {
  /** Behind the keyword. */
  readonly words: string;
  readonly range: Range;
}

interface Found {
  /** The last line of the outermost block that begins on a line. */
  readonly ends: Map<number, number>;
  readonly comments: Comment[];
  /** Comments to us that say nothing we know. */
  readonly others: CommentWaivers['misread'][number][];
}

function collect(blocks: readonly Block[], source: readonly string[], found: Found): void {
  for (const block of blocks) {
    const { position } = block;
    if (position === undefined) continue;
    const { start, end } = position;
    // Of a list only the entry is meant.
    if (block.type !== 'list' && !found.ends.has(start.line)) found.ends.set(start.line, end.line);
    if (block.type === 'html') {
      found.comments.push(...commentsIn(source, start.line, end.line));
      found.others.push(...otherCommentsIn(source, start.line, end.line));
    } else if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote') {
      collect(childrenOf(block), source, found);
    }
  }
}

const childrenOf = (block: List | ListItem | Blockquote): readonly Block[] => block.children;

/** HTML may hold further lines, and further comments. */
function commentsIn(source: readonly string[], from: number, to: number): readonly Comment[] {
  const comments: Comment[] = [];
  for (let line = from; line <= to; line++) {
    const text = lineAt(source, line);
    const indent = text.search(/[^ \t>]|$/);
    const opening = COMMENT.exec(text.slice(indent));
    if (opening === null) continue;
    const lines = [text.slice(indent + opening[0].length)];
    let last = line;
    while (!(lines.at(-1) ?? '').includes('-->') && last < to) lines.push(lineAt(source, ++last));
    const closing = lineAt(source, last).indexOf('-->');
    if (closing === -1) break;
    comments.push({
      words: lines.join(' ').split('-->', 1)[0] ?? '',
      range: {
        start: { line, column: indent + 1 },
        end: { line: last, column: closing + '-->'.length + 1 },
      },
    });
    line = last;
  }
  return comments;
}

/** `plan-check-disable` and the like, which hide nothing. */
function otherCommentsIn(source: readonly string[], from: number, to: number): CommentWaivers['misread'] {
  return source.slice(from - 1, to).flatMap((text, index) => {
    const indent = text.search(/[^ \t>]|$/);
    const [opening = '', word] = OTHER_COMMENT.exec(text.slice(indent)) ?? [];
    if (word === undefined || word.toLowerCase() === 'plan-check-ignore') return [];
    const line = from + index;
    const range = {
      start: { line, column: indent + 1 },
      end: { line, column: indent + opening.length + 1 },
    };
    return [{ kind: 'comment', word, range } as const];
  });
}

function waiverOf(
  words: string,
  range: Range,
  {
    source,
    ends,
    behind,
  }: Pick<Found, 'ends'> & {
    readonly source: readonly string[];
    /** The line behind each comment. */
    readonly behind: ReadonlyMap<number, number>;
  },
): Waiver {
  const [rule = '', ...reason] = words.replace(/\s+/g, ' ').split(':');
  let from = range.end.line + 1;
  while (from <= source.length && (behind.has(from) || lineAt(source, from).trim() === '')) {
    from = behind.get(from) ?? from + 1;
  }
  return {
    rule: rule.trim() || null,
    reason: reasonIn(reason.join(':').trim()),
    until: { kind: 'none' },
    range,
    lines: { from, to: ends.get(from) ?? from },
  };
}

/** In a line of text the comment is easily overlooked, and it is not clear what it is about. */
const misplaced = (source: readonly string[], proseLines: ReadonlySet<number>): CommentWaivers['misread'] =>
  [...proseLines]
    .filter((line) => isSpeakingToUs(lineAt(source, line)))
    .flatMap((line) => {
      const text = dotCodeSpans(lineAt(source, line));
      const start = text.search(/<!--\s*plan-check-ignore(?![\w-])/i);
      if (start === -1) return [];
      const close = text.indexOf('-->', start);
      const end = close === -1 ? text.length : close + '-->'.length;
      const range = { start: { line, column: start + 1 }, end: { line, column: end + 1 } };
      return [{ kind: 'place', range } as const];
    });

const lineAt = (source: readonly string[], line: number): string =>
  (source[line - 1] ?? '').replace(/\r$/, '');
