import { type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import type { Plan } from '../plan/plan.ts';
import { measurePhases } from './measure-progress.ts';
import { isReversed } from './plan-time.ts';
import type { PhaseProgress } from './progress.ts';

export interface OverduePhase {
  readonly phase: PhaseProgress;
  readonly end: CalendarDate;
  /** Since its end; at least 1. */
  readonly days: number;
  /** By more than a week, and more than a fifth of its own length. */
  readonly isLong: boolean;
}

/** Days that any phase may be late before it is late for long. */
const GRACE = 7;

/** Phases whose end has passed and in which something is open, in the order of the file. */
export function overduePhases(plan: Plan, today: CalendarDate): readonly OverduePhase[] {
  return measurePhases(plan).flatMap((phase, index): readonly OverduePhase[] => {
    const time = plan.phases[index]?.time ?? null;
    const end = time?.end ?? null;
    if (time === null || end === null || today <= end || isReversed(time) || isFinished(phase)) return [];
    const days = daysBetween(end, today);
    const length = time.start === null ? 0 : daysBetween(time.start, end) + 1;
    return [{ phase, end, days, isLong: days > GRACE && 5 * days > length }];
  });
}

/** Nothing of a phase is open; one without boxes is what it says of itself. */
export function isFinished({ state, claim, tasks, deliverables, gates }: PhaseProgress): boolean {
  if (state === 'untracked') return claim?.state === 'complete' || claim?.state === 'dropped';
  return [tasks, deliverables, gates].every(({ done, total }) => done === total);
}
