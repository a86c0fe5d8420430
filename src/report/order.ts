import type { Diagnostic } from '../rules/diagnostic.ts';
import { SEVERITIES } from './counted.ts';
import { counts, type PlanResult } from './report.ts';

/** Findings of the change before older ones, then the worst, then by place. */
export const bySeverity = (a: Diagnostic, b: Diagnostic): number =>
  Number(counts(b)) - Number(counts(a)) ||
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  byText(a.path, b.path) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.column - b.range.start.column ||
  byText(a.rule, b.rule);

/** Plans with the worst finding first, then by path. */
export const byWorst = (a: PlanResult, b: PlanResult): number => rank(a) - rank(b) || byText(a.path, b.path);

const rank = (plan: PlanResult): number =>
  Math.min(
    SEVERITIES.length,
    ...plan.diagnostics.filter(counts).map(({ severity }) => SEVERITIES.indexOf(severity)),
  );

/** By code units: the same order on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
