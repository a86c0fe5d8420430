import type { ClaimSource, ClaimState } from '../plan/self-report.ts';

/** `total` counts what is still wanted: deferred and cancelled items are counted beside it. */
export interface Count {
  readonly done: number;
  readonly total: number;
  readonly deferred: number;
  readonly cancelled: number;
}

export type PhaseState =
  | 'not-started'
  | 'in-progress'
  | 'blocked'
  | 'gate-pending'
  | 'complete'
  | 'untracked'
  | 'dropped';

/** Whether what is said of a phase goes beyond what its boxes prove, or falls behind it. */
export type Conflict = 'none' | 'overclaim' | 'underclaim';

/** What a plan says of a phase, and where. */
export interface ShownClaim {
  readonly state: ClaimState;
  readonly source: ClaimSource;
}

export interface PhaseProgress {
  readonly name: string;
  readonly number: string | null;
  /** What the boxes prove; without boxes `untracked`, whatever is claimed. */
  readonly state: PhaseState;
  /** Of several the one that goes furthest from the boxes, an overclaim before an underclaim; null without one. */
  readonly claim: ShownClaim | null;
  readonly conflict: Conflict;
  readonly tasks: Count;
  readonly deliverables: Count;
  readonly gates: Count;
  /** 1-based line of the heading. */
  readonly line: number;
}

export interface Progress {
  readonly tasks: Count;
  readonly deliverables: Count;
  readonly gates: Count;
  readonly other: Count;
  /** Named phases only: the one unnamed phase of a plan without headings does not count. */
  readonly phases: { readonly complete: number; readonly total: number };
  /** 0–100 of the tasks alone; null without a task. */
  readonly percent: number | null;
}
