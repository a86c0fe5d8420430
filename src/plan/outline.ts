import type { ListItem, RootContent } from 'mdast';
import { blankComments } from './blank-out.ts';
import { blankTagsOverLines } from './inline-markup.ts';
import type { Range } from './position.ts';
import { rangeOf, type TextLine } from './text-line.ts';

/** A block of the body as it is written, in the order of the file: neither code nor HTML nor comments. */
export type OutlineBlock = Heading | Paragraph | Entry | Table;

export interface Heading {
  readonly kind: 'heading';
  readonly depth: number;
  readonly line: TextLine;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** List entries around it. */
  readonly level: number;
  readonly lines: readonly TextLine[];
}

/** An entry of a list with its first paragraph; what else it holds follows, at a higher level. */
export interface Entry {
  readonly kind: 'entry';
  readonly level: number;
  /** What GitHub shows: a ticked or an open box, or none. */
  readonly checked: boolean | null;
  /** Without the bullet and GitHub's box; empty where the entry begins with something else than text. */
  readonly lines: readonly TextLine[];
  /** From the bullet to the end of its first line. */
  readonly opening: TextLine;
}

export interface Table {
  readonly kind: 'table';
  readonly header: readonly TextLine[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly TextLine[];
  readonly range: Range;
}

type Positioned = Pick<RootContent, 'position'>;

interface Around {
  readonly level: number;
  readonly source: readonly string[];
}

/** `source` are the lines of the file. */
export const outlineOf = (
  blocks: readonly RootContent[],
  source: readonly string[],
): readonly OutlineBlock[] => blocks.flatMap((block) => ofBlock(block, { level: 0, source }));

function ofBlock(block: RootContent, around: Around): readonly OutlineBlock[] {
  switch (block.type) {
    case 'heading': {
      const line = linesOf(block.children, around)[0];
      return line === undefined ? [] : [{ kind: 'heading', depth: block.depth, line }];
    }
    case 'paragraph':
      return [{ kind: 'paragraph', level: around.level, lines: linesOf([block], around) }];
    case 'blockquote':
      return block.children
        .flatMap((child) => ofBlock(child, around))
        .filter(({ kind }) => kind !== 'heading');
    case 'list':
      return block.children.flatMap((item) => ofItem(item, around));
    case 'table': {
      const [header, ...rows] = block.children.map(({ children, position }) => ({
        cells: children.map((cell) => cellOf(cell, around)),
        range: rangeOf(lineOf({ position }, around)),
      }));
      return header === undefined ? [] : [{ kind: 'table', header: header.cells, rows }];
    }
    default:
      return [];
  }
}

function ofItem(item: ListItem, around: Around): readonly OutlineBlock[] {
  const [first, ...rest] = item.children;
  const isText = first?.type === 'paragraph';
  const below = isText ? rest : item.children;
  return [
    {
      kind: 'entry',
      level: around.level,
      checked: item.checked ?? null,
      lines: isText ? linesOf([first], around) : [],
      opening: lineOf({ position: item.position }, around),
    },
    ...below.flatMap((child) => ofBlock(child, { ...around, level: around.level + 1 })),
  ];
}

/** The lines from the first of some nodes to the last, without what quotes and lists put in front of them. */
function linesOf(nodes: readonly Positioned[], { source }: Around): readonly TextLine[] {
  const start = nodes[0]?.position?.start;
  const end = nodes.at(-1)?.position?.end;
  if (start === undefined || end === undefined) return [];
  const lines: TextLine[] = [];
  for (let line = start.line; line <= end.line; line++) {
    const whole = (source[line - 1] ?? '').replace(/\r$/, '');
    const from = line === start.line ? Math.min(start.column - 1, whole.length) : whole.search(/[^ \t>]|$/);
    const to = line === end.line ? end.column - 1 : whole.length;
    lines.push({ line, column: from + 1, text: whole.slice(from, to).trimEnd() });
  }
  return withoutHidden(lines);
}

const lineOf = (node: Positioned, around: Around): TextLine =>
  linesOf([node], around)[0] ?? { line: 1, column: 1, text: '' };

/** An empty cell stands where its white space is. */
function cellOf(cell: { readonly children: readonly Positioned[] } & Positioned, around: Around): TextLine {
  const [text] = linesOf(cell.children, around);
  if (text !== undefined) return text;
  const { line, column } = lineOf(cell, around);
  return { line, column: column + 1, text: '' };
}

/** Blanks comments and tags of several lines out, so that columns stay true. */
function withoutHidden(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }) => text.includes('<'))) return lines;
  const text = lines.map((line) => line.text).join('\n');
  const blanked = blankTagsOverLines(blankComments(text)).split('\n');
  return lines.map((line, index) => ({ ...line, text: blanked[index] ?? '' }));
}
