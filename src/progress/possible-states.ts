import type { PhaseProgress, PhaseState } from './progress.ts';

/** What a phase of these numbers may be: what is dropped, blocked or begun without a box, they do not tell. */
export function possibleStates({
  tasks,
  deliverables,
  gates,
}: Pick<PhaseProgress, 'tasks' | 'deliverables' | 'gates'>): readonly PhaseState[] {
  const counts = [tasks, deliverables, gates];
  const sum = (part: keyof typeof tasks): number => counts.reduce((all, count) => all + count[part], 0);
  const [done, total, deferred] = [sum('done'), sum('total'), sum('deferred')];
  if (total === 0 && deferred === 0) return sum('cancelled') === 0 ? ['untracked', 'dropped'] : ['dropped'];
  if (total === 0) return ['not-started', 'blocked', 'dropped'];
  if (done === total) return ['complete', 'dropped'];
  if (tasks.done > 0 && tasks.done === tasks.total) return ['gate-pending', 'blocked'];
  return done === 0 ? ['not-started', 'in-progress', 'blocked'] : ['in-progress', 'blocked'];
}
