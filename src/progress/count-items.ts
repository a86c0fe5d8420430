import { isUnresolved } from '../plan/is-unresolved.ts';
import type { Item, ItemKind } from '../plan/plan.ts';
import type { Count } from './progress.ts';

/** Whether an item is part of progress; the others are only shown. */
export const isCounted = ({ kind }: Item): boolean => kind !== 'other';

export const isDone = ({ state }: Item): boolean => state === 'done';

/** How many of a kind there are, by what they say. */
export const countKind = (items: readonly Item[], kind: ItemKind): Count =>
  countItems(items.filter((item) => item.kind === kind));

export function countItems(items: readonly Item[]): Count {
  const numberOf = (state: Item['state']): number => items.filter((item) => item.state === state).length;
  const done = numberOf('done');
  return {
    done,
    total: done + items.filter(isUnresolved).length,
    deferred: numberOf('deferred'),
    cancelled: numberOf('cancelled'),
  };
}
