import { boxMark } from './box-mark.ts';
import { plainText } from './inline-text.ts';
import { isUnresolved } from './is-unresolved.ts';
import { itemState } from './item-state.ts';
import type { Entry, OutlineBlock } from './outline.ts';
import type { CheckedParent, ItemState } from './plan.ts';
import { rangeOf } from './text-line.ts';

interface OpenBox {
  readonly entry: Entry;
  readonly text: string;
  readonly state: ItemState;
  hasBoxes: boolean;
  openChildren: number;
}

/** Ticked boxes with unresolved boxes below them, in the order of the file. */
export function findCheckedParents(outline: readonly OutlineBlock[]): readonly CheckedParent[] {
  const parents: CheckedParent[] = [];
  let path: readonly OpenBox[] = [];
  const leave = (level: number): void => {
    for (const box of path.filter(({ entry }) => entry.level >= level).toReversed()) close(box);
    path = path.filter(({ entry }) => entry.level < level);
  };
  const close = (box: OpenBox): void => {
    const isOpenLeaf = !box.hasBoxes && isUnresolved(box);
    const around = path[path.indexOf(box) - 1];
    if (around !== undefined) {
      around.hasBoxes = true;
      around.openChildren += isOpenLeaf ? 1 : box.openChildren;
    }
    if (box.state === 'done' && box.openChildren > 0) {
      const { text, openChildren, entry } = box;
      parents.push({ text: plainText(text), openChildren, range: rangeOf(entry.opening) });
    }
  };
  for (const block of outline) {
    if (block.kind === 'heading') leave(0);
    if (block.kind !== 'entry') continue;
    leave(block.level);
    const text = block.lines.map((line) => line.text).join('\n');
    const box = boxMark(text, block.checked, false);
    if (box === null) continue;
    const state = itemState(box.mark, box.text);
    path = [...path, { entry: block, text: box.text, state, hasBoxes: false, openChildren: 0 }];
  }
  leave(0);
  return parents.toSorted((a, b) => a.range.start.line - b.range.start.line);
}
