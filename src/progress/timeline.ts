import type { CalendarDate } from '../plan/calendar-date.ts';
import type { PhaseState } from './progress.ts';

/** A plan's time as it can be drawn. Days; an end is the last day that belongs to it. */
export interface PlanTimeline {
  /** null where nobody says it. */
  readonly start: CalendarDate | null;
  readonly end: CalendarDate | null;
  /** Those with a date, in the order of the file. */
  readonly phases: readonly TimelinePhase[];
  /** By date. */
  readonly milestones: readonly { readonly date: CalendarDate; readonly text: string }[];
}

export interface TimelinePhase {
  readonly name: string;
  readonly number: string | null;
  readonly start: CalendarDate | null;
  readonly end: CalendarDate | null;
  readonly state: PhaseState;
}
