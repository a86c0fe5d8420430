import { counted, type Tally } from './counted.ts';
import { gapsByReason } from './gaps-by-reason.ts';
import { text } from './markdown.ts';
import type { CoverageGap, Report } from './report.ts';
import { planNoun } from './trigger-words.ts';

const GAP_LENGTH = 300;
const MAX_GAPS = 5;

/** `1 error in 2 changed plans`: the worst that was found, and before it that something could not be checked. */
export function verdict(report: Report): string {
  const { counts, plans, trigger } = report;
  const scope = `in ${counted(plans.length, planNoun(trigger))}`;
  const incomplete = blockingGaps(report).length > 0;
  const found = worst(counts);
  if (found !== '') {
    // What is found about plans that a change leaves alone is in none that it changes.
    return `${incomplete ? 'incomplete, ' : ''}${found}${plans.length === 0 ? '' : ` ${scope}`}`;
  }
  if (incomplete) return plans.length === 0 ? 'incomplete' : `incomplete, no finding ${scope} so far`;
  return plans.length === 0 ? 'nothing to check' : withoutFinding(report, scope);
}

/** Well is only what is also on its way, and was well before. */
function withoutFinding({ plans, diagnostics }: Report, scope: string): string {
  const behind = (
    [
      ['OFF_TRACK', 'off track'],
      ['AT_RISK', 'at risk'],
    ] as const
  ).flatMap(([status, words]) => {
    const count = plans.filter(({ health }) => health.status === status).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const isOld = [...plans.flatMap((plan) => plan.diagnostics), ...diagnostics].length > 0;
  if (behind.length > 0) return [`no${isOld ? ' new' : ''} finding ${scope}`, ...behind].join(', ');
  return isOld ? `no new finding ${scope}` : `all well ${scope}`;
}

/** Why the result is incomplete, as Markdown; empty when it is whole. */
export function whyIncomplete(report: Report): string {
  const gaps = gapsByReason(blockingGaps(report));
  if (gaps.length === 0) return '';
  const shown = gaps.slice(0, MAX_GAPS).map(({ message }) => `- ${text(message, GAP_LENGTH)}`);
  const rest = gaps.length - shown.length;
  return [
    '**Not everything could be checked**\n',
    ...shown,
    ...(rest > 0 ? [`- and ${rest} more.`] : []),
  ].join('\n');
}

export const blockingGaps = ({ coverage }: Report): readonly CoverageGap[] =>
  coverage.filter(({ blocking }) => blocking);

function worst({ errors, warnings, notices }: Tally): string {
  if (errors > 0) return counted(errors, 'error');
  if (warnings > 0) return counted(warnings, 'warning');
  return notices > 0 ? counted(notices, 'notice') : '';
}
