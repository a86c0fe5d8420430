import type { Count, Progress } from '../progress/progress.ts';
import type { PlanResult } from './report.ts';

/** What stands where there is nothing to count. */
export const NOTHING = '–';

const BAR_CELLS = 10;

/** `██████░░░░`: never full before everything is done, never empty once something is. */
export function progressBar({ done, total }: Pick<Count, 'done' | 'total'>): string {
  const full = total === 0 ? 0 : Math.floor((BAR_CELLS * done) / total);
  const filled = done > 0 ? Math.max(1, full) : full;
  return '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
}

/** `46/50 · 2 deferred · 1 dropped`; `–` where there is no such box. */
export function countInWords(count: Count): string {
  if (isEmpty(count)) return NOTHING;
  const { done, total, deferred, cancelled } = count;
  return [
    total > 0 ? `${done}/${total}` : 'none left',
    deferred > 0 ? `${deferred} deferred` : '',
    cancelled > 0 ? `${cancelled} dropped` : '',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

/** The count of tasks after a bar. A plan without a box has no check list, which is not the same as nothing done. */
export function tasksInWords(progress: Progress): string {
  const { tasks, deliverables, gates, other } = progress;
  if (!isEmpty(tasks))
    return tasks.total > 0 ? `\`${progressBar(tasks)}\` ${countInWords(tasks)}` : countInWords(tasks);
  return [deliverables, gates, other].every(isEmpty) ? 'no check list' : 'no tasks';
}

/** `1/7`, `0/3 (3 untracked)`; `–` for a plan without phases. */
export function phasesInWords({ progress, phases }: Pick<PlanResult, 'progress' | 'phases'>): string {
  const { complete, total } = progress.phases;
  if (total === 0) return NOTHING;
  const untracked = phases.filter(({ state }) => state === 'untracked').length;
  return untracked === 0 ? `${complete}/${total}` : `${complete}/${total} (${untracked} untracked)`;
}

export const isEmpty = ({ total, deferred, cancelled }: Count): boolean => total + deferred + cancelled === 0;
