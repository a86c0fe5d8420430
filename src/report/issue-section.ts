import { counted } from './counted.ts';
import type { IssueParts } from './issue-parts.ts';
import { ISSUE_HINT } from './our-end.ts';
import { restingFold } from './resting-plans.ts';

/** How many of each are shown. */
export interface IssueDetail {
  readonly gone: number;
  readonly entered: number;
  readonly evidence: number;
  readonly resting: number;
  readonly rows: number;
  readonly tail: number;
}

/** What readers see of the issue: as many of the parts as `detail` wants, and how many are left out. */
export function issueSection(parts: IssueParts, tail: readonly string[], detail: IssueDetail): string {
  return [
    parts.headline,
    table(parts.tableHead, parts.rows.slice(0, detail.rows)),
    list(
      parts.enteredTitle,
      parts.entered.slice(0, detail.entered),
      parts.entered.length + parts.moreEntered,
    ),
    list(parts.goneTitle, parts.gone.slice(0, detail.gone), parts.gone.length + parts.moreGone),
    evidence(parts, detail),
    resting(parts, detail),
    leftOut(parts, detail),
    ...tail.slice(0, detail.tail),
    ISSUE_HINT,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const table = (head: readonly string[], lines: readonly string[]): string =>
  lines.length === 0 ? '' : [...head, ...lines].join('\n');

function list(title: string, lines: readonly string[], inAll: number): string {
  if (inAll === 0) return '';
  const more = inAll - lines.length;
  return [
    `${title}\n`,
    ...lines,
    ...(more > 0 ? [`- ${lines.length > 0 ? 'and ' : ''}${counted(more, 'plan')} more`] : []),
  ].join('\n');
}

function evidence({ evidenceHead, evidence: all }: IssueParts, detail: IssueDetail): string {
  const shown = all.slice(0, detail.evidence);
  return shown.length === 0 ? '' : `**Code that moved since the review**\n\n${table(evidenceHead, shown)}`;
}

function resting({ resting: all }: IssueParts, detail: IssueDetail): string {
  const shown = all.slice(0, detail.resting);
  if (shown.length === 0) return '';
  const more = all.length - shown.length;
  return restingFold(all.length, [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n'));
}

function leftOut({ rows, evidence: all }: IssueParts, detail: IssueDetail): string {
  const words = [
    rows.length > detail.rows ? `the rows of ${counted(rows.length - detail.rows, 'plan')}` : '',
    all.length > detail.evidence ? `${counted(all.length - detail.evidence, 'row')} of evidence` : '',
  ].filter((part) => part !== '');
  return words.length === 0
    ? ''
    : `_Left out for want of room: ${words.join(', ')}. The report of the scan holds them all._`;
}
