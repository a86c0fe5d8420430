import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Lifecycle } from '../plan/lifecycle.ts';
import type { ClaimSource, ClaimState } from '../plan/self-report.ts';
import type { PhaseState, Progress } from './progress.ts';

/** An item that a change moved; `phase` is the phase's name as shown, `line` its 1-based line (at head, or at base for a removed one). */
export interface ItemChange {
  readonly text: string;
  readonly kind: 'task' | 'deliverable' | 'gate';
  readonly phase: string;
  readonly line: number;
}

export interface MovedItem extends ItemChange {
  readonly from: string;
}

export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** Items by their kind. */
export type ItemCounts = Readonly<Record<`${ItemChange['kind']}s`, number>>;

/** How many entries each list of a delta leaves out. */
export interface Unlisted {
  readonly tasks: Readonly<Record<keyof Delta['tasks'], ItemCounts>>;
  readonly phases: number;
  /** `spoken`: what is now said of a phase without boxes, where nothing else tells how it stands. */
  readonly claims: { readonly spoken: number; readonly others: number };
  readonly blockers: Readonly<Record<keyof Delta['blockers'], number>>;
}

/** What a pull request moved in one plan, against the merge base. */
export interface Delta {
  readonly tasks: {
    readonly ticked: readonly ItemChange[];
    readonly unticked: readonly ItemChange[];
    readonly added: readonly ItemChange[];
    readonly removed: readonly ItemChange[];
    readonly moved: readonly MovedItem[];
  };
  /** Phases whose state changed; null stands for a phase that is not there on that side. */
  readonly phases: readonly ({ readonly name: string } & Change<PhaseState | null>)[];
  /** What is said of a phase that stands on both sides, where that changed; null where nothing is said. */
  readonly claims: readonly ({
    readonly name: string;
    readonly source: ClaimSource;
  } & Change<ClaimState | null>)[];
  readonly lifecycle: Change<Lifecycle | null> | null;
  /** `created`, `last_updated`, `reviewed`, `expires`, `end` (of the plan's time), `timeline_end` (of the header, where `end` stays) and `estimated_end`. */
  readonly dates: readonly ({ readonly field: string } & Change<CalendarDate | null>)[];
  /** As written; matched by their normalised text. */
  readonly blockers: { readonly opened: readonly string[]; readonly closed: readonly string[] };
  readonly progress: Change<Progress>;
  /** Only in a report, where a list is not whole. */
  readonly unlisted?: Unlisted;
}
