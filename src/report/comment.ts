import { renderDocument } from './document.ts';
import type { Links } from './links.ts';
import type { Report } from './report.ts';

/**
 * The body of a comment, as GitHub Flavored Markdown; the marker goes before it.
 * `limit`: characters that there are for it.
 */
export const renderComment = (report: Report, links: Links, { limit }: { readonly limit: number }): string =>
  renderDocument(report, links, { style: 'short', fits: (markdown) => markdown.length <= limit });
