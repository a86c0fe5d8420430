import { open, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { PlanCheckError } from '../plan-check-error.ts';
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

/** Nobody named this file to us: by its first line it is known to be ours. */
const OURS = '<!-- Written by Plan Check, with the report beside it. -->\n';

/** `report.json` has its Markdown in `report.summary.md`. */
export const summaryBeside = (report: string): string =>
  join(dirname(report), `${parse(report).name}.summary.md`);

/**
 * Refuses outputs that would overwrite each other.
 * @throws {PlanCheckError} before anything is done.
 */
export async function requireTwoPlaces(report: string, sarif: string | null): Promise<void> {
  if (sarif === null) return;
  const place = await placeOf(sarif);
  const places = await Promise.all([report, summaryBeside(report)].map(placeOf));
  const taken = places.indexOf(place);
  if (taken < 0) return;
  const what =
    taken === 0 ? 'the report goes to' : 'the summary of the report goes to, which is named after it';
  throw new PlanCheckError(
    `"sarif" names "${sarif}", the file that ${what}, and one would overwrite the other: give "report" and "sarif" names of their own.`,
  );
}

/** Links that are followed: as many as Linux follows. */
const MAX_LINKS = 40;

/** Where a file is written in the end: links on the way are followed, also to what is written before it. */
async function placeOf(path: string, links = 0): Promise<string> {
  const full = resolve(path);
  const folder = dirname(full);
  const real = await realpath(full).catch(() => null);
  if (real !== null || folder === full) return real ?? full;
  const target = links < MAX_LINKS ? await readlink(full).catch(() => null) : null;
  return target === null
    ? join(await placeOf(folder, links), basename(full))
    : placeOf(resolve(folder, target), links + 1);
}

/**
 * Writes the report as JSON, over what was there, and its Markdown beside it, over one of ours alone. Makes the folders on
 * the way. Rejects with the system's error.
 * @throws {PlanCheckError} where somebody else's file has the name of the Markdown; then nothing is written.
 */
export async function writeReportFiles(
  path: string,
  { report, markdown }: ReportContent,
): Promise<ReportFiles> {
  const files = { report: path, summary: summaryBeside(path) };
  if (await isForeign(files.summary)) {
    throw new PlanCheckError(
      `The report was not written to "${path}", because its summary would overwrite "${files.summary}", which Plan Check did not write: give "report" another name, or move that file.`,
    );
  }
  await writeWhole(files.report, withLineEnd(jsonPieces(report)));
  await writeWhole(files.summary, `${OURS}${markdown}\n`);
  return files;
}

async function isForeign(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) return false;
  // A pipe would be waited for.
  const file = stats.isFile() ? await open(path).catch(() => null) : null;
  if (file === null) return true;
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(OURS.length), 0, OURS.length, 0);
    return buffer.toString('utf8', 0, bytesRead) !== OURS;
  } finally {
    await file.close();
  }
}

const withLineEnd = (pieces: Iterable<string>): Iterable<string> => ({
  *[Symbol.iterator]() {
    yield* pieces;
    yield '\n';
  },
});
