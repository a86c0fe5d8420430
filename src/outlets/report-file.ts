import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Report } from '../report/report.ts';

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
  await makeFolder(resolve(dirname(path)));
  await writeFile(files.report, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(files.summary, `${markdown}\n`);
  return files;
}

/** One folder after the other: Node's own way never comes back where the system lets nobody make one, as below "/proc". */
async function makeFolder(path: string): Promise<void> {
  if (await isThere(path)) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  await mkdir(path).catch(async (error: unknown) => {
    if (!(await isThere(path))) throw error;
  });
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
