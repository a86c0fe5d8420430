import { checkedInWords } from '../report/checked-words.ts';
import type { Report, ShardIdentity } from '../report/report.ts';
import { emitOutputs, outputsOf } from './outputs.ts';
import { saveReport } from './publish.ts';
import { writeSummary } from './summary.ts';

/**
 * Hands on what a part of a scan found: the report file and the outputs, and one line for people. Whether it is good is
 * said where all parts are joined.
 */
export async function publishShard(
  report: Report,
  { index, count }: ShardIdentity,
  reportFile: string,
): Promise<void> {
  const markdown = `${checkedInWords(report)} as shard ${index} of ${count}; the job that merges the reports says what was found.`;
  const files = await saveReport(reportFile, { report, markdown });
  await writeSummary(markdown).catch(() => {});
  emitOutputs(outputsOf(report, { ...files, markdown, comment: null }));
}
