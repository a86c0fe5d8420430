import type { Diagnostic } from '../rules/diagnostic.ts';
import { counted } from './counted.ts';
import type { Links } from './links.ts';
import { code, link, text } from './markdown.ts';
import { ICONS } from './plan-row.ts';
import { counts, type Report } from './report.ts';

/** Characters as shown. */
const MESSAGE_LENGTH = 400;
const HELP_LENGTH = 600;
const PATH_LENGTH = 100;

/** `` [`docs/plans/a.md:9`](…) **expired**: … ``: enough to act on without looking further. */
export function findingWithPath(finding: Diagnostic, links: Links): string {
  const { path, range } = finding;
  const place = link(code(`${path}:${range.start.line}`, PATH_LENGTH), links.file(path, range.start.line));
  return `${place} **${finding.rule}**: ${message(finding)}`;
}

/** The same below a plan's name: the line, the rule's page, and the help. */
export function findingInPlan(finding: Diagnostic, links: Links): string {
  const { path, range, rule, help } = finding;
  const place = link(`line ${range.start.line}`, links.file(path, range.start.line));
  const words = [message(finding), help === null ? '' : text(help, HELP_LENGTH)].filter(
    (part) => part !== '',
  );
  return `- ${ICONS[finding.severity]} ${place} ${link(`**${rule}**`, links.rule(rule))}: ${words.join(' ')}`;
}

/** Findings that count, the worst first; those of plans before the others. */
export const newFindings = (report: Report): readonly Diagnostic[] => allFindings(report).filter(counts);

/** Those of plans before the others. */
export const allFindings = (report: Report): readonly Diagnostic[] => [
  ...report.plans.flatMap(({ diagnostics }) => diagnostics),
  ...report.diagnostics,
];

function message({ message: sentence, count }: Diagnostic): string {
  const places = count > 1 ? ` (${counted(count, 'place')})` : '';
  return `${text(sentence, MESSAGE_LENGTH)}${places}`;
}
