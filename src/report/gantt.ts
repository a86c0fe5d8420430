import { type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import type { TimelinePhase } from '../progress/timeline.ts';
import { cleanLine, shorten } from './clean-text.ts';
import { counted } from './counted.ts';
import type { PlanResult } from './report.ts';

/** GitHub draws no chart of more than 50,000 characters; so many short lines stay far below. */
const MAX_PHASES = 60;
const MAX_MILESTONES = 30;
/** Characters as shown. */
const LABEL_LENGTH = 60;

/** What has no meaning for Mermaid, nor for the block of code around it. */
const UNSAFE = /[^\p{L}\p{M}\p{N} .,()+/–—-]+/gu;

/**
 * The phases and milestones of a plan over time, as a Mermaid chart in its block of code; empty for a plan without dates to draw.
 * A phase with one date only is a point in time.
 */
export function ganttChart({ timeline }: Pick<PlanResult, 'timeline'>, today: CalendarDate): string {
  const phases = (timeline?.phases ?? []).filter(({ state }) => state !== 'dropped');
  const milestones = timeline?.milestones ?? [];
  const bars = phases.flatMap((phase) => phaseLine(phase, today));
  const points = milestones.map(({ date, text }) => milestone(`· ${label(text)}`, date));
  if (bars.length + points.length === 0) return '';
  const lines = [
    'gantt',
    'dateFormat YYYY-MM-DD',
    'axisFormat %Y-%m-%d',
    'inclusiveEndDates',
    ...section('Phases', bars.slice(0, MAX_PHASES)),
    ...section('Milestones', points.slice(0, MAX_MILESTONES)),
  ];
  const left = [
    counted(Math.max(0, bars.length - MAX_PHASES), 'more phase'),
    counted(Math.max(0, points.length - MAX_MILESTONES), 'more milestone'),
  ].filter((words) => !words.startsWith('0 '));
  const chart = ['```mermaid', ...lines, '```'].join('\n');
  return left.length === 0 ? chart : `${chart}\n\nNot drawn: ${left.join(', ')}.`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`section ${title}`, ...lines];

function phaseLine(phase: TimelinePhase, today: CalendarDate): readonly string[] {
  const { start, end } = phase;
  const name = phaseLabel(phase);
  if (start === null || end === null) {
    const only = start ?? end;
    return only === null ? [] : [milestone(`${name} (${start === null ? 'ends' : 'begins'})`, only)];
  }
  if (daysBetween(start, end) < 0) return [];
  return [`${name} :${[...tags(phase, end, today), start, end].join(', ')}`];
}

/** Mermaid's own words: `crit` is drawn in red. */
function tags({ state }: TimelinePhase, end: CalendarDate, today: CalendarDate): readonly string[] {
  if (state === 'complete') return ['done'];
  const isLate = daysBetween(end, today) > 0 || state === 'blocked';
  const isBegun = state === 'in-progress' || state === 'gate-pending' || state === 'blocked';
  return [...(isLate ? ['crit'] : []), ...(isBegun ? ['active'] : [])];
}

const milestone = (name: string, day: CalendarDate): string => `${name} :milestone, ${day}, 0d`;

/** No label begins with a text of the plan: there Mermaid looks for words of its own. */
const phaseLabel = ({ name, number }: TimelinePhase): string =>
  number === null ? `· ${label(name)}` : `Phase ${label([number, name].join(' '))}`;

/** A text of the plan without what has a meaning for Mermaid. */
export const label = (value: string): string =>
  shorten(cleanLine(cleanLine(value).replace(UNSAFE, ' ')), LABEL_LENGTH) || '–';
