import type { List, ListItem, RootContent, Table } from 'mdast';
import { blockRange } from './block-range.ts';
import { inlineText } from './block-text.ts';
import { boldLabel } from './bold-label.ts';
import { boxMark } from './box-mark.ts';
import { dependenciesOf } from './dependencies.ts';
import { isUnresolved } from './is-unresolved.ts';
import { itemState } from './item-state.ts';
import type { Range } from './position.ts';
import { writtenText } from './written-text.ts';

/** A part of the body that says something about progress, in the order of the file. Texts are Markdown. */
export type BodyPart =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string; readonly range: Range }
  | { readonly kind: 'label'; readonly text: string; readonly range: Range }
  | Box
  /** A box that is open though nothing below it is: a heading for the boxes below it, and counted with none. */
  | OpenGroup
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

export interface OpenGroup extends Omit<Box, 'kind'> {
  readonly kind: 'open-group';
}

export interface TableRows {
  readonly kind: 'table';
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly range: Range }[];
}

/** What holds for the blocks inside of another. */
interface Surroundings {
  readonly label: string | null;
  /** The lines of the file. */
  readonly source: readonly string[];
}

/** The parts of these blocks and of all inside of them, in the order of the file. */
export const bodyParts = (blocks: readonly RootContent[], around: Surroundings): readonly BodyPart[] =>
  blocks.flatMap((block) => partsOfBlock(block, around));

function partsOfBlock(block: RootContent, around: Surroundings): readonly BodyPart[] {
  const range = blockRange(block);
  switch (block.type) {
    case 'heading':
      return [
        { kind: 'heading', depth: block.depth, text: writtenText(block.children, around.source), range },
      ];
    case 'paragraph': {
      const text = boldLabel(inlineText(block.children));
      return text === null ? [] : [{ kind: 'label', text, range }];
    }
    case 'blockquote':
      return bodyParts(block.children, around).filter(({ kind }) => kind !== 'heading');
    case 'list':
      return partsOfList(block, around);
    case 'table':
      return [tablePart(block, around)];
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
  const text = first?.type === 'paragraph' ? writtenText(first.children, around.source) : '';
  const checked = item.checked ?? null;
  const isText = checked === null && isEscaped(text, first, around);
  const box = isText ? null : boxMark(text, checked, amongBoxes);
  const label = box === null ? (boldLabel(text) ?? around.label) : around.label;
  const below = bodyParts(first?.type === 'paragraph' ? rest : item.children, { ...around, label }).filter(
    ({ kind }) => kind !== 'heading' && kind !== 'label',
  );
  if (box === null || first === undefined) return below;
  const range = {
    start: blockRange(item).start,
    end: blockRange(first).end,
  };
  const part = { ...box, range, label: around.label, dependsOn: dependenciesOf(item.children) };
  if (!below.some(({ kind }) => kind === 'box')) return [{ kind: 'box', ...part }, ...below];
  const group: OpenGroup = { kind: 'open-group', ...part };
  const isOpenAlone = isOpen(group) && !below.some((other) => other.kind === 'box' && isOpen(other));
  return isOpenAlone ? [group, ...below] : below;
}

/** Every box around it asks for that. */
const known = new WeakMap<Box | OpenGroup, boolean>();

function isOpen(box: Box | OpenGroup): boolean {
  const answer = known.get(box) ?? isUnresolved({ state: itemState(box.mark, box.text) });
  known.set(box, answer);
  return answer;
}

/** The tree has the brackets of `\[/]` and `&#91;/]` as well, without what makes them text. */
function isEscaped(text: string, first: RootContent | undefined, { source }: Surroundings): boolean {
  const start = first?.position?.start;
  return text.startsWith('[') && start !== undefined && source[start.line - 1]?.[start.column - 1] !== '[';
}

function tablePart(table: Table, { source }: Surroundings): TableRows {
  const [header, ...rows] = table.children.map((row) => ({
    cells: row.children.map((cell) => writtenText(cell.children, source)),
    range: blockRange(row),
  }));
  return { kind: 'table', header: header?.cells ?? [], rows };
}
