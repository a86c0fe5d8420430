import type { Phase } from '../plan/plan.ts';
import { normaliseItem } from './item-words.ts';
import { type Pairs, pairUp } from './pair-up.ts';

type KeyOf = (phase: Phase) => string | null;

/** The surest sign first: a phase keeps its name when it is renumbered, and its number when it is renamed. */
const KEYS: readonly KeyOf[] = [
  ({ name, number }) => `${number ?? ''} ${normaliseItem(name)}`,
  ({ name }) => (name === '' ? null : normaliseItem(name)),
  ({ number }) => number,
];

/** Which phases of two versions of a plan are the same. */
export function matchPhases(base: readonly Phase[], head: readonly Phase[]): Pairs<Phase> {
  return KEYS.reduce<Pairs<Phase>>(
    ({ pairs, left, right }, keyOf) => {
      const more = pairUp(left, right, keyOf);
      return { ...more, pairs: [...pairs, ...more.pairs] };
    },
    { pairs: [], left: base, right: head },
  );
}
