import { checkedInWords, skippedInWords } from './checked-words.ts';
import { counted } from './counted.ts';
import { gapsInWords } from './coverage-line.ts';
import { link } from './markdown.ts';
import { hasNumbers, type PlanResult, type Report } from './report.ts';

/** The last line: what was looked at, and what was not known. Nothing in it changes by the day alone. */
export function issueCoverage(report: Report, runUrl: string | null): string {
  const { plans, counts } = report;
  const read = plans.filter((plan) => hasNumbers(report, plan));
  const unread = plans.filter((plan) => plan.change !== 'removed' && !hasNumbers(report, plan)).length;
  const open = read.filter(({ lifecycle }) => lifecycle === 'active' || lifecycle === 'draft');
  const snoozed = open.filter(({ staleness }) => staleness.isSnoozed === true).length;
  const waived = open.filter(({ staleness }) => staleness.waived !== undefined).length;
  const unknown = read.filter(({ lifecycle }) => lifecycle === null).length;
  const undated = open.filter(hasNoDate).length;
  return [
    checkedInWords(report),
    snoozed === 0 ? '' : `${snoozed} snoozed`,
    waived === 0 ? '' : `${waived} with dates that are waived`,
    unknown === 0 ? '' : `${unknown} in no known state, for which no date counts`,
    undated === 0 ? '' : `${undated} without any date`,
    unread === 0 ? '' : `${unread} could not be read`,
    skippedInWords(report),
    ...gapsInWords(report),
    counts.errors === 0 ? '' : `${counted(counts.errors, 'error')} in plans`,
    link('the scan that found this', runUrl),
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

const hasNoDate = ({ dates: { created, lastUpdated, reviewed, expires } }: PlanResult): boolean =>
  [created, lastUpdated, reviewed, expires].every((date) => date === null);
