import type { Diagnostic } from '../rules/diagnostic.ts';
import { newFindings } from './finding-line.ts';
import type { Report } from './report.ts';

/** The findings of a scan without those that only say the state of a plan, which stands in a list of its own. */
export function findingsBesideStates(report: Report): readonly Diagnostic[] {
  const said = new Set(
    report.plans.flatMap(({ path, staleness }) => staleness.reasons.map(({ state }) => `${state} ${path}`)),
  );
  return newFindings(report).filter(({ path, rule }) => !said.has(`${rule} ${path}`));
}
