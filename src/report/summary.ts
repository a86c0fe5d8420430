import { renderDocument } from './document.ts';
import type { Links } from './links.ts';
import type { Report } from './report.ts';
import { renderScanSummary } from './scan-summary.ts';

/** GitHub shows a job summary of at most 1 MiB a step, and none that is larger. */
const MAX_SUMMARY_BYTES = 1_048_576;

/** The job summary, as GitHub Flavored Markdown: of a change what the comment says, with every moved item; of a scan what has gone stale, and the plans in numbers. `limit` in bytes of UTF-8. */
export function renderSummary(
  report: Report,
  links: Links,
  { limit }: { readonly limit: number } = { limit: MAX_SUMMARY_BYTES },
): string {
  const encoder = new TextEncoder();
  const fits = (markdown: string): boolean => encoder.encode(markdown).length <= limit;
  return report.trigger.kind === 'scan'
    ? renderScanSummary(report, links, fits)
    : renderDocument(report, links, { style: 'long', fits });
}
