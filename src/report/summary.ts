import { renderDocument } from './document.ts';
import type { Links } from './links.ts';
import type { Report } from './report.ts';

/** GitHub shows a job summary of at most 1 MiB a step, and none that is larger. */
const MAX_SUMMARY_BYTES = 1_048_576;

/** The job summary, as GitHub Flavored Markdown: what the comment says, with every moved item. `limit` in bytes of UTF-8. */
export function renderSummary(
  report: Report,
  links: Links,
  { limit }: { readonly limit: number } = { limit: MAX_SUMMARY_BYTES },
): string {
  const encoder = new TextEncoder();
  return renderDocument(report, links, {
    style: 'long',
    fits: (markdown) => encoder.encode(markdown).length <= limit,
  });
}
