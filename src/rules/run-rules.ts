import type { Plan } from '../plan/plan.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import type { Diagnostic } from './diagnostic.ts';
import { RULES } from './index.ts';
import { countOf, helpOf, messageOf } from './message.ts';
import type { Relations } from './relations.ts';
import type { Finding, Rule, RuleContext, RunKind, Severity } from './rule.ts';
import { bySeverity, type JudgingSettings, severityOf } from './severity.ts';

/** One plan, and what it was at the merge base; null where there is none. */
export interface RuleSubject {
  readonly plan: Plan;
  readonly base: Plan | null;
  readonly schemaProblems: readonly SchemaProblem[];
  readonly baseSchemaProblems: readonly SchemaProblem[];
}

/** What is the same for every plan of a run. */
export interface SharedContext {
  readonly run: RunKind;
  readonly settings: JudgingSettings & Pick<RuleContext, 'today' | 'reviewEvery' | 'expiringWithin'>;
  readonly relations: Relations;
  readonly baseRelations: Relations;
  readonly reviewStamps: readonly string[];
  /** Whether the run compares with something: then a plan without a base is one that the change adds. */
  readonly comparesWithBase: boolean;
  readonly renames: RuleContext['renames'];
}

/** A finding with what the runner made of it. */
interface Judged {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly isNew: boolean;
}

/** Runs every rule on one plan. Sorted by line, then by rule. */
export function runRules(
  subject: RuleSubject,
  shared: SharedContext,
  rules: readonly Rule[] = RULES,
): readonly Diagnostic[] {
  return rules.flatMap((rule) => diagnose(rule, subject, shared)).toSorted(byPlace);
}

function diagnose(rule: Rule, subject: RuleSubject, shared: SharedContext): readonly Diagnostic[] {
  const judged = judge(rule, subject, shared);
  if (judged.length === 0) return [];
  const limit = rule.limit ?? 1;
  // Old and new findings are never shown as one: only the new ones count.
  const groups = Map.groupBy(judged, ({ isNew, severity }) => (limit > 1 ? isNew : `${isNew} ${severity}`));
  return [...groups.values()].flatMap((group) => shown(rule, subject.plan, group, limit));
}

function judge(
  rule: Rule,
  { plan, base, ...problems }: RuleSubject,
  shared: SharedContext,
): readonly Judged[] {
  const { run, settings } = shared;
  const circumstances = { run, settings, lifecycle: plan.lifecycle };
  const findings = findingsOf(
    rule,
    plan,
    contextOf(rule, shared, base, problems.schemaProblems, shared.relations),
  );
  const judged = findings.flatMap((finding) => {
    const { concern = rule.concern, atMost } = finding;
    const severity = severityOf(rule, { ...circumstances, concern, atMost });
    return severity === 'off' ? [] : [{ finding, severity }];
  });
  if (judged.length === 0) return [];
  const takeOld = oldFindings(rule, plan, base, problems.baseSchemaProblems, shared);
  return judged.map((one) => ({ ...one, isNew: !takeOld(one.finding) }));
}

/** Without readable front matter only that is said: everything else would follow from it. */
const findingsOf = (rule: Rule, plan: Plan, context: RuleContext): readonly Finding[] =>
  plan.frontMatter.state === 'read' || rule.concern === 'syntax' ? [...rule.check(plan, context)] : [];

const contextOf = (
  rule: Rule,
  { run, settings, reviewStamps, comparesWithBase, renames }: SharedContext,
  base: Plan | null,
  schemaProblems: readonly SchemaProblem[],
  relations: Relations,
): RuleContext => ({
  today: settings.today,
  reviewEvery: settings.reviewEvery,
  expiringWithin: settings.expiringWithin,
  run,
  base,
  schemaProblems,
  relations,
  reviewStamps,
  isAdded: comparesWithBase && base === null,
  renames,
  options: (Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id]?.options : undefined) ?? {},
});

/**
 * Tells whether a finding also stood at the base, each time once, so that a second one of the same subject is new.
 * A plan that changes its lifecycle is judged as a whole: nothing in it is old.
 */
function oldFindings(
  rule: Rule,
  plan: Plan,
  base: Plan | null,
  schemaProblems: readonly SchemaProblem[],
  shared: SharedContext,
): (finding: Finding) => boolean {
  if (base === null || base.lifecycle !== plan.lifecycle) return () => false;
  const context = contextOf(rule, shared, null, schemaProblems, shared.baseRelations);
  const left = new Map<string, number>();
  for (const finding of findingsOf(rule, base, context)) {
    left.set(subjectOf(finding), (left.get(subjectOf(finding)) ?? 0) + 1);
  }
  return (finding) => {
    const count = left.get(subjectOf(finding)) ?? 0;
    left.set(subjectOf(finding), count - 1);
    return count > 0;
  };
}

const subjectOf = ({ subject, messageId }: Finding): string => subject ?? messageId;

/** The first findings of a group; the last of them stands for the rest too. */
function shown(
  rule: Rule,
  { path, frontMatter: { nameOf } }: Plan,
  group: readonly Judged[],
  limit: number,
): readonly Diagnostic[] {
  const sorted = group.toSorted(
    (a, b) => bySeverity(a.severity, b.severity) || byStart(a.finding.range, b.finding.range),
  );
  return sorted.slice(0, limit).map(({ finding, severity, isNew }, index) => {
    const others = index === limit - 1 ? sorted.slice(limit).map((one) => one.finding) : [];
    return {
      rule: rule.id,
      severity,
      message: messageOf(rule, finding, others, nameOf),
      path,
      range: finding.range,
      help: helpOf(finding, others, nameOf),
      isNew,
      count: countOf([finding, ...others]),
      fix: fixOf([finding, ...others]),
      waived: null,
      known: false,
    };
  });
}

/** What can be fixed of findings that are shown as one. */
function fixOf(findings: readonly Finding[]): Diagnostic['fix'] {
  const edits = findings.flatMap(({ fix }) => fix ?? []);
  return edits.length === 0 ? null : { edits };
}

const byStart = (a: Finding['range'], b: Finding['range']): number =>
  a.start.line - b.start.line || a.start.column - b.start.column;

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  a.range.start.line - b.range.start.line ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : byStart(a.range, b.range));
