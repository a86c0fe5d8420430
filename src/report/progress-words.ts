import type { Count, Progress } from '../progress/progress.ts';
import type { PlanResult } from './report.ts';

/** What stands where there is nothing to count. */
export const NOTHING = '–';

const BAR_CELLS = 10;

/** `██████░░░░`: never full before everything is done, never empty once something is. */
export function progressBar({ done, total }: Pick<Count, 'done' | 'total'>): string {
  const full = total === 0 ? 0 : Math.floor((BAR_CELLS * done) / total);
  const filled = done > 0 ? Math.max(1, full) : full;
  return '█'.repeat(Math.min(filled, BAR_CELLS)) + '░'.repeat(Math.max(0, BAR_CELLS - filled));
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

/** `1/7`, and below it `3 untracked`; no line for a plan without phases. */
export function phaseLines({ progress, phases }: Pick<PlanResult, 'progress' | 'phases'>): readonly string[] {
  const { complete, total } = progress.phases;
  if (total === 0) return [];
  const untracked = phases.filter(({ state }) => state === 'untracked').length;
  return [`${complete}/${total}`, ...(untracked === 0 ? [] : [`${untracked} untracked`])];
}

/** `0/3 (3 untracked)`: the same where there is one line only. */
export const inBrackets = ([first = NOTHING, ...rest]: readonly string[]): string =>
  rest.length === 0 ? first : `${first} (${rest.join(', ')})`;

export const isEmpty = ({ total, deferred, cancelled }: Count): boolean => total + deferred + cancelled === 0;
