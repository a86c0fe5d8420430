import type { Plan } from '../plan/plan.ts';
import { matchPhases } from './match-phases.ts';
import { measurePhases } from './measure-progress.ts';
import type { PhaseProgress } from './progress.ts';

/** What a phase was at the base: by its items alone. */
export type PhaseBefore = Pick<PhaseProgress, 'state' | 'tasks' | 'deliverables' | 'gates'>;

/** For each phase of `head`, in its order, what it was in `base`; null for one that was not there. */
export function phasesBefore(base: Plan, head: Plan): readonly (PhaseBefore | null)[] {
  const results = measurePhases(base);
  const measured = new Map(base.phases.map((phase, index) => [phase, results[index]]));
  const before = new Map(
    matchPhases(base.phases, head.phases).pairs.map(([from, to]) => [to, measured.get(from)]),
  );
  return head.phases.map((phase) => {
    const was = before.get(phase);
    if (was === undefined) return null;
    const { state, tasks, deliverables, gates } = was;
    return { state, tasks, deliverables, gates };
  });
}
