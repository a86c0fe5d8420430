import { PlanCheckError } from '../plan-check-error.ts';
import { mergeReports } from '../report/merge-reports.ts';
import type { Report } from '../report/report.ts';
import type { FailOn } from '../settings/settings.ts';
import { VERSION } from '../version.ts';
import { readReportFiles } from './read-report-files.ts';

interface Merging {
  /** Where paths begin. */
  readonly cwd: string;
  /** The commit that the shards must have scanned; null: any. */
  readonly head: string | null;
  readonly failOn: FailOn;
}

/**
 * The result of a scan whose parts were judged elsewhere.
 * @param patterns paths and globs of their reports.
 * @throws {PlanCheckError} when they cannot be read, or are not the parts of one run.
 */
export async function mergeShards(
  patterns: readonly string[],
  { cwd, head, failOn }: Merging,
): Promise<Report> {
  const reports = await readReportFiles(patterns, cwd);
  const stranger = reports.find(({ report }) => head !== null && report.trigger.head !== head);
  if (stranger !== undefined) {
    throw new PlanCheckError(
      `"${stranger.name}" is about the commit ${stranger.report.trigger.head ?? 'of a work tree'}, and this run about ${head}; merge the reports of this workflow run only.`,
    );
  }
  return mergeReports(reports, { failOn, version: VERSION });
}
