import { checkedInWords, skippedInWords } from './checked-words.ts';
import { counted, tallyInWords } from './counted.ts';
import { fixableInWords } from './fixable-words.ts';
import type { Links } from './links.ts';
import { code, link, text } from './markdown.ts';
import type { Report } from './report.ts';

const GAP_LENGTH = 200;
const MAX_GAPS = 3;
/** As git shortens a commit's id. */
const SHORT_ID = 7;

/** The last line: what was checked, at which commit, what was found in all, and what was not computed. */
export function coverageLine(report: Report, links: Links): string {
  const { counts, plans, trigger } = report;
  const place = trigger.head === null ? 'in the work tree' : `at \`${trigger.head.slice(0, SHORT_ID)}\``;
  const checked = plans.length === 0 ? 'Looked' : checkedInWords(report);
  return [
    `${checked} ${place}`,
    tallyInWords(counts),
    fixableInWords(report, code),
    skippedInWords(report),
    ...gapsInWords(report),
    links.rules === null ? '' : link('rules', links.rules),
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

export function gapsInWords({ coverage }: Report): readonly string[] {
  const gaps = coverage.filter(({ blocking, isExpected = false }) => !blocking && !isExpected);
  const shown = gaps.slice(0, MAX_GAPS).map(({ message }) => text(message.replace(/\.$/, ''), GAP_LENGTH));
  const rest = gaps.length - shown.length;
  return rest > 0 ? [...shown, `${counted(rest, 'more thing')} not computed`] : shown;
}
