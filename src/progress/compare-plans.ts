import type { Phase, Plan, PlanDates } from '../plan/plan.ts';
import type { Delta, ItemChange } from './delta.ts';
import { matchItems, type PlacedItem, placeItem } from './match-items.ts';
import { matchPhases } from './match-phases.ts';
import { measurePhase, measureProgress } from './measure-progress.ts';
import type { Pairs } from './pair-up.ts';

/** What changed from one version of a plan to the other; the path does not matter. Blockers are not read yet. */
export function comparePlans(base: Plan, head: Plan): Delta {
  const phases = matchPhases(base.phases, head.phases);
  return {
    tasks: compareItems(base, head, phases),
    phases: comparePhases(head, phases),
    lifecycle: base.lifecycle === head.lifecycle ? null : { from: base.lifecycle, to: head.lifecycle },
    dates: compareDates(base.dates, head.dates),
    blockers: { opened: [], closed: [] },
    progress: { from: measureProgress(base), to: measureProgress(head) },
  };
}

function compareItems(base: Plan, head: Plan, phases: Pairs<Phase>): Delta['tasks'] {
  const ids = phaseIds(phases);
  const { pairs, left, right } = matchItems(placedItems(base, ids), placedItems(head, ids));
  const inOrder = pairs.toSorted(([, a], [, b]) => lineOf(a) - lineOf(b));
  return {
    ticked: inOrder.filter(([from, to]) => !isDone(from) && isDone(to)).map(([, to]) => changeOf(to)),
    unticked: inOrder.filter(([from, to]) => isDone(from) && !isDone(to)).map(([, to]) => changeOf(to)),
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
    phase.items
      .filter(({ kind }) => kind !== 'other')
      .map((item) => placeItem(item, phase, ids.get(phase) ?? '')),
  );

const isDone = ({ item }: PlacedItem): boolean => item.state === 'done';

const lineOf = ({ item }: PlacedItem): number => item.range.start.line;

function changeOf({ item, phase }: PlacedItem): ItemChange {
  const { kind, text, range } = item;
  // Boxes that are never counted were left out before.
  return { text, kind: kind === 'other' ? 'task' : kind, phase: shownName(phase), line: range.start.line };
}

const shownName = ({ name, number }: Phase): string => name || (number === null ? '' : `Phase ${number}`);

/** In the order of the head; then those that are gone. The one unnamed phase is no phase to speak of. */
function comparePhases(head: Plan, { pairs, left, right }: Pairs<Phase>): Delta['phases'] {
  const before = new Map(pairs.map(([from, to]) => [to, from]));
  const isNew = new Set(right);
  return [
    ...head.phases.filter(isNamed).flatMap((phase) => {
      const from = before.get(phase);
      const change = {
        name: shownName(phase),
        from: isNew.has(phase) || from === undefined ? null : measurePhase(from).state,
        to: measurePhase(phase).state,
      };
      return change.from === change.to ? [] : [change];
    }),
    ...left
      .filter(isNamed)
      .map((phase) => ({ name: shownName(phase), from: measurePhase(phase).state, to: null })),
  ];
}

const isNamed = ({ name, number }: Phase): boolean => name !== '' || number !== null;

const DATE_FIELDS = {
  created: 'created',
  lastUpdated: 'last_updated',
  reviewed: 'reviewed',
  expires: 'expires',
} as const satisfies Record<keyof PlanDates, string>;

const compareDates = (base: PlanDates, head: PlanDates): Delta['dates'] =>
  (['created', 'lastUpdated', 'reviewed', 'expires'] as const)
    .filter((key) => base[key] !== head[key])
    .map((key) => ({ field: DATE_FIELDS[key], from: base[key], to: head[key] }));
