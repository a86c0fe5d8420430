import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Report } from '../report/report.ts';
import { renderSarif, type SarifSources } from '../report/sarif.ts';
import { makeFolder } from './make-folder.ts';

/** Writes the report as SARIF, and makes the folders on the way. Rejects with the system's error. */
export async function writeSarifFile(path: string, report: Report, sources: SarifSources): Promise<void> {
  await makeFolder(resolve(dirname(path)));
  await writeFile(path, `${JSON.stringify(renderSarif(report, sources), null, 2)}\n`);
}
