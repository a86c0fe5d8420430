import { type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import { isClosed } from '../plan/lifecycle.ts';
import { counted } from './counted.ts';
import { text } from './markdown.ts';
import { NOTHING } from './progress-words.ts';
import type { PlanResult } from './report.ts';

const REASON_LENGTH = 100;

/** What the calendar says of a plan, as Markdown for a table cell: what is stale, else when it was reviewed and how long it is valid. */
export function datesInWords(plan: PlanResult, today: CalendarDate): string {
  if (plan.staleness.reasons.length > 0) {
    return plan.staleness.reasons
      .map((reason) => text(reason.text.replace(/\.$/, ''), REASON_LENGTH))
      .join(', ');
  }
  if (isClosed(plan.lifecycle)) return NOTHING;
  const { reviewed, expires } = plan.dates;
  const words = [
    reviewed === null ? '' : `reviewed ${relativeDay(reviewed, today)}`,
    expires === null ? '' : `expires ${relativeDay(expires, today)}`,
  ].filter((word) => word !== '');
  return words.length === 0 ? NOTHING : words.join(', ');
}

/** `2 days ago`, `today`, `in 1 day`. */
function relativeDay(day: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(day, today);
  if (days === 0) return 'today';
  return days > 0 ? `${counted(days, 'day')} ago` : `in ${counted(-days, 'day')}`;
}
