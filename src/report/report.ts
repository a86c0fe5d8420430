import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Lifecycle } from '../plan/lifecycle.ts';
import type { PlanDates } from '../plan/plan.ts';
import type { Delta, ItemCounts } from '../progress/delta.ts';
import type { Health } from '../progress/health.ts';
import type { PhaseBefore } from '../progress/phases-before.ts';
import type { PhaseProgress, Progress } from '../progress/progress.ts';
import type { Staleness } from '../progress/staleness.ts';
import type { PlanTimeline } from '../progress/timeline.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import type { RunKind } from '../rules/rule.ts';
import type { Shard } from '../settings/shard.ts';

export type { Diagnostic };

/** The one result of a run: every outlet and every format shows this, and `report.json` is this. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: 'plan-check'; readonly version: string };
  readonly today: CalendarDate;
  readonly trigger: {
    readonly kind: RunKind;
    readonly event: string;
    /** Full commit ids; null where there is none (a work tree, a run without a base). */
    readonly base: string | null;
    readonly head: string | null;
  };
  readonly conclusion: Conclusion;
  readonly counts: Counts;
  /** Worst first, then by path. */
  readonly plans: readonly PlanResult[];
  /** Findings that are not tied to one checked plan. */
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: readonly CoverageGap[];
  readonly api: { readonly requests: number; readonly writes: number };
  /** Only where the run checked one part of the plans. */
  readonly shard?: ShardIdentity;
}

/** Which part of the plans a report is about, and by what it is known that others are about the rest of them. */
export interface ShardIdentity extends Shard {
  /** Differs where another configuration, other inputs, another schema or another baseline decided. */
  readonly settings: string;
  /** Differs where the repository held other plans, or other texts of them. */
  readonly plans: string;
}

export type Conclusion = 'success' | 'failure' | 'neutral' | 'incomplete';

/** `plans` leaves out those that are gone or could not be read. Findings are counted when they are new, not waived and not known. `skipped` counts files that say they are no plans. */
export interface Counts {
  readonly plans: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly skipped: number;
}

export interface PlanResult {
  readonly path: string;
  readonly previousPath: string | null;
  readonly change: 'added' | 'modified' | 'renamed' | 'removed' | 'unchanged';
  /** Only where the file of a removed plan went to a place that is no plan's. */
  readonly movedTo?: string;
  /** Only where a link or a submodule stands now that a removed plan lay below: nobody looked whether it lies behind that. */
  readonly behind?: string;
  readonly title: string;
  /** Only where the change renames the plan and calls it otherwise: one plan may have taken the place of another. */
  readonly titleBefore?: string;
  readonly lifecycle: Lifecycle | null;
  readonly owner: readonly string[];
  readonly dates: PlanDates;
  readonly progress: Progress;
  readonly phases: readonly PhaseResult[];
  readonly health: Health;
  /** null where a plan has no date by which it could be drawn. */
  readonly timeline: PlanTimeline | null;
  readonly staleness: Staleness;
  /** null without a base. */
  readonly delta: Delta | null;
  /** Those that count first, the worst first, then by place. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface PhaseResult extends PhaseProgress {
  /** What it was at the base; null for a phase that is new, and without a base. */
  readonly before: PhaseBefore | null;
  /** Only where lists of the delta leave out items of the phase, and no other listed phase has its name. */
  readonly unlisted?: UnlistedOfPhase;
}

/** How many items of a phase the lists of the delta leave out. */
export type UnlistedOfPhase = Readonly<
  Record<Exclude<keyof Delta['tasks'], 'moved'> | 'movedIn' | 'movedOut', ItemCounts>
>;

/** What was not computed, and why. A `blocking` gap makes the conclusion `incomplete`. */
export interface CoverageGap {
  readonly what:
    | 'changed-files'
    | 'plan-files'
    | 'shard'
    | 'file'
    | 'base'
    | 'references'
    | 'schema'
    | 'history'
    | 'baseline';
  /** One sentence. */
  readonly message: string;
  readonly blocking: boolean;
  /** No such run computes it: the report and the log say so, a comment on each change does not. */
  readonly isExpected?: true;
  /** The file that it is about, where it is about one: its plan is not shown as good. */
  readonly path?: string;
  /** What the sentence counts, where it counts plans or findings: the parts of a scan are added up by it. */
  readonly count?: GapCount;
}

export type GapCount =
  /** Plans whose front matter the time of the schema did not reach for. */
  | { readonly of: 'schema'; readonly schema: string; readonly plans: number }
  /** Plans that the time of the run did not reach for. */
  | { readonly of: 'time'; readonly minutes: number; readonly plans: number }
  /** Plans of which nobody knows whether they drift. */
  | { readonly of: 'drift'; readonly reason: string; readonly plans: number }
  /** Entries of `related_code` that cover too much, sorted. */
  | { readonly of: 'broad-code'; readonly patterns: readonly string[] }
  /** Findings of the baseline that are gone: those of rules that hang on the day, and the others. */
  | {
      readonly of: 'baseline';
      readonly path: string;
      readonly onCalendar: number;
      readonly others: number;
    };

/** A finding counts towards the conclusion, the numbers and the exit code when the change brought it, and nobody put up with it: neither the plan by a waiver nor the team by its baseline. */
export const counts = ({ isNew, waived, known }: Diagnostic): boolean => isNew && waived === null && !known;

/** False for a plan that is gone or could not be read: it counts as not checked, and is never shown as good. */
export const hasNumbers = (report: Pick<Report, 'coverage'>, plan: PlanResult): boolean =>
  plan.change !== 'removed' && !isUnknown(report, plan) && !isUnreadable(plan);

/** True for what is no text, and may be a link in the place of a folder. */
export const isUnreadable = ({ diagnostics }: PlanResult): boolean =>
  diagnostics.some(({ rule }) => rule === 'unreadable-file');

/** True where a file of the plan could not be read, so that nobody knows whether it is good. */
export function isUnknown(
  { coverage }: Pick<Report, 'coverage'>,
  { path, previousPath }: Pick<PlanResult, 'path' | 'previousPath'>,
): boolean {
  const unknown = unknownPaths(coverage);
  return unknown.has(path) || (previousPath !== null && unknown.has(previousPath));
}

/** Asked for by each plan: a scan that is refused has as many gaps as plans. */
const unknownOf = new WeakMap<readonly CoverageGap[], ReadonlySet<string>>();

function unknownPaths(coverage: readonly CoverageGap[]): ReadonlySet<string> {
  const known = unknownOf.get(coverage);
  if (known !== undefined) return known;
  const paths = new Set(
    coverage.flatMap(({ blocking, path }) => (blocking && path !== undefined ? [path] : [])),
  );
  unknownOf.set(coverage, paths);
  return paths;
}
