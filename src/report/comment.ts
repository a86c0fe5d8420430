import { renderDocument } from './document.ts';
import type { Links } from './links.ts';
import type { Report } from './report.ts';

/**
 * The body of a comment, as GitHub Flavored Markdown; the marker goes before it.
 * `limit`: characters that there are for it. GitHub refuses a body over 65,536 characters as a whole; counting UTF-16 code units never counts too few.
 */
export const renderComment = (report: Report, links: Links, { limit }: { readonly limit: number }): string =>
  renderDocument(report, links, { style: 'short', fits: (markdown) => markdown.length <= limit });
