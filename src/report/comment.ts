import { renderDocument } from './document.ts';
import type { Links } from './links.ts';
import type { Report } from './report.ts';

/** Characters; GitHub refuses a longer body as a whole. Counting UTF-16 code units never counts too few. */
export const COMMENT_LIMIT = 65_536;

/**
 * The body of a comment, as GitHub Flavored Markdown; the marker goes before it.
 * `limit`: characters that there are for it.
 */
export const renderComment = (report: Report, links: Links, { limit }: { readonly limit: number }): string =>
  renderDocument(report, links, { style: 'short', fits: (markdown) => markdown.length <= limit });
