import type { FailOn } from '../settings/settings.ts';
import type { Conclusion, Counts, CoverageGap, Report } from './report.ts';

export interface Evidence {
  readonly counts: Pick<Counts, 'errors' | 'warnings'>;
  /** Rows of the result, with those of plans that are gone. */
  readonly plans: number;
  readonly coverage: readonly CoverageGap[];
  readonly failOn: FailOn;
}

/** What failed is said first, then what could not be known; only what was checked whole is a success. */
export function conclude({ counts, plans, coverage, failOn }: Evidence): Conclusion {
  if (fails(counts, failOn)) return 'failure';
  if (coverage.some(({ blocking }) => blocking)) return 'incomplete';
  return plans === 0 ? 'neutral' : 'success';
}

/** 1 for a failure, and for an incomplete result unless nothing is to fail; else 0. */
export function exitCodeOf(report: Pick<Report, 'conclusion'>, failOn: FailOn): 0 | 1 {
  if (report.conclusion === 'failure') return 1;
  return report.conclusion === 'incomplete' && failOn !== 'never' ? 1 : 0;
}

const fails = ({ errors, warnings }: Pick<Counts, 'errors' | 'warnings'>, failOn: FailOn): boolean =>
  ({ error: errors > 0, warning: errors + warnings > 0, never: false })[failOn];
