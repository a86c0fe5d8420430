import type { Diagnostic } from '../rules/diagnostic.ts';
import { counted } from './counted.ts';
import { allFindings, findingWithPath } from './finding-line.ts';
import type { Links } from './links.ts';
import { text } from './markdown.ts';
import { ICONS } from './plan-row.ts';
import type { Report } from './report.ts';
import { groundsInWords, snoozedItems } from './resting-plans.ts';
import { isPullRequest } from './trigger-words.ts';

/** A finding that does not count, or a plan that is left alone, as a list item below a title that tells why and how many there are. */
export interface QuietFinding {
  readonly title: string;
  readonly line: string;
}

/**
 * The findings that do not count, and the plans that are snoozed. Those that somebody has to agree to stand first, for what is left out for want of room is taken from
 * the end.
 */
export function quietFindings(report: Report, links: Links): readonly QuietFinding[] {
  const { waived, old, known } = quietKinds(report);
  const snoozed = snoozedItems(report, links);
  const change = isPullRequest(report.trigger) ? 'PR' : 'change';
  const brings = (finding: Diagnostic): string =>
    finding.isNew && report.trigger.base !== null ? `, which this ${change} brings` : '';
  const byWhom = (finding: Diagnostic): string => (finding.waived?.isNew ? ` by this ${change}` : '');
  return [
    ...titled(counted(waived.length, 'waived finding'), waived, (finding) =>
      [lineOf(finding, links), `Waived${byWhom(finding)}${waiverInWords(finding)}${brings(finding)}.`].join(
        ' ',
      ),
    ),
    ...snoozed.map((line) => ({ title: counted(snoozed.length, 'snoozed plan'), line })),
    ...titled(
      `${old.length} ${old.length === 1 ? 'finding that was' : 'findings that were'} there before this ${change}`,
      old,
      (finding) => lineOf(finding, links),
    ),
    ...titled(`${counted(known.length, 'finding')} known before`, known, (finding) => lineOf(finding, links)),
  ];
}

/** `2 findings were there before and are not counted. 1 finding is waived.` Empty where every finding counts. */
export function quietInWords(report: Report): string {
  const { waived, old, known } = quietKinds(report);
  const are = (count: number, one: string, many: string): string =>
    `${counted(count, 'finding')} ${count === 1 ? one : many}.`;
  return [
    old.length > 0
      ? are(old.length, 'was there before and is not counted', 'were there before and are not counted')
      : '',
    waived.length > 0 ? are(waived.length, 'is waived', 'are waived') : '',
    known.length > 0 ? are(known.length, 'is known from the baseline', 'are known from the baseline') : '',
  ]
    .filter((words) => words !== '')
    .join(' ');
}

/** Each finding that does not count once, by the first reason that there is. */
function quietKinds(report: Report) {
  const all = allFindings(report);
  return {
    waived: all.filter(({ waived }) => waived !== null),
    known: all.filter(({ waived, known }) => waived === null && known),
    old: all.filter(({ waived, known, isNew }) => waived === null && !known && !isNew),
  };
}

const titled = (
  title: string,
  findings: readonly Diagnostic[],
  write: (finding: Diagnostic) => string,
): readonly QuietFinding[] => findings.map((finding) => ({ title, line: write(finding) }));

const lineOf = (finding: Diagnostic, links: Links): string =>
  `- ${ICONS[finding.severity]} ${findingWithPath(finding, links)}`;

const waiverInWords = ({ waived }: Diagnostic): string =>
  waived === null ? '' : groundsInWords(waived, text);
