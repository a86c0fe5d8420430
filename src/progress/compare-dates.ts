import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Plan } from '../plan/plan.ts';
import type { Delta } from './delta.ts';
import { statedTime } from './plan-time.ts';

/**
 * The dates of the front matter, the end that the body gives the plan, and the one that is expected now; the end of the
 * header where that moved and the plan's did not.
 */
export function compareDates(base: Plan, head: Plan): Delta['dates'] {
  const before = datesOf(base);
  const moved = [...datesOf(head)]
    .map(([field, to]) => ({ field, from: before.get(field) ?? null, to }))
    .filter(({ from, to }) => from !== to);
  return moved.some(({ field }) => field === 'end')
    ? moved.filter(({ field }) => field !== 'timeline_end')
    : moved;
}

const datesOf = (plan: Plan): ReadonlyMap<string, CalendarDate | null> =>
  new Map([
    ['created', plan.dates.created],
    ['last_updated', plan.dates.lastUpdated],
    ['reviewed', plan.dates.reviewed],
    ['expires', plan.dates.expires],
    ['end', statedTime(plan).end],
    ['timeline_end', plan.selfReport.timeline.end],
    ['estimated_end', plan.selfReport.timeline.estimatedEnd?.date ?? null],
  ]);
