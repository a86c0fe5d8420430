import type { ItemChange } from '../progress/delta.ts';
import type { Count } from '../progress/progress.ts';
import { counted } from './counted.ts';

/** The items of one kind that a change moved, by how many. */
export interface ItemMoves {
  readonly ticked: number;
  readonly unticked: number;
  readonly added: number;
  readonly removed: number;
}

/** When the number of boxes moved, a difference alone would mislead: then both fractions are shown, `tasks 3/5 → 4/7`. */
export function countMoves(
  kind: ItemChange['kind'],
  { from, to }: { readonly from: Count; readonly to: Count },
  { ticked, unticked, added, removed }: ItemMoves,
): readonly string[] {
  if (from.total !== to.total) {
    return [`${kind}s ${from.done}/${from.total} → ${to.done}/${to.total}`];
  }
  return [
    ticked > 0 ? `+${counted(ticked, kind)}` : '',
    unticked > 0 ? `−${counted(unticked, kind)}` : '',
    added > 0 ? `${counted(added, kind)} added` : '',
    removed > 0 ? `${counted(removed, kind)} removed` : '',
  ].filter((words) => words !== '');
}

export const KINDS = ['task', 'deliverable', 'gate'] as const satisfies readonly ItemChange['kind'][];
