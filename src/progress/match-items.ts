import type { Item, Phase } from '../plan/plan.ts';
import { normaliseItem, numberOf, withoutNumber } from './item-words.ts';
import { ALIKE, ALIKE_ELSEWHERE, candidatesAmong, likeness, SAME_NUMBER } from './likeness.ts';
import { inSteps, type Pairs, pairUp } from './pair-up.ts';

/** An item with the phase it stands in. */
export interface PlacedItem {
  readonly item: Item;
  readonly phase: Phase;
  /** The same for a phase at the base and the one at the head that it became. */
  readonly phaseId: string;
  readonly text: string;
  readonly words: string;
}

type KeyOf = (placed: PlacedItem) => string | null;

/**
 * The surest sign first. Of several items with one text those in the same state belong together, so that two that
 * changed places are no change.
 */
const KEYS: readonly KeyOf[] = [
  ({ phaseId, item, text }) => JSON.stringify([phaseId, item.kind, text, item.state]),
  ({ phaseId, item, text }) => JSON.stringify([phaseId, item.kind, text]),
  ({ phaseId, item, words }) => JSON.stringify([phaseId, words, item.state]),
  ({ phaseId, words }) => JSON.stringify([phaseId, words]),
  ({ item, text }) => (text === '' ? null : JSON.stringify([text, item.state])),
  ({ item, words }) => (words === '' ? null : JSON.stringify([words, item.state])),
  ({ words }) => (words === '' ? null : words),
];

export const placeItem = (item: Item, phase: Phase, phaseId: string): PlacedItem => {
  const text = normaliseItem(item.text);
  return { item, phase, phaseId, text, words: withoutNumber(text) };
};

/** Which items of two versions of a plan are the same: by text, then by likeness, never by place. */
export const matchItems = (base: readonly PlacedItem[], head: readonly PlacedItem[]): Pairs<PlacedItem> =>
  inSteps<PlacedItem>([...KEYS.map((keyOf) => pairBy(keyOf)), pairAlike], base, head);

const pairBy =
  (keyOf: KeyOf) =>
  (left: readonly PlacedItem[], right: readonly PlacedItem[]): Pairs<PlacedItem> =>
    pairUp(left, right, keyOf);

/** Edited items: the most alike first, and those in the same phase before others. */
function pairAlike(left: readonly PlacedItem[], right: readonly PlacedItem[]): Pairs<PlacedItem> {
  const candidates = candidatesAmong(left.map(({ words }) => words));
  const alike = right
    .flatMap((to) => candidates(to.words).flatMap((index) => scoreOf(left[index], to)))
    .filter(({ isNear, score }) => score >= (isNear ? ALIKE : ALIKE_ELSEWHERE))
    .toSorted((a, b) => Number(b.isNear) - Number(a.isNear) || b.score - a.score || byTexts(a, b));

  const partners = new Map<PlacedItem, PlacedItem>();
  const taken = new Set<PlacedItem>();
  for (const { from, to } of alike) {
    if (taken.has(from) || partners.has(to)) continue;
    taken.add(from);
    partners.set(to, from);
  }
  return {
    pairs: [...partners].map(([to, from]) => [from, to]),
    left: left.filter((placed) => !taken.has(placed)),
    right: right.filter((placed) => !partners.has(placed)),
  };
}

/** The same there and back. */
function byTexts(a: Score, b: Score): number {
  const [one, other] = [textsOf(a), textsOf(b)];
  return one < other ? -1 : Number(one > other);
}

const textsOf = ({ from, to }: Score): string => [from.words, to.words].toSorted().join('\n');

interface Score {
  readonly from: PlacedItem;
  readonly to: PlacedItem;
  readonly isNear: boolean;
  readonly score: number;
}

/** In one phase the same number in front speaks for the same item, when its words are not all new. */
function scoreOf(from: PlacedItem | undefined, to: PlacedItem): readonly Score[] {
  if (from === undefined) return [];
  const isNear = from.phaseId === to.phaseId;
  const number = numberOf(to.text);
  const bonus = isNear && number !== '' && number === numberOf(from.text) ? SAME_NUMBER : 0;
  return [{ from, to, isNear, score: likeness(from.words, to.words) + bonus }];
}
