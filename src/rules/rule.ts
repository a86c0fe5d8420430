import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';
import type { PlanHistory } from '../progress/plan-history.ts';
import type { RequiredKey } from '../schema/required-keys.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import type { Relations } from './relations.ts';
import type { TextEdit } from './text-edit.ts';
import type { UnusedWaiver } from './unused-waivers.ts';

export type Severity = 'error' | 'warning' | 'notice';

export type RunKind = 'changes' | 'scan';

/**
 * What a rule is about; decides where it applies.
 * In a draft everything but `syntax`, `schema` and `transition` is at most a notice; for a closed plan only
 * `syntax`, `schema`, `transition`, `lifecycle` and `reference` run.
 */
export type Concern = 'syntax' | 'schema' | 'transition' | 'lifecycle' | 'reference' | 'content' | 'calendar';

/** What a rule yields; the runner adds id, path and severity. */
export interface Finding<MessageId extends string = string> {
  readonly messageId: MessageId;
  /**
   * Fills the `{{key}}`s of the message. The runner adds `{{count}}`, and `{{names}}`: the `name`s of all findings that
   * are shown as one. Where the message does not have them, the help names the others.
   */
  readonly data?: Readonly<Record<string, string | number>>;
  readonly range: Range;
  /** What the finding is about, stable while lines move: tells old findings from new ones. Default: the message's id. */
  readonly subject?: string;
  /** The day in the plan that it hangs on, of a finding that comes with the calendar: with another day it is another finding for the baseline. */
  readonly day?: CalendarDate;
  /** The finding is at most this severe; the profile `strict` raises this like the rule's own severity. */
  readonly atMost?: Severity;
  /** Where it differs from the rule's. */
  readonly concern?: Concern;
  /** How many places it stands for, with this one; default 1. */
  readonly count?: number;
  /** A second sentence: the cure in detail, an example, or the first places. Plain text. */
  readonly help?: string;
  /**
   * What may be written without asking anybody, all of it or nothing: it changes only what the finding is about, and
   * after it the finding is gone.
   */
  readonly fix?: readonly TextEdit[];
  /** The fix follows from what the change did: `plan-check fix`, which compares with nothing, does not find it. */
  readonly fixNeedsChange?: true;
}

export interface RuleContext {
  readonly today: CalendarDate;
  readonly run: RunKind;
  /** The same plan at the merge base; null where there is none, or where the run has no base. */
  readonly base: Plan | null;
  readonly schemaProblems: readonly SchemaProblem[];
  readonly relations: Relations;
  /** Whether the change adds the plan; never where a run compares with nothing. */
  readonly isAdded: boolean;
  /** Where the files are now that the change renames: path before → path after. */
  readonly renames: ReadonlyMap<string, string>;
  /** Waivers of the plan that hide nothing, as far as the run can tell; empty but for the rule about them. */
  readonly unusedWaivers: readonly UnusedWaiver[];
  /** Every rule that there is. */
  readonly rules: readonly Pick<Rule, 'id' | 'waivable'>[];
  /** Paths of the plans of this change in which the review's date moved and nothing else; sorted. */
  readonly reviewStamps: readonly string[];
  /** Paths of the plans of this change whose content changed and whose "last_updated" did not; sorted. */
  readonly staleEdits: readonly string[];
  /** Names of the keys that the team's schema declares; none of the built-in one. */
  readonly schemaKeys: ReadonlySet<string>;
  /** What the team's schema asks of every front matter; null of the built-in one. */
  readonly requiredKeys: readonly RequiredKey[] | null;
  /** The change makes the plan active, and the rule "activation-incomplete" says what it lacks: the others leave it to that. */
  readonly activates: boolean;
  /** The rule "lifecycle-folder" tells the plan that it is to be closed: the others leave it to that. */
  readonly folderSaysClosed: boolean;
  /** What the repository remembers of the plan and its code; null where that is not known. */
  readonly history: PlanHistory | null;
  /** Paths of files, no plans, that a change touches which leaves the plan alone; empty for a plan that it touches. */
  readonly touchedCode: readonly string[];
  /** Days. */
  readonly reviewEvery: number;
  /** Days. */
  readonly expiringWithin: number;
  /** The team's options of this rule. */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * What an option may be, as the published schema of the configuration has it: JSON Schema, draft-07. Words, whole numbers
 * with both limits, truth values, and mappings of names to one of these are put in words by the configuration's reader.
 */
export type OptionSchema = Readonly<Record<string, unknown>> & { readonly description: string };

export interface Rule<MessageId extends string = string> {
  readonly id: string;
  /** One sentence with a full stop: what holds for a good plan. */
  readonly description: string;
  readonly concern: Concern;
  /** Defaults of the `recommended` profile, for a change and for a scan. */
  readonly severity: Readonly<Record<RunKind, Severity | 'off'>>;
  /** Also in the `minimal` profile. */
  readonly minimal: boolean;
  /** How many findings of one file are shown before the rest is counted in the last one; default 1. */
  readonly limit?: number;
  /** False where no waiver can silence it; default: one can. */
  readonly waivable?: boolean;
  /** By name. Another option, or another value, is refused when the configuration is read; default: none. */
  readonly options?: Readonly<Record<string, OptionSchema>>;
  /**
   * `safe`: some of its findings have a fix. `hint`: no fix, but message or help carry the exact text to write. Default:
   * people decide.
   */
  readonly fixable?: 'safe' | 'hint';
  /** Its fixes change what is read of the plan's text: those of other rules wait until they are done. */
  readonly fixedFirst?: boolean;
  /** One sentence each, with the cure; `{{name}}` is filled from a finding's data. */
  readonly messages: Readonly<Record<MessageId, string>>;
  /**
   * Whether the rule can judge the plan only when it knows every file; default: never. Asked for plans of a change, where that
   * costs a request. Without the files it says nothing of what it does not know.
   */
  needsFiles?(plan: Plan, context: FileNeeds): boolean;
  check(plan: Plan, context: RuleContext): Iterable<Finding<MessageId>>;
}

/** What decides whether a plan can be judged without the list of files. */
export interface FileNeeds extends Pick<RuleContext, 'base' | 'isAdded' | 'relations'> {
  /** Paths at which the change leaves nothing: removed files, and renamed ones; null where that is not known. */
  readonly gone: readonly string[] | null;
}

/** Keeps the message ids of a rule checked by the compiler. */
export const defineRule = <MessageId extends string>(rule: Rule<MessageId>): Rule<MessageId> => rule;
