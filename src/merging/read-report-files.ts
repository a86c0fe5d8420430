// Not by its name: where it is missing, the file could not even say which Node.js it needs.
import * as disk from 'node:fs/promises';
import { readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { PlanCheckError } from '../plan-check-error.ts';
import type { NamedReport } from '../report/merge-reports.ts';
import { readReport } from '../report/read-report.ts';
import { MAX_SHARDS } from '../settings/shard.ts';

/** Bytes: some 10,000 plans a report, and the whole within what the engine's memory holds. */
const MAX_REPORT_BYTES = 128 * 1024 * 1024;
const MAX_ALL_BYTES = 512 * 1024 * 1024;

/**
 * Reads the reports that paths and globs name, each file once, in the order of their names.
 * @throws {PlanCheckError} when one names nothing, or a file is too large, or no report.
 */
export async function readReportFiles(
  patterns: readonly string[],
  cwd: string,
): Promise<readonly NamedReport[]> {
  const found = await Promise.all(patterns.map((pattern) => filesOf(pattern, cwd)));
  const paths = [...new Set(found.flat())].toSorted();
  if (paths.length > MAX_SHARDS) {
    throw new PlanCheckError(
      `${paths.length} reports were named, but a run has at most ${MAX_SHARDS} shards; name only its reports.`,
    );
  }
  let left = MAX_ALL_BYTES;
  const reports: NamedReport[] = [];
  for (const path of paths) {
    const name = nameOf(path, cwd);
    const { size } = await stat(path);
    left -= size;
    if (size > MAX_REPORT_BYTES || left < 0) {
      throw new PlanCheckError(`"${name}" is too large to be read; split the plans into more shards.`);
    }
    reports.push({ name, report: readReport(await readText(path, name), name) });
  }
  return reports;
}

/** A file as it is named, whatever characters it has; else what the glob matches. */
async function filesOf(pattern: string, cwd: string): Promise<readonly string[]> {
  const path = resolve(cwd, pattern);
  const kind = await kindOf(path);
  if (kind === 'file') return [path];
  if (kind === 'folder') {
    throw new PlanCheckError(
      `"${pattern}" is a folder; name the reports in it, as in "${pattern}/**/*.json".`,
    );
  }
  const files: string[] = [];
  for await (const match of disk.glob(pattern, { cwd })) {
    const file = resolve(cwd, match);
    if ((await kindOf(file)) === 'file') files.push(file);
    if (files.length > MAX_SHARDS) break;
  }
  if (files.length === 0) {
    throw new PlanCheckError(
      `"${pattern}" names no report; look at the jobs that were to write it, and at where their artifacts were put.`,
    );
  }
  return files;
}

const kindOf = async (path: string): Promise<'file' | 'folder' | 'nothing'> => {
  const stats = await stat(path).catch(() => null);
  if (stats === null) return 'nothing';
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'nothing';
};

async function readText(path: string, name: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch {
    throw new PlanCheckError(`"${name}" could not be read as text.`);
  }
}

/** As somebody in that folder would write it. */
function nameOf(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return inside.startsWith('..') ? path : inside;
}
