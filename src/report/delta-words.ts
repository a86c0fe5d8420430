import type { Lifecycle } from '../plan/lifecycle.ts';
import type { Change, Delta, ItemChange } from '../progress/delta.ts';
import type { Count, PhaseState } from '../progress/progress.ts';
import { counted } from './counted.ts';
import { text } from './markdown.ts';
import { NOTHING } from './progress-words.ts';
import type { PlanResult } from './report.ts';

/** How many phases are named before the rest is counted. */
const MAX_PHASES = 3;
const NAME_LENGTH = 60;

/** What the change moved in a plan, as Markdown for a table cell: `+4 tasks, phase 3 → gate pending`; `–` when nothing moved. */
export function deltaInWords(plan: PlanResult): string {
  const words = [...changeWords(plan), ...(plan.delta === null ? [] : movedWords(plan, plan.delta))];
  return words.length === 0 ? NOTHING : words.join(', ');
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

/** `gate pending`. */
export const phaseStateInWords = (state: PhaseState): string => state.replaceAll('-', ' ');

/** `active`; `draft → active` when the change moved it. */
export function lifecycleInWords({ lifecycle, delta }: Pick<PlanResult, 'lifecycle' | 'delta'>): string {
  const moved = delta?.lifecycle ?? null;
  return moved === null ? stateName(lifecycle) : `${stateName(moved.from)} → ${stateName(moved.to)}`;
}

const stateName = (lifecycle: Lifecycle | null): string => lifecycle ?? 'no known state';

function changeWords({ change, path, previousPath, delta }: PlanResult): readonly string[] {
  switch (change) {
    case 'added':
      return ['new'];
    case 'removed':
      return ['removed'];
    case 'renamed':
      return [renamedFrom(previousPath, path), ...(delta === null ? ['progress before not known'] : [])];
    case 'modified':
      return delta === null ? ['progress before not known'] : [];
    case 'unchanged':
      return [];
    default:
      return change satisfies never;
  }
}

/** Names the old path from the folder on where it differs. */
function renamedFrom(previousPath: string | null, path: string): string {
  if (previousPath === null) return 'renamed';
  const before = previousPath.split('/');
  const now = path.split('/');
  const same = before.findIndex((segment, index) => segment !== now[index]);
  return `renamed from ${text(before.slice(Math.max(0, same)).join('/'), NAME_LENGTH)}`;
}

const movedWords = (plan: PlanResult, delta: Delta): readonly string[] => [
  ...(delta.lifecycle === null ? [] : [lifecycleMove(delta.lifecycle)]),
  ...itemWords(delta, 'task', 'tasks'),
  ...itemWords(delta, 'deliverable', 'deliverables'),
  ...itemWords(delta, 'gate', 'gates'),
  ...(delta.tasks.moved.length === 0 ? [] : [`${counted(delta.tasks.moved.length, 'item')} moved`]),
  ...phaseWords(plan, delta),
  // The other dates move with every edit; this one is a decision.
  ...delta.dates
    .filter(({ field }) => field === 'expires')
    .map(({ field, from, to }) => dateMove(field, from, to)),
  ...(delta.blockers.opened.length === 0
    ? []
    : [`${counted(delta.blockers.opened.length, 'blocker')} opened`]),
  ...(delta.blockers.closed.length === 0
    ? []
    : [`${counted(delta.blockers.closed.length, 'blocker')} closed`]),
];

const LIFECYCLE_MOVES = {
  draft: 'back to draft',
  active: 'activated',
  completed: 'completed',
  archived: 'archived',
  superseded: 'superseded',
} as const satisfies Record<Lifecycle, string>;

function lifecycleMove({ from, to }: Change<Lifecycle | null>): string {
  if (to === null) return 'state lost';
  return from === null && to === 'draft' ? 'now a draft' : LIFECYCLE_MOVES[to];
}

/** When the number of boxes moved, a difference alone would mislead: then both fractions are shown. */
function itemWords(
  delta: Delta,
  kind: ItemChange['kind'],
  key: 'tasks' | 'deliverables' | 'gates',
): readonly string[] {
  const from = delta.progress.from[key];
  const to = delta.progress.to[key];
  if (from.total !== to.total) return [fractionMove(key, from, to)];
  const of = (items: readonly ItemChange[]): number => items.filter((item) => item.kind === kind).length;
  const { ticked, unticked, added, removed } = delta.tasks;
  return [
    of(ticked) > 0 ? `+${counted(of(ticked), kind)}` : '',
    of(unticked) > 0 ? `−${counted(of(unticked), kind)}` : '',
    of(added) > 0 ? `${counted(of(added), kind)} added` : '',
    of(removed) > 0 ? `${counted(of(removed), kind)} removed` : '',
  ].filter((words) => words !== '');
}

const fractionMove = (key: string, from: Count, to: Count): string =>
  `${key} ${from.done}/${from.total} → ${to.done}/${to.total}`;

function phaseWords(plan: PlanResult, delta: Delta): readonly string[] {
  const shown = delta.phases.slice(0, MAX_PHASES).map(({ name, from, to }) => {
    const phase = phaseName(plan, name);
    if (to === null) return `${phase} removed`;
    return from === null ? `${phase} added` : `${phase} → ${phaseStateInWords(to)}`;
  });
  const rest = delta.phases.length - shown.length;
  return rest > 0 ? [...shown, `${counted(rest, 'more phase')} moved`] : shown;
}

/** `phase 3` where its number is known, else its name. */
function phaseName(plan: PlanResult, name: string): string {
  const number = plan.phases.find((phase) => phase.name === name)?.number ?? null;
  return number === null ? `phase “${text(name, NAME_LENGTH)}”` : `phase ${text(number, NAME_LENGTH)}`;
}

function dateMove(field: string, from: string | null, to: string | null): string {
  if (to === null) return `${text(field, NAME_LENGTH)} removed`;
  return from === null
    ? `${text(field, NAME_LENGTH)} set to ${to}`
    : `${text(field, NAME_LENGTH)} ${from} → ${to}`;
}
