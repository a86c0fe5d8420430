import { isClosed, type Lifecycle } from '../plan/lifecycle.ts';
import type { Concern, Rule, RunKind, Severity } from './rule.ts';

export type Level = Severity | 'off';

/** What the team's settings say about how rules are judged. */
export interface JudgingSettings {
  readonly profile: 'minimal' | 'recommended' | 'strict';
  /** By rule id; a rule that is not named has its default. */
  readonly rules: Readonly<
    Record<string, { readonly level: Level; readonly options: Readonly<Record<string, unknown>> }>
  >;
}

/** Where a finding stands, as far as that decides how severe it is. */
export interface Circumstances {
  readonly run: RunKind;
  readonly settings: JudgingSettings;
  readonly lifecycle: Lifecycle | null;
  readonly concern: Concern;
  readonly atMost?: Severity | undefined;
}

const SEVERITIES: readonly Severity[] = ['notice', 'warning', 'error'];

const DRAFT_IS_HELD_TO: ReadonlySet<Concern> = new Set(['syntax', 'schema', 'transition']);
const CLOSED_IS_HELD_TO: ReadonlySet<Concern> = new Set([
  'syntax',
  'schema',
  'transition',
  'lifecycle',
  'reference',
]);

/**
 * How severe a finding is: the rule's default for the kind of run, changed by the profile, replaced by the team's
 * level, then held down by the plan's state, by the finding itself, and for the calendar on a change.
 */
export function severityOf(
  rule: Pick<Rule, 'id' | 'severity' | 'minimal'>,
  { run, settings, lifecycle, concern, atMost }: Circumstances,
): Level {
  const team = levelOf(settings, rule.id);
  const level = team ?? profileLevel(rule, run, settings.profile);
  if (level === 'off') return 'off';
  if (isClosed(lifecycle) && !CLOSED_IS_HELD_TO.has(concern)) return 'off';
  const caps: readonly (Severity | undefined)[] = [
    settings.profile === 'strict' && atMost !== undefined ? raised(atMost) : atMost,
    lifecycle === 'draft' && !DRAFT_IS_HELD_TO.has(concern) ? 'notice' : undefined,
    // What changes without an edit fails no change, unless the team asked for just that.
    concern === 'calendar' && run === 'changes' && team === undefined ? 'warning' : undefined,
  ];
  return caps.reduce<Severity>(
    (severity, cap) => (cap === undefined ? severity : milder(severity, cap)),
    level,
  );
}

/** Whether a rule says nothing of what it is about, of a plan in this state. */
export const isOff = (
  rule: Pick<Rule, 'id' | 'severity' | 'minimal' | 'concern'>,
  where: Pick<Circumstances, 'run' | 'settings' | 'lifecycle'>,
): boolean => severityOf(rule, { ...where, concern: rule.concern }) === 'off';

/** The milder of two. */
export const milder = (one: Severity, other: Severity): Severity =>
  SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other) ? one : other;

/** Negative when `one` is the more severe. */
export const bySeverity = (one: Severity, other: Severity): number =>
  SEVERITIES.indexOf(other) - SEVERITIES.indexOf(one);

/** What the team says of a rule; undefined when it does not name it. */
const levelOf = ({ rules }: JudgingSettings, id: string): Level | undefined =>
  Object.hasOwn(rules, id) ? rules[id]?.level : undefined;

function profileLevel(
  { severity, minimal }: Pick<Rule, 'severity' | 'minimal'>,
  run: RunKind,
  profile: JudgingSettings['profile'],
): Level {
  const level = severity[run];
  switch (profile) {
    case 'minimal':
      return minimal ? level : 'off';
    case 'recommended':
      return level;
    case 'strict':
      return level === 'off' ? 'off' : raised(level);
    default:
      return profile satisfies never;
  }
}

const raised = (severity: Severity): Severity => SEVERITIES[SEVERITIES.indexOf(severity) + 1] ?? 'error';
