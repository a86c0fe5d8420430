import type { Report } from '../report/report.ts';
import { renderSarif, type SarifSources } from '../report/sarif.ts';
import { writeWhole } from './write-whole.ts';

/** Writes the report as SARIF, and makes the folders on the way. Rejects with the system's error. */
export async function writeSarifFile(path: string, report: Report, sources: SarifSources): Promise<void> {
  await writeWhole(path, `${JSON.stringify(renderSarif(report, sources), null, 2)}\n`);
}
