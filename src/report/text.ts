import type { Diagnostic } from '../rules/diagnostic.ts';
import { checkedInWords, skippedInWords } from './checked-words.ts';
import { cleanLine } from './clean-text.ts';
import { counted, tallyInWords } from './counted.ts';
import { newFindings } from './finding-line.ts';
import { fixableInWords } from './fixable-words.ts';
import { gapsByReason } from './gaps-by-reason.ts';
import { type Paint, painter, SEVERITY_STYLES } from './paint.ts';
import { progressTable } from './progress-table.ts';
import { quietInWords } from './quiet-findings.ts';
import type { Report } from './report.ts';
import { snoozedLines } from './resting-plans.ts';
import { sourceExcerpt } from './source-excerpt.ts';
import { nothingInReport } from './trigger-words.ts';

export interface TextOptions {
  /** The text of a checked plan; null where it could not be read. */
  readonly sourceOf: (path: string) => string | null;
  readonly colors: boolean;
}

/** A report for the terminal: every finding that counts with its line of source, then for a change what it moved in each plan, and one line that sums up. Ends with a line feed. */
export function renderText(report: Report, { sourceOf, colors }: TextOptions): string {
  const paint = painter(colors);
  const findings = newFindings(report).map((finding) =>
    findingLines(finding, sourceOf(finding.path), paint).join('\n'),
  );
  const progress = progressTable(report).map(([line, style]) => (style === null ? line : paint(style, line)));
  const parts = [
    ...findings,
    ...gapLines(report, paint),
    progress.join('\n'),
    restingLines(report, paint),
    closing(report, paint),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What could not be computed, a line each. */
export const gapLines = ({ coverage }: Report, paint: Paint): readonly string[] =>
  gapsByReason(coverage).map(
    ({ blocking, message }) =>
      `${paint(blocking ? 'red' : 'blue', blocking ? 'incomplete' : 'note')}: ${cleanLine(message)}`,
  );

const MAX_SNOOZED = 20;

/** The snoozed plans with their day and their reason, a line each. */
export function restingLines(report: Report, paint: Paint): string {
  const lines = snoozedLines(report);
  const more = lines.length - MAX_SNOOZED;
  return [
    ...lines.slice(0, MAX_SNOOZED).map((line) => paint('dim', line)),
    ...(more > 0 ? [`And ${counted(more, 'more snoozed plan')}; "--format json" has them all.`] : []),
  ].join('\n');
}

function findingLines(finding: Diagnostic, source: string | null, paint: Paint): readonly string[] {
  const { severity, rule, message, path, range, help, count } = finding;
  const excerpt = source === null ? null : sourceExcerpt(source, range);
  const places = count > 1 ? ` (${counted(count, 'place')})` : '';
  return [
    `${paint(SEVERITY_STYLES[severity], `${severity}[${rule}]`)}${paint('bold', `: ${cleanLine(message)}${places}`)}`,
    `  ${cleanLine(path)}:${range.start.line}:${range.start.column}`,
    ...(excerpt === null ? [] : [excerpt[0], paint(SEVERITY_STYLES[severity], excerpt[1])]),
    ...(help === null ? [] : [`  ${paint('dim', 'help:')} ${cleanLine(help)}`]),
  ];
}

/** `Checked 2 of 2 changed plans: 1 error, 2 warnings.` and what is there beside it. */
export function closing(report: Report, paint: Paint): string {
  const { conclusion } = report;
  if (report.plans.length === 0 && conclusion === 'neutral')
    return withSkipped(report, nothingInReport(report));
  const found = tallyInWords(report.counts);
  const style =
    conclusion === 'failure' || conclusion === 'incomplete' ? 'red' : found === '' ? 'green' : 'yellow';
  const sum = `${report.plans.length === 0 ? 'No plan was checked' : checkedInWords(report)}: ${found === '' ? 'no finding' : found}.`;
  const fixable = fixableInWords(report, (command) => `"${command}"`);
  const incomplete = conclusion === 'incomplete' ? ' The result is incomplete.' : '';
  return withSkipped(
    report,
    `${paint(style, `${sum}${incomplete}`)}${fixable === '' ? '' : ` ${fixable}.`}${oldInWords(report)}`,
  );
}

function oldInWords(report: Report): string {
  const words = quietInWords(report);
  return words === '' ? '' : ` ${words}`;
}

function withSkipped(report: Report, sentence: string): string {
  const skipped = skippedInWords(report);
  return skipped === '' ? sentence : `${sentence} ${skipped}.`;
}
