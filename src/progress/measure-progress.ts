import { isUnresolved } from '../plan/is-unresolved.ts';
import type { Item, ItemKind, Phase, Plan } from '../plan/plan.ts';
import type { Count, PhaseProgress, PhaseState, Progress } from './progress.ts';

/** The numbers of a plan: sums over its phases, never a mean of them. */
export function measureProgress(plan: Plan): Progress {
  const items = plan.phases.flatMap((phase) => phase.items);
  const named = plan.phases.filter(({ name, number }) => name !== '' || number !== null).map(measurePhase);
  return withPercent({
    tasks: countOf(items, 'task'),
    deliverables: countOf(items, 'deliverable'),
    gates: countOf(items, 'gate'),
    other: countOf([...items, ...plan.otherItems], 'other'),
    phases: {
      complete: named.filter(({ state }) => state === 'complete').length,
      total: named.filter(({ state }) => state !== 'dropped').length,
    },
  });
}

export function measurePhase(phase: Phase): PhaseProgress {
  const tasks = countOf(phase.items, 'task');
  const deliverables = countOf(phase.items, 'deliverable');
  const gates = countOf(phase.items, 'gate');
  return {
    name: phase.name,
    number: phase.number,
    state: stateOf(phase),
    tasks,
    deliverables,
    gates,
    line: phase.range.start.line,
  };
}

/** The sum over several plans. */
export function sumProgress(list: readonly Progress[]): Progress {
  const sum = (pick: (progress: Progress) => Count): Count =>
    list.map(pick).reduce(
      (total, count) => ({
        done: total.done + count.done,
        total: total.total + count.total,
        deferred: total.deferred + count.deferred,
        cancelled: total.cancelled + count.cancelled,
      }),
      NONE,
    );
  return withPercent({
    tasks: sum(({ tasks }) => tasks),
    deliverables: sum(({ deliverables }) => deliverables),
    gates: sum(({ gates }) => gates),
    other: sum(({ other }) => other),
    phases: {
      complete: list.reduce((total, { phases }) => total + phases.complete, 0),
      total: list.reduce((total, { phases }) => total + phases.total, 0),
    },
  });
}

const NONE: Count = { done: 0, total: 0, deferred: 0, cancelled: 0 };

const withPercent = (numbers: Omit<Progress, 'percent'>): Progress => ({
  ...numbers,
  percent: percentOf(numbers.tasks),
});

/** Rounded down, but at least 1 when something is done: so 100 only when all is. */
function percentOf({ done, total }: Count): number | null {
  if (total === 0) return null;
  return done === 0 ? 0 : Math.max(1, Math.floor((100 * done) / total));
}

function countOf(items: readonly Item[], kind: ItemKind): Count {
  const states = items.filter((item) => item.kind === kind).map(({ state }) => state);
  const withState = (wanted: Item['state']): number => states.filter((state) => state === wanted).length;
  const deferred = withState('deferred');
  const cancelled = withState('cancelled');
  return { done: withState('done'), total: states.length - deferred - cancelled, deferred, cancelled };
}

/** Derived from the items alone; what was only deferred or dropped completes nothing. */
function stateOf({ dropped, items }: Phase): PhaseState {
  const counted = items.filter(({ kind }) => kind !== 'other');
  const isCancelled = counted.length > 0 && counted.every(({ state }) => state === 'cancelled');
  if (dropped || isCancelled) return 'dropped';
  if (counted.length === 0) return 'untracked';
  const isOpen = counted.some(isUnresolved);
  if (!isOpen && counted.some(isDone)) return 'complete';
  const tasks = counted.filter(({ kind }) => kind === 'task');
  if (isOpen && tasks.some(isDone) && !tasks.some(isUnresolved)) return 'gate-pending';
  const isStarted = counted.some((item) => isDone(item) || item.state === 'in-progress');
  return isStarted ? 'in-progress' : 'not-started';
}

const isDone = ({ state }: Item): boolean => state === 'done';
