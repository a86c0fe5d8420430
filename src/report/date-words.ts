import { type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import { isClosed } from '../plan/lifecycle.ts';
import { counted } from './counted.ts';
import { stalenessInWords } from './issue-words.ts';
import type { PlanResult } from './report.ts';
import type { Say } from './say.ts';

const REASON_LENGTH = 100;
/** A full stop, or by which date it was computed: the finding about it tells that. */
const ASIDE = / \([^()]*\)$|, on \d{4}-\d{2}-\d{2}$|\.$/;

/** What the calendar says of a plan, in short lines: what is stale, else when it was reviewed and how long it is valid. */
export function dateLines(plan: PlanResult, today: CalendarDate, say: Say): readonly string[] {
  const { reasons, waived = [], snooze } = plan.staleness;
  const allowed = [
    ...waived.map((state) => `${stalenessInWords(state)}, waived`),
    ...(snooze === undefined ? [] : [`snoozed until ${snooze.until}`]),
  ];
  if (reasons.length > 0) {
    return [...reasons.map((reason) => say(reason.text.replace(ASIDE, ''), REASON_LENGTH)), ...allowed];
  }
  if (isClosed(plan.lifecycle)) return [];
  const { reviewed, expires } = plan.dates;
  return [
    ...(reviewed === null ? [] : [`reviewed ${relativeDay(reviewed, today)}`]),
    ...(expires === null || waived.includes('expired') || waived.includes('expiring-soon')
      ? []
      : [`${expires < today ? 'expired' : 'expires'} ${relativeDay(expires, today)}`]),
    ...allowed,
  ];
}

/** `2 days ago`, `today`, `in 1 day`. */
function relativeDay(day: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(day, today);
  if (days === 0) return 'today';
  return days > 0 ? `${counted(days, 'day')} ago` : `in ${counted(-days, 'day')}`;
}
