import type { Blockquote, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { readablePart } from './body-bounds.ts';
import { boldLabel } from './bold-label.ts';
import { boxMark } from './box-mark.ts';
import { parseMarkdown } from './markdown-tree.ts';
import { FILE_START, type Range } from './position.ts';

/** A part of the body that says something about progress, in the order of the file. Texts are Markdown. */
export type BodyPart =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string; readonly range: Range }
  | { readonly kind: 'label'; readonly text: string; readonly range: Range }
  | Box
  | TableRows;

export interface Box {
  readonly kind: 'box';
  readonly mark: string;
  readonly text: string;
  /** From the bullet to the end of its first paragraph. */
  readonly range: Range;
  /** The bold label of the list item around it, which is nearer than any above the list. */
  readonly label: string | null;
}

export interface TableRows {
  readonly kind: 'table';
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly range: Range }[];
}

export interface Body {
  readonly parts: readonly BodyPart[];
  /** 1-based lines of headings, paragraphs and tables: neither code nor HTML. */
  readonly proseLines: ReadonlySet<number>;
  /** One sentence when not all of it was read; else null. */
  readonly problem: string | null;
}

/** Reads the lines of a file below its front matter. Never throws; positions are those of the file. */
export function readBody(text: string, frontMatterLines: number): Body {
  const body = text.slice(offsetOfLine(text, frontMatterLines + 1));
  const { text: readable, problem } = readablePart(body, frontMatterLines + 1);
  try {
    // The line feeds stand for the front matter, so that every position is one of the file.
    const { children } = parseMarkdown('\n'.repeat(frontMatterLines) + readable);
    return { parts: partsOf(children, null), proseLines: proseLinesOf(children), problem };
  } catch {
    return { parts: [], proseLines: new Set(), problem: 'The plan cannot be read as Markdown.' };
  }
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let current = 1; current < line; current++) {
    const feed = text.indexOf('\n', offset);
    if (feed === -1) return text.length;
    offset = feed + 1;
  }
  return offset;
}

type Block = RootContent | Blockquote['children'][number];

const partsOf = (blocks: readonly Block[], label: string | null): readonly BodyPart[] =>
  blocks.flatMap((block) => partsOfBlock(block, label));

function partsOfBlock(block: Block, label: string | null): readonly BodyPart[] {
  switch (block.type) {
    case 'heading':
      return [
        { kind: 'heading', depth: block.depth, text: inlineText(block.children), range: rangeOf(block) },
      ];
    case 'paragraph':
      return labelPart(block);
    case 'blockquote':
      return partsOf(block.children, label).filter(({ kind }) => kind !== 'heading');
    case 'list':
      return partsOfList(block, label);
    case 'table':
      return [tablePart(block)];
    default:
      return [];
  }
}

function labelPart(paragraph: Paragraph): readonly BodyPart[] {
  const text = boldLabel(inlineText(paragraph.children));
  return text === null ? [] : [{ kind: 'label', text, range: rangeOf(paragraph) }];
}

function partsOfList(list: List, label: string | null): readonly BodyPart[] {
  const amongBoxes = list.children.some(({ checked }) => typeof checked === 'boolean');
  return list.children.flatMap((item) => partsOfItem(item, amongBoxes, label));
}

/** A box with boxes below it is a group: only these count. */
function partsOfItem(item: ListItem, amongBoxes: boolean, label: string | null): readonly BodyPart[] {
  const [first, ...rest] = item.children;
  const text = first?.type === 'paragraph' ? inlineText(first.children) : '';
  const box = boxMark(text, item.checked ?? null, amongBoxes);
  const ownLabel = box === null ? (boldLabel(text) ?? label) : label;
  const below = partsOf(first?.type === 'paragraph' ? rest : item.children, ownLabel).filter(
    ({ kind }) => kind === 'box' || kind === 'table',
  );
  if (box === null || first === undefined || below.some(({ kind }) => kind === 'box')) return below;
  const range = { start: rangeOf(item).start, end: rangeOf(first).end };
  return [{ kind: 'box', ...box, range, label }, ...below];
}

const tablePart = (table: Table): TableRows => {
  const [header, ...rows] = table.children.map((row) => ({
    cells: row.children.map((cell) => inlineText(cell.children)),
    range: rangeOf(row),
  }));
  return { kind: 'table', header: header?.cells ?? [], rows };
};

function proseLinesOf(blocks: readonly Block[], lines = new Set<number>()): ReadonlySet<number> {
  for (const block of blocks) {
    if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'table') {
      const { start, end } = rangeOf(block);
      for (let line = start.line; line <= end.line; line++) lines.add(line);
    } else if (block.type === 'blockquote') {
      proseLinesOf(block.children, lines);
    } else if (block.type === 'list') {
      for (const item of block.children) proseLinesOf(item.children, lines);
    }
  }
  return lines;
}

const inlineText = (nodes: readonly PhrasingContent[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.value : ' ')).join('');

function rangeOf({ position }: Block | ListItem | Table['children'][number]): Range {
  if (position === undefined) return FILE_START;
  const { start, end } = position;
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
