import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Vocabulary } from '../plan/vocabulary.ts';
import type { Severity } from '../rules/rule.ts';

export const PROFILES = ['minimal', 'recommended', 'strict'] as const;
export type Profile = (typeof PROFILES)[number];

export const FAIL_ON = ['error', 'warning', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export const COMMENT_MODES = ['auto', 'related', 'always', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

/** When the tracking issue is kept: by scans from `schedule` and `workflow_dispatch`, by every scan, by none. */
export const TRACKING_MODES = ['auto', 'always', 'never'] as const;
export type TrackingMode = (typeof TRACKING_MODES)[number];

export type RuleLevel = Severity | 'off';

/** What the team's configuration says of one rule. */
export interface RuleSetting {
  readonly level: RuleLevel;
  /** As the rule's own options; empty when none are given. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Everything that decides what is checked and how it is judged; inputs over configuration file over defaults. */
export interface Settings {
  /** Globs; a leading `!` negates. */
  readonly plans: readonly string[];
  /** Globs of files that are no plans, beside the built-in ones. */
  readonly ignore: readonly string[];
  /** Path of the team's JSON Schema, from the repository's root; null for the built-in one. */
  readonly schema: string | null;
  /** Path of the file with the findings that the team knows of; null where the configuration names none. */
  readonly baseline: string | null;
  readonly profile: Profile;
  /** By rule id; a rule that is not named has its default. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** What the team calls states and keys. */
  readonly vocabulary: Vocabulary;
  /** null: the default of the trigger (`error` for changes, `never` for scans). */
  readonly failOn: FailOn | null;
  readonly comment: CommentMode;
  readonly commentKey: string;
  readonly trackingIssue: TrackingMode;
  /** Never empty; by the first one the issue is found. */
  readonly trackingIssueLabels: readonly string[];
  /** Whether owners that are handles are told when their plan enters a state. */
  readonly mentionOwners: boolean;
  /** Days. */
  readonly reviewEvery: number;
  /** Days before its expiry from which a plan is said to expire soon. */
  readonly expiringWithin: number;
  /** IANA name. */
  readonly timezone: string;
  readonly today: CalendarDate;
}

/** What one place says (the inputs, or the configuration file): every key may be missing. */
export type SettingLayer = {
  readonly [Key in keyof Settings]?: NonNullable<Settings[Key]> | undefined;
};
