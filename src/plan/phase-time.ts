import type { CalendarDate } from './calendar-date.ts';
import type { Label } from './labels.ts';
import { daysOf, relativeTimeIn } from './relative-time.ts';
import type { PhaseTime } from './self-report.ts';
import { datesIn } from './spoken-date.ts';
import { partOf, rangeOf, type TextLine } from './text-line.ts';

const LABEL = /^(?:timeline|time|duration|dates|schedule|when|weeks?)$/;

/** When a phase is to happen by its own words: two days, else weeks or days of the plan; labels before the heading. */
export function phaseTime(
  heading: TextLine | null,
  labels: readonly Label[],
  planStart: CalendarDate | null,
): PhaseTime | null {
  const places = [
    ...labels.filter(({ name }) => LABEL.test(name)).map(({ value }) => value),
    ...(heading === null ? [] : bracketsOf(heading)),
  ];
  for (const read of [daysSaid, (line: TextLine) => relativeTime(line, planStart)]) {
    for (const place of places) {
      const time = read(place);
      if (time !== null) return time;
    }
  }
  return null;
}

const bracketsOf = (heading: TextLine): readonly TextLine[] =>
  [...heading.text.matchAll(/[([]([^()[\]]*)[)\]]/g)].map(({ index, 0: whole }) =>
    partOf(heading, index + 1, index + whole.length - 1),
  );

function daysSaid(line: TextLine): PhaseTime | null {
  const [start, end] = datesIn(line.text);
  if (start === undefined || end === undefined) return null;
  const length = end.index + end.length - start.index;
  return {
    start: start.date,
    end: end.date,
    source: 'label',
    range: rangeOf(line, { index: start.index, length }),
  };
}

function relativeTime(line: TextLine, planStart: CalendarDate | null): PhaseTime | null {
  const relative = planStart === null ? null : relativeTimeIn(line.text);
  return relative === null || planStart === null
    ? null
    : { ...daysOf(relative, planStart), source: 'weeks', range: rangeOf(line, relative) };
}
