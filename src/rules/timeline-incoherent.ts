import { addDays, type CalendarDate } from '../plan/calendar-date.ts';
import type { Plan } from '../plan/plan.ts';
import type { PhaseTime } from '../plan/self-report.ts';
import { phaseName } from './phase-name.ts';
import { defineRule, type Finding } from './rule.ts';

/** Days: a plan may end on the Friday of the week that a phase ends with. */
const REST_OF_WEEK = 6;

type Found = Finding<'reversed' | 'outside' | 'late'>;

export const timelineIncoherent = defineRule({
  id: 'timeline-incoherent',
  description: 'The days of a plan fit together.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'notice' },
  minimal: false,
  messages: {
    reversed: 'The end is before the start: {{names}}; correct the one that is wrong.',
    outside:
      'Not within the time of the plan, {{time}}: {{names}}; correct the days of the one or the other.',
    late: 'After the day on which the plan expires, {{expires}}: {{names}}; set "expires" to a later day, or bring this forward.',
  },
  *check(plan) {
    yield* ofPlan(plan);
    for (const phase of plan.phases) {
      if (phase.time !== null) yield* ofPhase(plan, phaseName(phase), phase.time);
    }
  },
});

function* ofPlan({ selfReport: { timeline }, dates: { expires } }: Plan): Iterable<Found> {
  const { start, end, range, milestones, estimatedEnd } = timeline;
  if (range !== null && isBefore(end, start)) yield found('reversed', 'Timeline', range);
  const days = [
    ...(range === null || end === null ? [] : [{ name: 'Timeline', date: end, range }]),
    ...milestones.map(({ text, date, range: place }) => ({ name: text, date, range: place })),
    ...(estimatedEnd === null
      ? []
      : [{ name: estimatedEnd.label, date: estimatedEnd.date, range: estimatedEnd.range }]),
  ];
  for (const { name, date, range: place } of days) {
    if (isBefore(expires, date)) yield found('late', name, place, { expires: expires ?? '' });
  }
}

/** Against the plan's own timeline; without one, against the day on which the plan expires. */
function* ofPhase(
  { selfReport: { timeline }, dates: { expires } }: Plan,
  name: string,
  { start, end, source, range }: PhaseTime,
): Iterable<Found> {
  const tolerated = source === 'weeks' ? REST_OF_WEEK : 0;
  const isAfter = (limit: CalendarDate | null): boolean =>
    limit !== null &&
    (isBefore(addDays(limit, tolerated), start) || isBefore(addDays(limit, tolerated), end));
  if (isBefore(end, start)) yield found('reversed', name, range);
  else if (timeline.start !== null && timeline.end !== null) {
    if (isBefore(timeline.end, timeline.start)) return;
    if (isBefore(start, timeline.start) || isBefore(end, timeline.start) || isAfter(timeline.end)) {
      yield found('outside', name, range, { time: `${timeline.start} to ${timeline.end}` });
    }
  } else if (isAfter(expires)) yield found('late', name, range, { expires: expires ?? '' });
}

const isBefore = (one: CalendarDate | null, other: CalendarDate | null): boolean =>
  one !== null && other !== null && one < other;

const found = (
  messageId: Found['messageId'],
  name: string,
  range: Found['range'],
  data: Readonly<Record<string, string>> = {},
): Found => ({ messageId, data: { name, ...data }, range, subject: `${messageId} ${name}` });
