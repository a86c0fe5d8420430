import type { CalendarDate } from '../plan/calendar-date.ts';

/** In the headline's precedence: the worst first. */
export const STALENESS_STATES = [
  'expired',
  'review-overdue',
  'drifting',
  'dormant',
  'expiring-soon',
  'unreviewed',
  'no-expiry',
  'draft-stale',
] as const;

export type StalenessState = (typeof STALENESS_STATES)[number];

/** Code that moved away under a plan: one entry of its `related_code`. */
export interface DriftEvidence {
  /** The entry, as written. */
  readonly path: string;
  /** That touched it since the review, and not the plan. */
  readonly commits: number;
  /** First line of the newest of them; a stranger's text. */
  readonly lastSubject: string;
}

/** One state that holds. */
export interface StalenessReason {
  readonly state: StalenessState;
  /** The first day on which it held; null where no date of the plan tells. */
  readonly since: CalendarDate | null;
  /** In words, with its numbers. */
  readonly text: string;
  /** Most commits first; empty for every state but `drifting`. */
  readonly evidence: readonly DriftEvidence[];
}

/** The headline state of a plan and every state that holds and that nobody put up with, in order of precedence. */
export interface Staleness {
  readonly state: StalenessState | null;
  readonly reasons: readonly StalenessReason[];
  /** There where the plan asks to be left alone for a while: that nothing is said of it does not make it good. */
  readonly isSnoozed?: true;
  /** Until when, and why; there where `isSnoozed` is. */
  readonly snooze?: { readonly until: CalendarDate; readonly reason: string };
  /** States that hold, and that the plan is allowed to have; there where some are. */
  readonly waived?: readonly StalenessState[];
  /** There where something of its past could not be looked at: states that hang on it may hold, and are not said. */
  readonly isPastUnknown?: true;
}
