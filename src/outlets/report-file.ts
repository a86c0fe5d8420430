import { dirname, join } from 'node:path';
import { jsonPieces } from '../report/json-pieces.ts';
import type { Report } from '../report/report.ts';
import { writeWhole } from './write-whole.ts';

/** Paths of what was written. */
export interface ReportFiles {
  readonly report: string;
  /** The Markdown, beside the report. */
  readonly summary: string;
}

export interface ReportContent {
  readonly report: Report;
  readonly markdown: string;
}

/** Writes the report as JSON and its Markdown beside it, and makes the folders on the way. Rejects with the system's error. */
export async function writeReportFiles(
  path: string,
  { report, markdown }: ReportContent,
): Promise<ReportFiles> {
  const files = { report: path, summary: join(dirname(path), 'summary.md') };
  await writeWhole(files.report, withLineEnd(jsonPieces(report)));
  await writeWhole(files.summary, `${markdown}\n`);
  return files;
}

const withLineEnd = (pieces: Iterable<string>): Iterable<string> => ({
  *[Symbol.iterator]() {
    yield* pieces;
    yield '\n';
  },
});
