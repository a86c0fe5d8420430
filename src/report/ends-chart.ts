import { addDays, type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import { isClosed } from '../plan/lifecycle.ts';
import { counted } from './counted.ts';
import { label } from './gantt.ts';
import type { PlanResult, Report } from './report.ts';

/** Days. */
export const AHEAD = 90;
/** Far below the 50,000 characters that GitHub draws, and as many as one can read. */
const MAX_BARS = 50;
/** Days: what ends so soon is drawn in red. */
const SOON = 14;

interface End {
  readonly name: string;
  readonly day: CalendarDate;
  readonly what: 'expires' | 'planned end';
}

/** What ends in the next 90 days, as a Mermaid chart in its block of code, the next first; empty where nothing does. */
export function endsChart({ plans, today }: Pick<Report, 'plans' | 'today'>): string {
  const ends = plans.flatMap((plan) => endsOf(plan, today)).toSorted(byDay);
  if (ends.length === 0) return '';
  const chart = [
    '```mermaid',
    'gantt',
    'dateFormat YYYY-MM-DD',
    'axisFormat %Y-%m-%d',
    'inclusiveEndDates',
    ...section('Expires', ends, 'expires', today),
    ...section('Planned end', ends, 'planned end', today),
    '```',
  ].join('\n');
  const left = ends.length - Math.min(ends.length, MAX_BARS);
  return left === 0 ? chart : `${chart}\n\nNot drawn: ${counted(left, 'later end')}.`;
}

function section(
  title: string,
  ends: readonly End[],
  wanted: End['what'],
  today: CalendarDate,
): readonly string[] {
  const bars = ends.slice(0, MAX_BARS).filter(({ what }) => what === wanted);
  return bars.length === 0 ? [] : [`section ${title}`, ...bars.map((end) => bar(end, today))];
}

/** No label begins with a text of the plan: there Mermaid looks for words of its own. */
const bar = ({ name, day }: End, today: CalendarDate): string =>
  `· ${label(name)} :${[...(daysBetween(today, day) <= SOON ? ['crit'] : []), today, day].join(', ')}`;

function endsOf(
  { title, path, lifecycle, dates, timeline }: PlanResult,
  today: CalendarDate,
): readonly End[] {
  if (isClosed(lifecycle)) return [];
  const name = title.trim() === '' ? path : title;
  const last = addDays(today, AHEAD);
  const isAhead = (day: CalendarDate | null | undefined): day is CalendarDate =>
    day !== null && day !== undefined && day >= today && day <= last;
  return [
    ...(isAhead(dates.expires) ? [{ name, day: dates.expires, what: 'expires' } as const] : []),
    ...(isAhead(timeline?.end) ? [{ name, day: timeline.end, what: 'planned end' } as const] : []),
  ];
}

const byDay = (a: End, b: End): number =>
  daysBetween(b.day, a.day) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
