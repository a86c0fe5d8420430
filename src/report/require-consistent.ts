import { PlanCheckError } from '../plan-check-error.ts';
import { RULES } from '../rules/index.ts';
import { listed } from '../rules/message.ts';
import { isRepositoryPath } from '../settings/repository-path.ts';
import { shown } from '../settings/setting-problem.ts';
import { FAIL_ON } from '../settings/settings.ts';
import { assembleReport } from './assemble-report.ts';
import { conclude } from './conclusion.ts';
import { countedGap } from './counted-gap.ts';
import { type NumberProblem, numberProblem } from './number-problem.ts';
import type { PlanResult, Report } from './report.ts';

/** What to do about it. */
export const AS_WRITTEN = 'take the file as the job with "shard" wrote it, or run that job again';

/**
 * Believes no report that contradicts itself: what follows from its plans, findings and gaps is worked out anew, and must be
 * what it says. `counts.skipped` follows from nothing that a report holds.
 * @throws {PlanCheckError} that names the report, what in it is not so, and the cure.
 */
export function requireConsistent(name: string, report: Report): void {
  const problem = pathProblem(report) ?? ruleProblem(report) ?? contradiction(report);
  if (problem !== null) throw new PlanCheckError(`"${name}" ${problem}: ${AS_WRITTEN}.`);
}

function contradiction(report: Report): string | null {
  const { counts, conclusion, plans, coverage, tool } = report;
  const assembling = { ...report, version: tool.version, skipped: counts.skipped, failOn: 'never' } as const;
  const anew = assembleReport(assembling).counts;
  for (const key of ['plans', 'errors', 'warnings', 'notices'] as const) {
    if (anew[key] !== counts[key]) {
      return `contradicts itself, as it counts ${counts[key]} ${key} and lists ${anew[key]}`;
    }
  }
  // The job that wrote it may have had any of them.
  const conclusions = new Set(
    FAIL_ON.map((failOn) => conclude({ counts, plans: plans.length, coverage, failOn })),
  );
  if (!conclusions.has(conclusion)) {
    return `contradicts itself, as its conclusion is "${conclusion}" and what it lists says ${listed([...conclusions].map(shown), 'or')}`;
  }
  const gap = coverage.find(({ what, message, blocking, count }) => {
    if (count === undefined) return false;
    const said = countedGap(count);
    return said?.what !== what || said.message !== message || said.blocking !== blocking;
  });
  if (gap !== undefined) return `contradicts itself, as the gap ${shown(gap.message)} is not what it counts`;
  return planProblem(plans);
}

/** The first thing that a plan of a scan cannot have, with its place in the report. */
function planProblem(plans: readonly PlanResult[]): string | null {
  for (const [index, plan] of plans.entries()) {
    const found = changeProblem(plan) ?? numberProblem(plan);
    if (found === null) continue;
    return `contradicts itself, as "/plans/${index}${found.field}" ${found.problem}, in the plan ${shown(plan.path)}`;
  }
  return null;
}

/** Parts are parts of a scan, which compares nothing. */
function changeProblem(plan: PlanResult): NumberProblem | null {
  const { change, previousPath, delta, phases } = plan;
  const problem = 'compares the plan with an earlier one, which a scan does not';
  if (change !== 'unchanged') return { field: '/change', problem };
  if (previousPath !== null) return { field: '/previousPath', problem };
  if (delta !== null) return { field: '/delta', problem };
  const only = (['movedTo', 'behind', 'titleBefore'] as const).find((key) => plan[key] !== undefined);
  if (only !== undefined) return { field: `/${only}`, problem };
  const phase = phases.findIndex(({ before, unlisted }) => before !== null || unlisted !== undefined);
  return phase < 0 ? null : { field: `/phases/${phase}`, problem };
}

/** Every id that a finding can have. */
const isRule = (id: string): boolean => RULES.some((rule) => rule.id === id);

function ruleProblem({ plans, diagnostics }: Report): string | null {
  const findings = [...plans.flatMap((plan) => plan.diagnostics), ...diagnostics];
  const strange = findings.find(({ rule }) => !isRule(rule));
  return strange === undefined ? null : `has a finding of ${shown(strange.rule)}, which is no rule`;
}

/** A finding of a plan stands in that plan; one beside the plans is about none of them. */
function pathProblem({ plans, diagnostics, coverage }: Report): string | null {
  const places = [
    ...plans.flatMap(({ path, previousPath, movedTo, behind }) => [path, previousPath, movedTo, behind]),
    ...diagnostics.map(({ path }) => path),
    ...coverage.map(({ path }) => path),
  ];
  const outside = places.find((path) => path != null && !isRepositoryPath(path));
  if (outside != null) return `names ${shown(outside)}, which is no path inside of a repository`;
  for (const plan of plans) {
    const strange = plan.diagnostics.find(({ path }) => path !== plan.path);
    if (strange !== undefined) {
      return `has a finding about ${shown(strange.path)} in the plan ${shown(plan.path)}`;
    }
  }
  return null;
}
