import type { Lifecycle } from '../plan/lifecycle.ts';
import type { Change, Delta, ItemCounts } from '../progress/delta.ts';
import { changeWords } from './change-words.ts';
import { addKinds, countKinds, countMoves, KINDS, sumOfKinds } from './count-moves.ts';
import { counted } from './counted.ts';
import { phaseMoveWords } from './phase-move-words.ts';
import type { PlanResult } from './report.ts';
import type { Say } from './say.ts';

/**
 * What the change moved in a plan, in a few short lines: the file and its state, the items, the phases, the dates, the blockers;
 * no line when nothing moved.
 */
export function deltaLines(plan: PlanResult, say: Say): readonly string[] {
  const { delta } = plan;
  if (delta === null) return changeWords(plan, say);
  const lines = [
    [...changeWords(plan, say), ...lifecycleWords(delta)],
    itemWords(delta),
    ...phaseMoveWords(plan, delta, say).map((words) => [words]),
    ...dateWords(delta).map((words) => [words]),
    blockerWords(delta),
  ];
  return lines.filter((words) => words.length > 0).map((words) => words.join(', '));
}

/** `12 plans without a finding: 2 new, 1 removed, +14 tasks`. */
export function movedInAll(plans: readonly PlanResult[]): string {
  const plansThat = (change: PlanResult['change']): number =>
    plans.filter((plan) => plan.change === change).length;
  const ticked = plans.reduce(
    (all, { delta }) => all + (delta === null ? 0 : movedOfKinds(delta, 'ticked').tasks),
    0,
  );
  const words = [
    ...(['added', 'renamed', 'removed'] as const).map((change) =>
      plansThat(change) > 0 ? `${plansThat(change)} ${change === 'added' ? 'new' : change}` : '',
    ),
    ticked > 0 ? `+${counted(ticked, 'task')}` : '',
  ].filter((word) => word !== '');
  return [
    `${counted(plans.length, 'plan')} without a finding`,
    ...(words.length > 0 ? [words.join(', ')] : []),
  ].join(': ');
}

const LIFECYCLE_MOVES = {
  draft: 'back to draft',
  active: 'activated',
  completed: 'completed',
  archived: 'archived',
  superseded: 'superseded',
} as const satisfies Record<Lifecycle, string>;

const lifecycleWords = ({ lifecycle }: Delta): readonly string[] =>
  lifecycle === null ? [] : [lifecycleMove(lifecycle)];

function lifecycleMove({ from, to }: Change<Lifecycle | null>): string {
  if (to === null) return 'state lost';
  return from === null && to === 'draft' ? 'now a draft' : LIFECYCLE_MOVES[to];
}

function itemWords(delta: Delta): readonly string[] {
  const { from, to } = delta.progress;
  const of = {
    ticked: movedOfKinds(delta, 'ticked'),
    unticked: movedOfKinds(delta, 'unticked'),
    added: movedOfKinds(delta, 'added'),
    removed: movedOfKinds(delta, 'removed'),
  };
  const words = KINDS.flatMap((kind) => {
    const key = `${kind}s` as const;
    return countMoves(
      kind,
      { from: from[key], to: to[key] },
      {
        ticked: of.ticked[key],
        unticked: of.unticked[key],
        added: of.added[key],
        removed: of.removed[key],
      },
    );
  });
  const moved = sumOfKinds(movedOfKinds(delta, 'moved'));
  return moved === 0 ? words : [...words, `${counted(moved, 'item')} moved`];
}

/** Those that are listed, and those that the list leaves out. */
function movedOfKinds({ tasks, unlisted }: Delta, list: keyof Delta['tasks']): ItemCounts {
  const listed = countKinds(tasks[list]);
  return unlisted === undefined ? listed : addKinds(listed, unlisted.tasks[list]);
}

/** The other dates move with every edit; these are decisions. */
const DECISIONS: ReadonlyMap<string, string> = new Map([
  ['expires', 'expires'],
  ['end', 'ends'],
  ['timeline_end', 'timeline ends'],
  ['estimated_end', 'estimated end'],
]);

const dateWords = ({ dates }: Delta): readonly string[] =>
  dates.flatMap(({ field, from, to }) => {
    const label = DECISIONS.get(field);
    return label === undefined ? [] : [dateMove(label, from, to)];
  });

function dateMove(label: string, from: string | null, to: string | null): string {
  if (to === null) return `${label} ${from} → no date`;
  return `${label} ${from === null ? '' : `${from} → `}${to}`;
}

const blockerWords = ({ blockers, unlisted }: Delta): readonly string[] =>
  (['opened', 'closed'] as const).flatMap((list) => {
    const count = blockers[list].length + (unlisted?.blockers[list] ?? 0);
    return count === 0 ? [] : [`${counted(count, 'blocker')} ${list}`];
  });
