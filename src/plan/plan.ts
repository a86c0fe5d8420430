import type { CalendarDate } from './calendar-date.ts';
import type { FrontMatter, KeyPath } from './front-matter.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Range } from './position.ts';
import type { ListedFile, PhaseClaim, PhaseTime, SelfReport } from './self-report.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { PlanWaivers } from './waivers.ts';

/** One plan file, read: what its front matter says and what its body holds, with the place of each. */
export interface Plan {
  readonly path: string;
  /** The text of the file, without a byte order mark; every range points into it. */
  readonly text: string;
  /** In which it was read. */
  readonly vocabulary: Vocabulary;
  readonly frontMatter: FrontMatter;
  /** Front matter `title`, else the first H1, else the file's name. */
  readonly title: string;
  /** `lifecycle`, else `status`; null when neither is a known state. */
  readonly lifecycle: Lifecycle | null;
  readonly owner: readonly string[];
  readonly dates: PlanDates;
  /** What `supersedes`, `superseded_by`, `related_plans` and `depends_on` name. */
  readonly references: readonly Reference[];
  /** What `related_code` names: paths and globs from the root of the repository. */
  readonly relatedCode: readonly RelatedCode[];
  /**
   * In the order of the file. A plan without phase headings has one phase whose `name` is empty; so has, as its
   * first, a plan whose phases hold no item while its check lists stand elsewhere.
   */
  readonly phases: readonly Phase[];
  /** Check lists outside the phases: shown, never part of progress. */
  readonly otherItems: readonly Item[];
  /** The template's own text that still stands in the plan. */
  readonly placeholders: readonly Placeholder[];
  /** One sentence that names the line from which on the body is not read; null when all of it is. */
  readonly bodyProblem: string | null;
  /** `**Review cadence:**` of the body, as written; null when absent or still the template's. */
  readonly reviewCadence: string | null;
  /** What it says of itself beside its boxes. */
  readonly selfReport: SelfReport;
  /** What looks like a phase, or stands among them, and is none of `phases`; in the order of the file. */
  readonly uncountedPhases: readonly UncountedPhase[];
  /** Open boxes of the phases with boxes below them, of which none is open; they are not counted. */
  readonly openParents: readonly Item[];
  /** Unresolved ones of `otherItems` under a heading that calls them work. */
  readonly openElsewhere: readonly Item[];
  /** What looks like a box and is none for GitHub. */
  readonly malformedBoxes: readonly MalformedBox[];
  /** Ticked boxes with unresolved ones below them. */
  readonly checkedParents: readonly CheckedParent[];
  /** The code fence that runs to the end of the file and hides headings or boxes; null when there is none. */
  readonly unclosedFence: UnclosedFence | null;
  /** Links and images of the body, in the order of the file. */
  readonly links: readonly Link[];
  /** 1-based line from which on there are more links than are read; null when all are read. */
  readonly linksCutAt: number | null;
  /** What a link to `#…` within the file may name, in small letters. */
  readonly anchors: ReadonlySet<string>;
  /** Which findings it is allowed to have. */
  readonly waivers: PlanWaivers;
}

/** Where a link or an image of the body leads. */
export interface Link {
  /** As written, without the brackets around it: a path, an anchor or a URL. */
  readonly target: string;
  /** Of the target alone: what a fix rewrites. */
  readonly range: Range;
}

export interface UnclosedFence {
  /** Of the line that opens it. */
  readonly range: Range;
  /** Lines below it that would be headings. */
  readonly headings: number;
  /** Lines below it that would be boxes. */
  readonly boxes: number;
}

export interface UncountedPhase {
  /**
   * `twice`: an earlier phase has its word and number. `elsewhere`: the phases that count stand in another list.
   * `unread`: it stands among them with open boxes, and its heading is not one of a phase.
   */
  readonly why: 'twice' | 'elsewhere' | 'unread';
  /** null where its heading is not one of a phase. */
  readonly number: string | null;
  /** As of a phase; of other headings all of it, as plain text. */
  readonly name: string;
  /** Of the heading. */
  readonly range: Range;
  /** The heading over the phases that count, as plain text; null where they stand under none. */
  readonly countedUnder: string | null;
  readonly items: readonly Item[];
}

export interface MalformedBox {
  /** The bullet and the brackets, as written. */
  readonly text: string;
  /** What is to stand in their place; null where they are right, and an empty line above them is missing. */
  readonly fixed: string | null;
  /** Of `text` alone: what a fix rewrites. */
  readonly range: Range;
}

export interface CheckedParent {
  readonly text: string;
  /** Unresolved leaves below it. */
  readonly openChildren: number;
  readonly range: Range;
}

/** The four dates of the front matter; null when absent, a placeholder, or no real day. */
export interface PlanDates {
  readonly created: CalendarDate | null;
  readonly lastUpdated: CalendarDate | null;
  readonly reviewed: CalendarDate | null;
  readonly expires: CalendarDate | null;
}

export type ReferenceField = 'supersedes' | 'superseded_by' | 'related_plans' | 'depends_on';

/** A link from one plan's front matter to another file, as written. */
export interface Reference {
  readonly field: ReferenceField;
  readonly target: string;
  /** Where it stands in the front matter: a field, or a member of its list. */
  readonly keyPath: KeyPath;
  readonly range: Range;
}

/** One entry of `related_code`, as written. */
export interface RelatedCode {
  readonly pattern: string;
  readonly keyPath: KeyPath;
  readonly range: Range;
}

export interface Phase {
  /** Without "Phase 1:" and without its tails; empty for the one unnamed phase. */
  readonly name: string;
  /** `2`, `2.2`, `4b`, `A`; null where the heading has none. */
  readonly number: string | null;
  /** The heading; the start of the file for the unnamed phase. */
  readonly range: Range;
  /** The heading itself is struck through, or says so. */
  readonly dropped: boolean;
  readonly items: readonly Item[];
  /** What is said of it in words and signs: by its row of the phase table, its heading, its bullets. */
  readonly claims: readonly PhaseClaim[];
  /** null when neither the phase table nor its heading says when it is to happen. */
  readonly time: PhaseTime | null;
  /** In the order of the file. */
  readonly files: readonly ListedFile[];
  /** Numbers of the phases that `**Dependencies:**` names; each once. */
  readonly dependsOn: readonly string[];
}

export type ItemKind = 'task' | 'deliverable' | 'gate' | 'other';

/** What a box says; `open` and `in-progress` are unresolved, `deferred` and `cancelled` leave the denominator. */
export type ItemState = 'done' | 'open' | 'in-progress' | 'deferred' | 'cancelled';

/** A leaf of a check list, or a row of a task table. */
export interface Item {
  readonly kind: ItemKind;
  readonly state: ItemState;
  /** Plain text, one line, without the box. */
  readonly text: string;
  /** What stands between the brackets, as written; empty for a row of a table. */
  readonly mark: string;
  /** What its `Depends on:` names, as plain text. */
  readonly dependsOn: readonly string[];
  readonly range: Range;
}

export interface Placeholder {
  /** `front-matter` and `header` are asked for more firmly than the `body`. */
  readonly where: 'front-matter' | 'header' | 'body';
  /** The key path in the front matter (`ai.priority`), the label in the header, else empty. */
  readonly subject: string;
  /** The text as it stands. */
  readonly text: string;
  readonly range: Range;
}
