import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import type { FailOn } from '../settings/settings.ts';
import { conclude } from './conclusion.ts';
import { tally } from './counted.ts';
import { byGap, bySeverity, byWorst } from './order.ts';
import {
  type CoverageGap,
  counts as countsTowardsConclusion,
  hasNumbers,
  type PlanResult,
  type Report,
} from './report.ts';

export interface Results {
  /** Of this tool. */
  readonly version: string;
  readonly today: CalendarDate;
  readonly trigger: Report['trigger'];
  readonly plans: readonly PlanResult[];
  /** Findings that are not tied to one of `plans`. */
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: readonly CoverageGap[];
  /** Files that say they are no plans. */
  readonly skipped: number;
  readonly failOn: FailOn;
  readonly api: Report['api'];
}

/** Puts the results of a run in order, counts them and draws the conclusion. */
export function assembleReport(results: Results): Report {
  const plans = results.plans
    .map((plan) => ({ ...plan, diagnostics: plan.diagnostics.toSorted(bySeverity) }))
    .toSorted(byWorst(results));
  const diagnostics = results.diagnostics.toSorted(bySeverity);
  const findings = [...plans.flatMap((plan) => plan.diagnostics), ...diagnostics];
  const counts = {
    plans: plans.filter((plan) => hasNumbers(results, plan)).length,
    ...tally(findings.filter(countsTowardsConclusion)),
    skipped: results.skipped,
  };
  return {
    version: 1,
    tool: { name: 'plan-check', version: results.version },
    today: results.today,
    trigger: results.trigger,
    conclusion: conclude({ counts, plans: plans.length, coverage: results.coverage, failOn: results.failOn }),
    counts,
    plans,
    diagnostics,
    coverage: results.coverage.toSorted(byGap),
    api: results.api,
  };
}
