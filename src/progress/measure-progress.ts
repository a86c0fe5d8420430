import type { Phase, Plan } from '../plan/plan.ts';
import type { Blocker } from '../plan/self-report.ts';
import { countKind } from './count-items.ts';
import { percentOf } from './pace.ts';
import { phaseState } from './phase-state.ts';
import type { Count, PhaseProgress, Progress } from './progress.ts';
import { reconcile } from './reconcile.ts';

/** The numbers of a plan: sums over its phases, never a mean of them. */
export function measureProgress(plan: Plan): Progress {
  const items = plan.phases.flatMap((phase) => phase.items);
  const named = measurePhases(plan).filter(({ name, number }) => name !== '' || number !== null);
  return withPercent({
    tasks: countKind(items, 'task'),
    deliverables: countKind(items, 'deliverable'),
    gates: countKind(items, 'gate'),
    other: countKind([...items, ...plan.otherItems], 'other'),
    phases: {
      complete: named.filter(({ state }) => state === 'complete').length,
      total: named.filter(({ state }) => state !== 'dropped').length,
    },
  });
}

/** In the order of the file. */
export const measurePhases = ({ phases, selfReport }: Plan): readonly PhaseProgress[] =>
  phases.map((phase) => measurePhase(phase, selfReport.blockers));

/** @param blockers the plan's, as far as they may name the phase. */
export const measurePhase = (phase: Phase, blockers: readonly Blocker[] = []): PhaseProgress => ({
  name: phase.name,
  number: phase.number,
  state: phaseState(phase, blockers),
  ...reconcile(phase),
  tasks: countKind(phase.items, 'task'),
  deliverables: countKind(phase.items, 'deliverable'),
  gates: countKind(phase.items, 'gate'),
  line: phase.range.start.line,
});

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
  percent: percentDone(numbers.tasks),
});

/** null where there is none. */
export const percentDone = ({ done, total }: Count): number | null =>
  total === 0 ? null : percentOf({ part: done, whole: total });
