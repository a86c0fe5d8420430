import type { Lifecycle } from '../plan/lifecycle.ts';
import type { Change, Delta, ItemChange } from '../progress/delta.ts';
import { changeWords } from './change-words.ts';
import { countMoves, KINDS } from './count-moves.ts';
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
  const ticked = plans
    .flatMap(({ delta }) => delta?.tasks.ticked ?? [])
    .filter(({ kind }) => kind === 'task').length;
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

function itemWords({ tasks, progress }: Delta): readonly string[] {
  const words = KINDS.flatMap((kind) => {
    const of = (items: readonly ItemChange[]): number => items.filter((item) => item.kind === kind).length;
    return countMoves(
      kind,
      { from: progress.from[`${kind}s`], to: progress.to[`${kind}s`] },
      {
        ticked: of(tasks.ticked),
        unticked: of(tasks.unticked),
        added: of(tasks.added),
        removed: of(tasks.removed),
      },
    );
  });
  return tasks.moved.length === 0 ? words : [...words, `${counted(tasks.moved.length, 'item')} moved`];
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

const blockerWords = ({ blockers: { opened, closed } }: Delta): readonly string[] => [
  ...(opened.length === 0 ? [] : [`${counted(opened.length, 'blocker')} opened`]),
  ...(closed.length === 0 ? [] : [`${counted(closed.length, 'blocker')} closed`]),
];
