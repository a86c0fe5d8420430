import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Phase, Plan } from '../plan/plan.ts';
import type { PhaseTime } from '../plan/self-report.ts';

/** Days; the end is the last one that belongs to it. null where nobody says it. */
export interface TimeSpan {
  readonly start: CalendarDate | null;
  readonly end: CalendarDate | null;
}

/** It ends before it begins: which of its days is wrong nobody knows, so that neither counts. */
export const isReversed = ({ start, end }: TimeSpan): boolean =>
  start !== null && end !== null && end < start;

/** When a plan is to happen: by its phase table, its timeline or its phases, else from its creation to its expiry. */
export const planTime = (plan: Plan): TimeSpan =>
  firstUsable([...statedSpans(plan), { start: plan.dates.created, end: plan.dates.expires }]);

/** The same by what the body says alone. */
export const statedTime = (plan: Plan): TimeSpan => firstUsable(statedSpans(plan));

const statedSpans = ({ phases, selfReport: { timeline } }: Plan): readonly TimeSpan[] => [
  spanOfPhases(phases, ['table']),
  { start: timeline.start, end: timeline.end },
  spanOfPhases(phases, ['table', 'label', 'weeks']),
];

/** The first place that gives a span; where none gives both ends, the first that is given of each. */
function firstUsable(spans: readonly TimeSpan[]): TimeSpan {
  const whole = spans.find(({ start, end }) => start !== null && end !== null && start <= end);
  if (whole !== undefined) return whole;
  const end = spans.find((span) => span.end !== null)?.end ?? null;
  const start = spans.find((span) => span.start !== null)?.start ?? null;
  return { start: start !== null && end !== null && start > end ? null : start, end };
}

/** Ends only where every phase that is still wanted does: the last one may be the one without a date. */
function spanOfPhases(phases: readonly Phase[], sources: readonly PhaseTime['source'][]): TimeSpan {
  const wanted = phases.filter(({ name, number, dropped }) => !dropped && (name !== '' || number !== null));
  const times = wanted.map(({ time }) =>
    time !== null && sources.includes(time.source) && !isReversed(time) ? time : null,
  );
  const starts = times.flatMap((time) => time?.start ?? []);
  const ends = times.flatMap((time) => time?.end ?? []);
  return {
    start: starts.toSorted()[0] ?? null,
    end: ends.length === wanted.length ? (ends.toSorted().at(-1) ?? null) : null,
  };
}
