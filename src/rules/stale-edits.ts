import { addDays, type CalendarDate } from '../plan/calendar-date.ts';
import { isClosed } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import type { ChangedPlan } from './review-stamps.ts';

/** Days: who writes in the evening and pushes the next morning has said when. */
const TOLERANCE = 1;

/** Paths of the open plans of a change whose content changed, while the day of their last change stayed. Sorted. */
export const staleEdits = (plans: readonly ChangedPlan[], today: CalendarDate): readonly string[] =>
  plans
    .filter((changed) => isStaleEdit(changed, today))
    .map(({ plan }) => plan.path)
    .toSorted();

function isStaleEdit({ plan, base }: ChangedPlan, today: CalendarDate): boolean {
  if (base === null || isClosed(plan.lifecycle)) return false;
  if (base.frontMatter.state !== 'read' || plan.frontMatter.state !== 'read') return false;
  const { lastUpdated } = plan.dates;
  if (lastUpdated === null || lastUpdated !== base.dates.lastUpdated) return false;
  return addDays(lastUpdated, TOLERANCE) < today && contentOf(base) !== contentOf(plan);
}

/** Days, and what is written for tools. */
const ASIDE: ReadonlySet<string> = new Set(['last_updated', 'reviewed', 'expires', 'ai', 'check']);

const DAY = /\d{4}-\d{2}-\d{2}/g;

/** However it is spaced, wherever its links lead, and whatever day stands in a line such as `**Updated:** 2026-03-02`. */
function contentOf({ text, frontMatter: { data, lineCount } }: Plan): string {
  const fields = Object.entries(data)
    .filter(([key]) => !ASIDE.has(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const body = text
    .split('\n')
    .slice(lineCount)
    .map((line) => (line.startsWith('**') ? line.replace(DAY, '') : line))
    .join(' ')
    .replace(/\]\([^()\s]*\)/g, ']')
    .replace(/\s+/g, ' ');
  return JSON.stringify([fields, body.trim()]);
}
