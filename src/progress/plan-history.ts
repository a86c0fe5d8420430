import type { CalendarDate } from '../plan/calendar-date.ts';

/** What the repository remembers of a plan and of the code that it names. */
export interface PlanHistory {
  /** Commits that changed the plan. */
  readonly plan: PastChanges;
  /** Entries of `related_code`, but for those that are too broad, or name nothing here. */
  readonly code: readonly CodeHistory[];
  /** False where something of the code is not known. */
  readonly isWhole: boolean;
  /** A box changed since `BOX_DAYS` days ago. */
  readonly boxesMoved: boolean;
}

export interface CodeHistory extends PastChanges {
  /** The entry, as written. */
  readonly pattern: string;
  /** Whether a file belongs to it. */
  readonly matches: (path: string) => boolean;
}

/** Merges and pure renames are no changes. */
export interface PastChanges {
  /** The newest first. */
  readonly changes: readonly PastChange[];
  /** There are older ones that matter, too. */
  readonly isCut: boolean;
  /** The day of the newest one, however long ago; null where there never was one. */
  readonly last: CalendarDate | null;
}

export interface PastChange {
  readonly id: string;
  readonly day: CalendarDate;
  /** Seconds since 1970. */
  readonly time: number;
  /** A stranger's text. */
  readonly subject: string;
  /** Ids of the contents before and after; null where they are not known. */
  readonly files: readonly PastContent[] | null;
}

export interface PastContent {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Commits to the code of a plan from which on it is said to drift. */
export const DRIFT_COMMITS = 5;
/** Days without a changed box. */
export const BOX_DAYS = 7;
/** Days without a change of plan or code. */
export const DORMANT_DAYS = 30;
/** Days without a change of a draft. */
export const DRAFT_DAYS = 60;
