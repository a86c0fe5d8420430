import { type CalendarDate, dayIn, daysBetween } from '../plan/calendar-date.ts';
import { BOX_DAYS, type PastChanges, type PlanHistory } from '../progress/plan-history.ts';
import type { Touch, WatchHistory } from '../repository/history.ts';
import type { CodeReach } from './code-reach.ts';
import { type PlanWithPast, planKey } from './plan-with-past.ts';

/** null where nothing is known of the plan itself. */
export function historyOf(
  one: PlanWithPast,
  reach: CodeReach,
  at: (key: string) => WatchHistory | null,
  dayOf: DayOf,
): PlanHistory | null {
  const own = at(planKey(one));
  if (own === null) return null;
  const entries =
    one.plan.lifecycle === 'draft'
      ? []
      : one.entries.filter((entry) => reach.breadthOf(entry) !== 'too-broad');
  const code = entries.flatMap((entry) => {
    const past = at(entry.key);
    const { pattern, matches } = entry;
    return past === null ? [] : [{ pattern, matches, ...changesOf(past, dayOf) }];
  });
  return {
    plan: changesOf(own, dayOf),
    code,
    isWhole: code.length === entries.length,
    boxesMoved: false,
  };
}

const changesOf = ({ touches, isCut, last }: WatchHistory, dayOf: DayOf): PastChanges => ({
  changes: touches.map(({ commit }) => ({ ...commit, day: dayOf(commit.time) })),
  isCut,
  last: last === null ? null : dayOf(last.commit.time),
});

/** Seconds since 1970. */
export type DayOf = (time: number) => CalendarDate;

/** The same commits come up for many plans. */
export function dayOfIn(timezone: string): DayOf {
  const days = new Map<number, CalendarDate>();
  return (time) => {
    const day = days.get(time) ?? dayIn(timezone, time * 1000);
    days.set(time, day);
    return day;
  };
}

/** The oldest change of the plan within the days in which no box may have changed. */
export const recentTouch = (past: WatchHistory | null, today: CalendarDate, dayOf: DayOf): Touch | null =>
  past?.touches.findLast(({ commit }) => daysBetween(dayOf(commit.time), today) < BOX_DAYS) ?? null;
