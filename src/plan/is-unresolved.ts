import type { Item } from './plan.ts';

/** The one place that decides what is still to be done: neither done, deferred nor cancelled. */
export const isUnresolved = ({ state }: Pick<Item, 'state'>): boolean =>
  state === 'open' || state === 'in-progress';
