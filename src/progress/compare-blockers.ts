import type { Plan } from '../plan/plan.ts';
import type { Delta } from './delta.ts';
import { normaliseItem } from './item-words.ts';

/** Blockers that are open on one side only: a closed one and one that is gone are the same. */
export function compareBlockers(base: Plan, head: Plan): Delta['blockers'] {
  const before = openBlockers(base);
  const now = openBlockers(head);
  return { opened: onlyIn(now, before), closed: onlyIn(before, now) };
}

/** As written, by normalised text. */
const openBlockers = ({ selfReport }: Plan): ReadonlyMap<string, string> =>
  new Map(
    selfReport.blockers.filter(({ isClosed }) => !isClosed).map(({ text }) => [normaliseItem(text), text]),
  );

const onlyIn = (these: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): readonly string[] =>
  [...these].filter(([key]) => !others.has(key)).map(([, text]) => text);
