import type { Diagnostic } from '../rules/diagnostic.ts';
import { SEVERITIES } from './counted.ts';
import { type CoverageGap, counts, isUnknown, type PlanResult, type Report } from './report.ts';

/** Findings of the change before older ones, then the worst, then by place. */
export const bySeverity = (a: Diagnostic, b: Diagnostic): number =>
  Number(counts(b)) - Number(counts(a)) ||
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  byText(a.path, b.path) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.column - b.range.start.column ||
  byText(a.rule, b.rule);

/** Plans with the worst finding first, one that could not be read right after the errors; then those that are behind, and last those that are gone; by path. */
export const byWorst =
  (report: Pick<Report, 'coverage'>) =>
  (a: PlanResult, b: PlanResult): number =>
    rank(report, a) - rank(report, b) || healthRank(a) - healthRank(b) || byText(a.path, b.path);

/** As they come: what keeps a plan from being known, then the rest. The same order for one run and for several joined. */
export const byGap = (a: CoverageGap, b: CoverageGap): number =>
  GAPS[a.what] - GAPS[b.what] || byText(a.path ?? '', b.path ?? '');

const GAPS = {
  ...{
    'changed-files': 0,
    'plan-files': 1,
    shard: 2,
    file: 3,
    base: 4,
    references: 5,
    schema: 6,
    history: 7,
    baseline: 8,
  },
} as const satisfies Record<CoverageGap['what'], number>;

const rank = (report: Pick<Report, 'coverage'>, plan: PlanResult): number => {
  const worst = plan.diagnostics.filter(counts).map(({ severity }) => RANKS[severity]);
  const rest = plan.change === 'removed' ? RANKS.removed : RANKS.fine;
  return Math.min(...worst, isUnknown(report, plan) ? RANKS.unknown : rest);
};

const RANKS = { error: 0, unknown: 1, warning: 2, notice: 3, fine: 4, removed: 5 } as const;

const healthRank = ({ health: { status } }: PlanResult): number => {
  const behind = ['OFF_TRACK', 'AT_RISK'].indexOf(status);
  return behind === -1 ? 2 : behind;
};

/** By code units: the same order on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
