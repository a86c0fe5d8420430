import type { Plan } from '../plan/plan.ts';
import type { Waiver } from '../plan/waivers.ts';
import { baselineText, type Ledger } from './ledger.ts';
import type { Finding, Rule, RunKind, Severity } from './rule.ts';
import { type JudgingSettings, severityOf } from './severity.ts';
import type { Waiving } from './waiving.ts';

/** A finding with what the runner made of it. */
export interface Judged {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly isNew: boolean;
  /** By which the plan is allowed to have it. */
  readonly waiver: Waiver | null;
  /** The finding stood at the base, and nothing waived it there. */
  readonly isWaiverNew: boolean;
  readonly known: boolean;
}

/** A plan with what a rule finds in it, and the waivers that it has. */
export interface Side {
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  readonly waiving: Waiving;
}

export interface Judging {
  readonly run: RunKind;
  readonly settings: JudgingSettings;
  readonly head: Side;
  /** What stood at the base; null without one. Asked for only where there is something to compare. */
  readonly base: () => Side | null;
  /** What the team knows of; null: nothing. */
  readonly ledger: Ledger | null;
}

/** How severe the findings of one rule are, and which of them nobody needs to hear of. */
export function judgeFindings(rule: Rule, { run, settings, head, base, ledger }: Judging): readonly Judged[] {
  const { plan, waiving } = head;
  const judged = head.findings.flatMap((finding) => {
    const { concern = rule.concern, atMost } = finding;
    const severity = severityOf(rule, { run, settings, lifecycle: plan.lifecycle, concern, atMost });
    return severity === 'off' ? [] : [{ finding, severity }];
  });
  if (judged.length === 0) return [];
  const before = base();
  const takeOld = oldFindings(rule, plan, before);
  return judged.map(({ finding, severity }) => {
    const waiver = rule.waivable === false ? null : waiving.waive(rule, finding);
    const isKnown = (): boolean =>
      ledger?.take({
        rule: rule.id,
        text: baselineText(finding),
        count: finding.count ?? 1,
        path: plan.path,
        previousPath: before?.plan.path ?? null,
      }) ?? false;
    const old = takeOld(finding, waiver);
    return {
      finding,
      severity,
      isNew: old === null,
      waiver,
      isWaiverNew: waiver !== null && old === 'open',
      known: waiver === null && isKnown(),
    };
  });
}

/**
 * Tells how a finding stood at the base, null where it did not: each time once, so that a second one of the same subject is new; so is
 * one whose waiver is taken away. A plan that changes its lifecycle is judged as a whole: nothing in it is old.
 */
function oldFindings(
  rule: Rule,
  plan: Plan,
  base: Side | null,
): (finding: Finding, waiver: Waiver | null) => 'waived' | 'open' | null {
  if (base === null || base.plan.lifecycle !== plan.lifecycle) return () => null;
  const left = new Map<string, number>();
  const keyOf = (finding: Finding, isWaived: boolean): string => `${isWaived} ${subjectOf(finding)}`;
  for (const finding of base.findings) {
    const key = keyOf(finding, base.waiving.waive(rule, finding) !== null);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const take = (key: string): boolean => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  };
  return (finding, waiver) => {
    if (waiver !== null && take(keyOf(finding, true))) return 'waived';
    return take(keyOf(finding, false)) ? 'open' : null;
  };
}

const subjectOf = ({ subject, messageId }: Finding): string => subject ?? messageId;
