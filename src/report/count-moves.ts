import type { ItemChange, ItemCounts } from '../progress/delta.ts';
import type { Count } from '../progress/progress.ts';
import { counted } from './counted.ts';

/** The items of one kind that a change moved, by how many. */
export interface ItemMoves {
  readonly ticked: number;
  readonly unticked: number;
  readonly added: number;
  readonly removed: number;
}

/**
 * `+4 tasks`. When the boxes themselves are others than before, a difference alone would mislead: then both fractions are shown,
 * `tasks 3/5 → 4/7 (2 added)`.
 */
export function countMoves(
  kind: ItemChange['kind'],
  { from, to }: { readonly from: Count; readonly to: Count },
  { ticked, unticked, added, removed }: ItemMoves,
): readonly string[] {
  const isExchanged = from.total !== to.total || (from.done !== to.done && added + removed > 0);
  if (isExchanged) {
    const others = inWords([`${added} added`, added], [`${removed} removed`, removed]);
    const fractions = `${kind}s ${from.done}/${from.total} → ${to.done}/${to.total}`;
    return [others.length === 0 ? fractions : `${fractions} (${others.join(', ')})`];
  }
  return inWords(
    [`+${counted(ticked, kind)}`, ticked],
    [`−${counted(unticked, kind)}`, unticked],
    [`${counted(added, kind)} added`, added],
    [`${counted(removed, kind)} removed`, removed],
  );
}

const inWords = (...moves: readonly (readonly [words: string, count: number])[]): readonly string[] =>
  moves.flatMap(([words, count]) => (count > 0 ? [words] : []));

/** How many items there are of each kind. */
export function countKinds(items: readonly ItemChange[]): ItemCounts {
  const of = (kind: ItemChange['kind']): number => items.filter((item) => item.kind === kind).length;
  return { tasks: of('task'), deliverables: of('deliverable'), gates: of('gate') };
}

export const addKinds = (one: ItemCounts, other: ItemCounts): ItemCounts => ({
  tasks: one.tasks + other.tasks,
  deliverables: one.deliverables + other.deliverables,
  gates: one.gates + other.gates,
});

/** Of all kinds together. */
export const sumOfKinds = ({ tasks, deliverables, gates }: ItemCounts): number =>
  tasks + deliverables + gates;

export const KINDS = ['task', 'deliverable', 'gate'] as const satisfies readonly ItemChange['kind'][];
