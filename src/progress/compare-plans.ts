import type { Phase, Plan } from '../plan/plan.ts';
import { compareBlockers } from './compare-blockers.ts';
import { compareDates } from './compare-dates.ts';
import { compareClaims, compareStates, shownName } from './compare-phases.ts';
import { isCounted, isDone } from './count-items.ts';
import type { Delta, ItemChange } from './delta.ts';
import { matchItems, type PlacedItem, placeItem } from './match-items.ts';
import { matchPhases } from './match-phases.ts';
import { measureProgress } from './measure-progress.ts';
import type { Pairs } from './pair-up.ts';

/** What changed from one version of a plan to the other; the path does not matter. */
export function comparePlans(base: Plan, head: Plan): Delta {
  const phases = matchPhases(base.phases, head.phases);
  return {
    tasks: compareItems(base, head, phases),
    phases: compareStates(base, head, phases),
    claims: compareClaims(head, phases),
    lifecycle: base.lifecycle === head.lifecycle ? null : { from: base.lifecycle, to: head.lifecycle },
    dates: compareDates(base, head),
    blockers: compareBlockers(base, head),
    progress: { from: measureProgress(base), to: measureProgress(head) },
  };
}

function compareItems(base: Plan, head: Plan, phases: Pairs<Phase>): Delta['tasks'] {
  const ids = phaseIds(phases);
  const { pairs, left, right } = matchItems(placedItems(base, ids), placedItems(head, ids));
  const inOrder = pairs.toSorted(([, a], [, b]) => lineOf(a) - lineOf(b));
  return {
    ticked: inOrder
      .filter(([from, to]) => !isDone(from.item) && isDone(to.item))
      .map(([, to]) => changeOf(to)),
    unticked: inOrder
      .filter(([from, to]) => isDone(from.item) && !isDone(to.item))
      .map(([, to]) => changeOf(to)),
    added: right.map(changeOf),
    removed: left.map(changeOf),
    moved: inOrder
      .filter(([from, to]) => from.phaseId !== to.phaseId)
      .map(([from, to]) => ({ ...changeOf(to), from: shownName(from.phase) })),
  };
}

/** One id for a phase and the one it became. */
const phaseIds = ({ pairs, left, right }: Pairs<Phase>): ReadonlyMap<Phase, string> =>
  new Map([
    ...pairs.flatMap(([from, to], index): [Phase, string][] => [
      [from, `both ${index}`],
      [to, `both ${index}`],
    ]),
    ...left.map((phase, index): [Phase, string] => [phase, `base ${index}`]),
    ...right.map((phase, index): [Phase, string] => [phase, `head ${index}`]),
  ]);

const placedItems = ({ phases }: Plan, ids: ReadonlyMap<Phase, string>): readonly PlacedItem[] =>
  phases.flatMap((phase) =>
    phase.items.filter(isCounted).map((item) => placeItem(item, phase, ids.get(phase) ?? '')),
  );

const lineOf = ({ item }: PlacedItem): number => item.range.start.line;

function changeOf({ item, phase }: PlacedItem): ItemChange {
  const { kind, text, range } = item;
  // Boxes that are never counted were left out before.
  return { text, kind: kind === 'other' ? 'task' : kind, phase: shownName(phase), line: range.start.line };
}
