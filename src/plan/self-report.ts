import type { CalendarDate } from './calendar-date.ts';
import type { Range } from './position.ts';

/** What a plan says of itself in words, signs and tables, beside its boxes. Where there are boxes, they win. */
export interface SelfReport {
  /** `**Completion:** 75% overall`; null when absent, or still the template's. */
  readonly completion: PercentClaim | null;
  /** `**On track:** Yes`. */
  readonly onTrack: OnTrackClaim | null;
  /** `**Current Phase:** Phase 2 of 4`. */
  readonly currentPhase: CurrentPhaseClaim | null;
  /** `**Status:**` of the header block, before the first H2, as written. */
  readonly status: Labelled | null;
  /** `**Owner:**` of the header block. */
  readonly owner: Labelled | null;
  /** `**Updated:**`, `**Last Updated:**` and the headings of the update log, in the order of the file. */
  readonly updates: readonly DatedMention[];
  /** `**Next review:**`. */
  readonly nextReview: DatedMention | null;
  readonly timeline: Timeline;
  readonly blockers: readonly Blocker[];
  readonly risks: readonly Risk[];
  /** Rows of the phase tables that name no phase of the plan, where they say how far it is. */
  readonly otherRows: readonly OtherRow[];
}

export interface OtherRow {
  /** Plain text. */
  readonly name: string;
  readonly claims: readonly PhaseClaim[];
}

export interface Labelled {
  readonly text: string;
  readonly range: Range;
}

export interface PercentClaim {
  /** Less than 0 or more than 100 where that is said. A share such as `1/3` need not be a whole number. */
  readonly percent: number;
  /** The whole of a share that does not say of what it is one. */
  readonly of?: number;
  /** It cannot be a day: `0/5`, or `**Progress:** 3/5`. */
  readonly isShare?: true;
  /** Of the number and its sign, the share or the words: what a fix rewrites. */
  readonly range: Range;
}

export interface OnTrackClaim {
  readonly word: 'yes' | 'no' | 'at-risk';
  readonly range: Range;
}

export interface CurrentPhaseClaim {
  readonly number: string;
  readonly range: Range;
}

export interface DatedMention {
  readonly date: CalendarDate;
  /** `Updated`, `Last Updated`, `Update Log`, `Next review`. */
  readonly label: string;
  readonly range: Range;
}

/** The plan's own time, from the header's `**Timeline:** A to B`, the milestones and the current estimate. */
export interface Timeline {
  readonly start: CalendarDate | null;
  readonly end: CalendarDate | null;
  /** Of the `**Timeline:**` line; null without one that has dates. */
  readonly range: Range | null;
  readonly milestones: readonly Milestone[];
  /** `**Current estimated completion:**`. */
  readonly estimatedEnd: DatedMention | null;
}

export interface Milestone {
  readonly date: CalendarDate;
  readonly text: string;
  readonly range: Range;
}

/** One of "Active blockers"; a struck one, or one that says it is resolved, is closed. */
export interface Blocker {
  readonly text: string;
  readonly impact: string | null;
  readonly owner: string | null;
  readonly eta: { readonly text: string; readonly date: CalendarDate | null } | null;
  readonly isClosed: boolean;
  /** Number of the phase it stands in; null outside the phases. */
  readonly phase: string | null;
  /** Its first line. */
  readonly range: Range;
}

export type Level = 'low' | 'medium' | 'high';

/** A row of the table of risks; null where a cell is empty, unknown, or the template's. */
export interface Risk {
  readonly text: string;
  readonly probability: Level | null;
  readonly impact: Level | null;
  readonly mitigation: string | null;
  readonly owner: string | null;
  readonly range: Range;
}

/** What a phase is said to be; `complete` includes done, `not-started` pending and to do. */
export type ClaimState = 'not-started' | 'in-progress' | 'blocked' | 'complete' | 'dropped';

/** The surest first: a row of the phase table, `**Status:**` inside the phase, a mark in its heading, signs in its bullets. */
export type ClaimSource = 'table' | 'label' | 'heading' | 'bullets';

/** One place that says how far a phase is. A row with a state and a percentage says two things in two places. */
export interface PhaseClaim {
  readonly source: ClaimSource;
  /** null where only a percentage is said. */
  readonly state: ClaimState | null;
  readonly percent: number | null;
  /** Beside the percentage stands that the phase was given up or went elsewhere: `Deferred | 0%`. */
  readonly isGivenUp?: true;
  /** Of bullets: some of their signs speak of work to come or at hand. */
  readonly hasOpen?: boolean;
  /** The sign or words that say it: what a fix rewrites. */
  readonly range: Range;
}

/**
 * When a phase is to happen: by the dates of its row, by two dates in its heading or its `**Timeline:**`, or by
 * `(Weeks 1-2)` from the plan's start. Never both null.
 */
export interface PhaseTime {
  readonly start: CalendarDate | null;
  readonly end: CalendarDate | null;
  readonly source: 'table' | 'label' | 'weeks';
  readonly range: Range;
}

/** A path under "Files Changed" of a phase. */
export interface ListedFile {
  readonly change: 'new' | 'modified' | 'deleted';
  readonly path: string;
  readonly range: Range;
}

export const NOTHING_REPORTED: SelfReport = {
  completion: null,
  onTrack: null,
  currentPhase: null,
  status: null,
  owner: null,
  updates: [],
  nextReview: null,
  timeline: { start: null, end: null, range: null, milestones: [], estimatedEnd: null },
  blockers: [],
  risks: [],
  otherRows: [],
};
