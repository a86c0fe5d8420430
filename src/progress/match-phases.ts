import type { Phase } from '../plan/plan.ts';
import { normaliseItem } from './item-words.ts';
import { inSteps, type Pairs, pairUp } from './pair-up.ts';

type Step = (left: readonly Phase[], right: readonly Phase[]) => Pairs<Phase>;

/** The surest sign first: a phase keeps its name when it is renumbered, and its items when it is renamed as well. */
const STEPS: readonly Step[] = [
  (left, right) => pairUp(left, right, ({ name, number }) => `${number ?? ''} ${normaliseItem(name)}`),
  (left, right) => pairUp(left, right, ({ name }) => (name === '' ? null : normaliseItem(name))),
  pairByItems,
  (left, right) => pairUp(left, right, ({ number }) => number),
];

/** Which phases of two versions of a plan are the same. */
export const matchPhases = (base: readonly Phase[], head: readonly Phase[]): Pairs<Phase> =>
  inSteps(STEPS, base, head);

/** Pairs phases that have at least half of their items in common; one that has no name yet is another thing. */
function pairByItems(left: readonly Phase[], right: readonly Phase[]): Pairs<Phase> {
  // Worked out once: many a phase may ask for the same home.
  const textsAt = new Map(left.filter(isNamed).map((phase) => [phase, textsOf(phase)]));
  const homes = new Map(
    [...textsAt].flatMap(([phase, texts]) => texts.map((text) => [text, phase] as const)),
  );
  const partners = new Map<Phase, Phase>();
  for (const phase of right.filter(isNamed)) {
    const texts = textsOf(phase);
    const common = new Map<Phase, number>();
    for (const text of texts) {
      const home = homes.get(text);
      if (home !== undefined) common.set(home, (common.get(home) ?? 0) + 1);
    }
    const [[home, count] = [null, 0]] = [...common].toSorted(([, a], [, b]) => b - a);
    if (home === null || partners.has(home)) continue;
    if (2 * count >= Math.max(texts.length, textsAt.get(home)?.length ?? 0)) partners.set(home, phase);
  }
  const found = new Set(partners.values());
  return {
    pairs: [...partners],
    left: left.filter((phase) => !partners.has(phase)),
    right: right.filter((phase) => !found.has(phase)),
  };
}

const isNamed = ({ name, number }: Phase): boolean => name !== '' || number !== null;

const textsOf = ({ items }: Phase): readonly string[] => [
  ...new Set(items.map(({ text }) => normaliseItem(text))),
];
