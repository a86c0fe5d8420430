import { counted } from './counted.ts';
import { coverageLine } from './coverage-line.ts';
import { AHEAD, endsChart } from './ends-chart.ts';
import { findingWithPath } from './finding-line.ts';
import { findingsBesideStates } from './findings-beside-states.ts';
import { shrinkToFit } from './fit-to-limit.ts';
import { issueParts } from './issue-parts.ts';
import { issueRows } from './issue-rows.ts';
import type { Links } from './links.ts';
import { fold } from './markdown.ts';
import { ICONS, planTable } from './plan-row.ts';
import { portfolioTable } from './portfolio.ts';
import type { Report } from './report.ts';
import { restingFold } from './resting-plans.ts';
import { nothingInReport } from './trigger-words.ts';
import { verdict, whyIncomplete } from './verdict.ts';

/** Of each list: more is nobody's reading, and the report file holds it. */
const MAX_ROWS = 500;
/** What is visible at once; the rest stands behind a fold. */
const VISIBLE_ROWS = 25;

interface Detail {
  readonly chart: number;
  readonly plans: number;
  readonly resting: number;
  readonly findings: number;
  readonly stale: number;
}

/** The job summary of a scan. First what somebody has to do: plans to decide about, findings; then the plans in numbers, what ends soon, and the plans one by one. */
export function renderScanSummary(report: Report, links: Links, fits: (markdown: string) => boolean): string {
  const heading = `### Plan Check: ${verdict(report)}`;
  const stale = issueParts(report, issueRows(report, null), null, links);
  const findings = findingsBesideStates(report);
  const chart = endsChart(report);
  const findingLines = findings
    .slice(0, MAX_ROWS)
    .map((finding) => `- ${ICONS[finding.severity]} ${findingWithPath(finding, links)}`);
  const [titles = '', rule = '', ...rows] = planTable(report, report.plans.slice(0, MAX_ROWS), links);
  const restingLines = stale.resting.slice(0, MAX_ROWS);
  const staleRows = stale.rows.slice(0, MAX_ROWS);

  const markdown = shrinkToFit<Detail>(
    {
      chart: 1,
      plans: rows.length,
      resting: restingLines.length,
      findings: findingLines.length,
      stale: staleRows.length,
    },
    ['plans', 'chart', 'resting', 'findings', 'stale'],
    (detail) =>
      [
        heading,
        whyIncomplete(report),
        report.plans.length === 0 ? nothingInReport(report) : '',
        titled(
          `${counted(stale.rows.length, 'plan')} to decide about`,
          inTwo(stale.tableHead, staleRows.slice(0, detail.stale), stale.rows.length, 'plan'),
        ),
        ...stale.crowded,
        titled(
          counted(findings.length, 'finding'),
          inTwo([], findingLines.slice(0, detail.findings), findings.length, 'finding'),
        ),
        resting(restingLines.slice(0, detail.resting), stale.resting.length),
        titled('The plans in numbers', portfolioTable(report)),
        detail.chart === 0 || chart === '' ? '' : titled(`What ends in the next ${AHEAD} days`, chart),
        plansFold([titles, rule], rows.slice(0, detail.plans), report.plans.length),
        coverageLine(report, links),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    fits,
  );
  return markdown ?? `${heading}\n\nThere is no room here for more; the report file holds it all.`;
}

const titled = (title: string, body: string): string => (body === '' ? '' : `#### ${title}\n\n${body}`);

/** The first rows, the others behind a fold, and how many there is no room for. */
function inTwo(head: readonly string[], rows: readonly string[], all: number, noun: string): string {
  if (all === 0) return '';
  const block = (lines: readonly string[]): string => [...head, ...lines].join('\n');
  const hidden = rows.slice(VISIBLE_ROWS);
  return [
    rows.length === 0 ? '' : block(rows.slice(0, VISIBLE_ROWS)),
    hidden.length === 0 ? '' : fold(counted(hidden.length, `more ${noun}`), block(hidden)),
    all > rows.length ? leftOut(all - rows.length, noun) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function resting(lines: readonly string[], all: number): string {
  if (all === 0) return '';
  const left = all > lines.length ? leftOut(all - lines.length, 'plan') : '';
  return restingFold(all, [lines.join('\n'), left].filter((part) => part !== '').join('\n\n'));
}

function plansFold(head: readonly string[], rows: readonly string[], all: number): string {
  if (all === 0) return '';
  const table = rows.length === 0 ? [] : [[...head, ...rows].join('\n')];
  const left = all > rows.length ? [leftOut(all - rows.length, 'plan')] : [];
  return fold(`Every plan: ${all}`, [...table, ...left].join('\n\n'));
}

const leftOut = (count: number, noun: string): string =>
  `_And ${counted(count, `more ${noun}`)}: the report file holds them all._`;
