import type { Blockquote, List, ListItem, RootContent, Table } from 'mdast';
import { inlineText } from './block-text.ts';
import { boldLabel } from './bold-label.ts';
import { boxMark } from './box-mark.ts';
import { dependenciesOf } from './dependencies.ts';
import { anchorsIn, linksIn, type ReadLinks } from './links.ts';
import { readBlocks } from './markdown-blocks.ts';
import { type OutlineBlock, outlineOf } from './outline.ts';
import type { UnclosedFence } from './plan.ts';
import { FILE_START, type Range } from './position.ts';
import { findUnclosedFence } from './unclosed-fence.ts';
import { findWaiverComments } from './waiver-comments.ts';
import type { CommentWaivers } from './waivers.ts';

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
  /** What its `Depends on:` names, as plain text. */
  readonly dependsOn: readonly string[];
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
  /** The same blocks as they are written, with all that is said beside the boxes. */
  readonly outline: readonly OutlineBlock[];
  readonly unclosedFence: UnclosedFence | null;
  readonly links: ReadLinks;
  readonly anchors: ReadonlySet<string>;
  readonly waivers: CommentWaivers;
  /** One sentence when not all of it was read; else null. */
  readonly problem: string | null;
}

/** Reads the lines of a file below its front matter. Never throws; positions are those of the file. */
export function readBody(text: string, frontMatterLines: number): Body {
  const lines = text.split('\n');
  const body = lines.slice(frontMatterLines).join('\n');
  try {
    const { blocks, problem } = readBlocks(body, frontMatterLines + 1);
    const outline = outlineOf(blocks, lines);
    const proseLines = new Set(proseLinesOf(blocks));
    return {
      parts: partsOf(blocks, { label: null, source: lines }),
      proseLines,
      outline,
      links: linksIn(outline, blocks, lines),
      anchors: anchorsIn(blocks, body),
      unclosedFence: problem === null ? findUnclosedFence(blocks, lines) : null,
      waivers: findWaiverComments(blocks, lines, proseLines),
      problem,
    };
  } catch {
    return {
      parts: [],
      proseLines: new Set(),
      outline: [],
      unclosedFence: null,
      links: { links: [], cutAt: null },
      anchors: new Set(),
      waivers: { entries: [], misread: [] },
      problem: 'The plan cannot be read as Markdown.',
    };
  }
}

type Block = RootContent | Blockquote['children'][number];

/** What holds for the blocks inside of another. */
interface Surroundings {
  readonly label: string | null;
  /** The lines of the file. */
  readonly source: readonly string[];
}

const partsOf = (blocks: readonly Block[], around: Surroundings): readonly BodyPart[] =>
  blocks.flatMap((block) => partsOfBlock(block, around));

function partsOfBlock(block: Block, around: Surroundings): readonly BodyPart[] {
  const range = rangeOf(block);
  switch (block.type) {
    case 'heading':
      return [{ kind: 'heading', depth: block.depth, text: inlineText(block.children), range }];
    case 'paragraph': {
      const text = boldLabel(inlineText(block.children));
      return text === null ? [] : [{ kind: 'label', text, range }];
    }
    case 'blockquote':
      return partsOf(block.children, around).filter(({ kind }) => kind !== 'heading');
    case 'list':
      return partsOfList(block, around);
    case 'table':
      return [tablePart(block)];
    default:
      return [];
  }
}

function partsOfList(list: List, around: Surroundings): readonly BodyPart[] {
  const amongBoxes = list.children.some(({ checked }) => typeof checked === 'boolean');
  return list.children.flatMap((item) => partsOfItem(item, amongBoxes, around));
}

/** A box with boxes below it is a group: only these count. */
function partsOfItem(item: ListItem, amongBoxes: boolean, around: Surroundings): readonly BodyPart[] {
  const [first, ...rest] = item.children;
  const text = first?.type === 'paragraph' ? inlineText(first.children) : '';
  const checked = item.checked ?? null;
  const isText = checked === null && isEscaped(text, first, around);
  const box = isText ? null : boxMark(text, checked, amongBoxes);
  const label = box === null ? (boldLabel(text) ?? around.label) : around.label;
  const below = partsOf(first?.type === 'paragraph' ? rest : item.children, { ...around, label }).filter(
    ({ kind }) => kind === 'box' || kind === 'table',
  );
  if (box === null || first === undefined || below.some(({ kind }) => kind === 'box')) return below;
  const range = {
    start: rangeOf(item).start,
    end: rangeOf(first).end,
  };
  return [
    { kind: 'box', ...box, range, label: around.label, dependsOn: dependenciesOf(item.children) },
    ...below,
  ];
}

/** The tree has the brackets of `\[/]` and `&#91;/]` as well, without what makes them text. */
function isEscaped(text: string, first: Block | undefined, { source }: Surroundings): boolean {
  const start = first?.position?.start;
  return text.startsWith('[') && start !== undefined && source[start.line - 1]?.[start.column - 1] !== '[';
}

function tablePart(table: Table): TableRows {
  const [header, ...rows] = table.children.map((row) => ({
    cells: row.children.map((cell) => inlineText(cell.children)),
    range: rangeOf(row),
  }));
  return { kind: 'table', header: header?.cells ?? [], rows };
}

function proseLinesOf(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'table': {
        const { start, end } = rangeOf(block);
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

function rangeOf({ position }: Block | ListItem | Table['children'][number]): Range {
  if (position === undefined) return FILE_START;
  const { start, end } = position;
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
