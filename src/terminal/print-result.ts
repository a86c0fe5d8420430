import type { Checked } from '../check.ts';
import { emitAnnotations } from '../outlets/annotations.ts';
import { inertInLog, inertJson, inertJsonText } from '../outlets/inert-in-log.ts';
import { annotationsOf } from '../report/annotations.ts';
import { renderComment } from '../report/comment.ts';
import { MAX_COMMENT_LENGTH } from '../report/comment-marker.ts';
import { jsonPieces } from '../report/json-pieces.ts';
import { noLinks } from '../report/links.ts';
import type { Report } from '../report/report.ts';
import { renderSarif } from '../report/sarif.ts';
import { renderScanText } from '../report/scan-text.ts';
import { renderSummary } from '../report/summary.ts';
import { renderText } from '../report/text.ts';
import { RULES } from '../rules/index.ts';
import type { Format } from './command-line.ts';

/** Writes a result to standard output, in one of the formats. */
export function printResult(
  { report, sourceOf }: Pick<Checked, 'report' | 'sourceOf'>,
  { format, colors }: { readonly format: Format; readonly colors: boolean },
): void {
  switch (format) {
    case 'text':
      process.stdout.write(
        inertInLog(
          report.trigger.kind === 'scan'
            ? renderScanText(report, { colors })
            : renderText(report, { sourceOf, colors }),
        ),
      );
      return;
    case 'json':
      for (const piece of jsonPieces(report)) process.stdout.write(inertJsonText(piece));
      process.stdout.write('\n');
      return;
    case 'markdown':
      process.stdout.write(`${inertInLog(markdownOf(report))}\n`);
      return;
    case 'github':
      emitAnnotations(annotationsOf(report));
      return;
    case 'sarif':
      process.stdout.write(`${inertJson(renderSarif(report, { rules: RULES, links: noLinks, sourceOf }))}\n`);
      return;
    default:
      format satisfies never;
  }
}

/** What would stand on the pull request; of a scan, what would stand in the job summary. */
const markdownOf = (report: Report): string =>
  report.trigger.kind === 'scan'
    ? renderSummary(report, noLinks)
    : renderComment(report, noLinks, { limit: MAX_COMMENT_LENGTH });
