import { type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import type { TimeSpan } from './plan-time.ts';
import type { Progress } from './progress.ts';

/** A part of a whole, in whole numbers: so that no limit is missed by a rounding. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

export interface DoneShare extends Share {
  readonly of: 'tasks' | 'boxes';
}

/** Days of a span that are over, of all its days; null where an end is missing. More than the whole is never over. */
export function elapsedShare({ start, end }: TimeSpan, today: CalendarDate): Share | null {
  if (start === null || end === null) return null;
  const whole = daysBetween(start, end) + 1;
  return { part: Math.min(whole, Math.max(0, daysBetween(start, today))), whole };
}

/** Tasks that are done, of all; of a plan without tasks all its boxes. null where nothing is to be counted. */
export function doneShare({ tasks, deliverables, gates }: Progress): DoneShare | null {
  if (tasks.total > 0) return { part: tasks.done, whole: tasks.total, of: 'tasks' };
  const whole = deliverables.total + gates.total;
  return whole === 0 ? null : { part: deliverables.done + gates.done, whole, of: 'boxes' };
}

/** More than a quarter of the time has passed, and the work is more than a fifth of the whole behind it. */
export const isBehind = (elapsed: Share, done: Share): boolean =>
  4 * elapsed.part > elapsed.whole &&
  5 * (elapsed.part * done.whole - done.part * elapsed.whole) > elapsed.whole * done.whole;

/** More than two fifths are still to be done. */
export const isMuchOpen = ({ part, whole }: Share): boolean => 5 * (whole - part) > 2 * whole;

/** Rounded down, but at least 1 once there is a part. */
export const percentOf = ({ part, whole }: Share): number =>
  part === 0 ? 0 : Math.max(1, Math.floor((100 * part) / whole));
