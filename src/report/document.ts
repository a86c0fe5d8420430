import { compose } from './compose.ts';
import { fitToLimit } from './fit-to-limit.ts';
import type { Links } from './links.ts';
import { piecesOf, type Style } from './pieces.ts';
import type { Report } from './report.ts';

export interface Form {
  readonly style: Style;
  /** Whether a text is short enough for where it goes. */
  readonly fits: (markdown: string) => boolean;
}

/** The Markdown about a report, shortened by whole parts until it fits. */
export function renderDocument(report: Report, links: Links, form: Form): string {
  const pieces = piecesOf(report, links, form.style);
  const all = {
    charts: pieces.charts.length,
    phases: pieces.folds.length,
    old: pieces.old.length,
    folds: pieces.folds.length,
    next: pieces.next.length,
    rows: pieces.rows.length,
  };
  const markdown = fitToLimit(all, (detail) => compose(pieces, detail), form.fits);
  return markdown ?? `${pieces.heading}\n\nThere is no room here for more; the report file holds it all.`;
}
