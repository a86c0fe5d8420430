import { tally, tallyInWords } from './counted.ts';
import { coverageLine } from './coverage-line.ts';
import { movedInAll } from './delta-words.ts';
import { findingWithPath, newFindings } from './finding-line.ts';
import { ganttChart } from './gantt.ts';
import type { Links } from './links.ts';
import { fold } from './markdown.ts';
import { planDetails } from './plan-details.ts';
import { hasNumbers, ICONS, planSentence, planTable, planTitle } from './plan-row.ts';
import { type QuietFinding, quietFindings } from './quiet-findings.ts';
import { counts, isUnknown, type Report } from './report.ts';
import { isBehind } from './state-words.ts';
import { nothingToCheck } from './trigger-words.ts';
import { verdict, whyIncomplete } from './verdict.ts';

/** Everything that Markdown can say about a report, each part whole and ready to be set or left out. */
export interface Pieces {
  readonly heading: string;
  readonly gaps: string;
  /** Said instead of rows when no plan was checked. */
  readonly nothing: string;
  /** The head of the table, and its rows; a short form has sentences instead, and no head. */
  readonly tableHead: readonly string[];
  readonly rows: readonly string[];
  /** The rows are folded away behind this; null when they are shown. */
  readonly rowsBehind: string | null;
  readonly next: readonly string[];
  /** Findings to do something about, beyond `next`. */
  readonly moreNext: number;
  readonly folds: readonly Fold[];
  readonly charts: readonly string[];
  /** Plans with a timeline beyond `charts`. */
  readonly moreCharts: number;
  /** Findings that do not count. */
  readonly old: readonly QuietFinding[];
  readonly coverage: string;
}

/** `plain` is without the phase table, and empty when that was all. */
interface Fold {
  readonly full: string;
  readonly plain: string;
}

/** `short`: the comment, which says little when all is well. `long`: the job summary. */
export type Style = 'short' | 'long';

const MAX_NEXT = 5;
/** Each is drawn by the reader's browser, in a frame of its own. */
const MAX_CHARTS = 10;
/** So many plans in which all is well are told in a line each; more are a folded table. */
const MAX_SENTENCES = 3;

/** Makes every piece, in the order in which it is shown. */
export function piecesOf(report: Report, links: Links, style: Style): Pieces {
  const { plans, trigger } = report;
  const brief = style === 'short' && isAllWell(report);
  const inSentences = brief && plans.length <= MAX_SENTENCES;
  const [titles = '', rule = '', ...rows] = planTable(report, plans, links);
  const todo = nextFindings(report);
  const charts = style === 'long' ? planCharts(report) : [];
  return {
    heading: `### Plan Check: ${verdict(report)}`,
    gaps: whyIncomplete(report),
    nothing: plans.length === 0 ? nothingToCheck(trigger) : '',
    tableHead: inSentences ? [] : [titles, rule],
    rows: inSentences ? plans.map((plan) => planSentence(report, plan, links)) : rows,
    rowsBehind: brief && !inSentences ? movedInAll(plans) : null,
    next: todo.slice(0, MAX_NEXT).map((finding) => findingWithPath(finding, links)),
    moreNext: Math.max(0, todo.length - MAX_NEXT),
    folds: brief ? [] : [...otherFindings(report, links), ...planFolds(report, links, style)],
    charts: charts.slice(0, MAX_CHARTS),
    moreCharts: Math.max(0, charts.length - MAX_CHARTS),
    old: quietFindings(report, links),
    coverage: coverageLine(report, links),
  };
}

/** Nothing that the change brought is to be looked at, no plan is behind, and everything could be read. */
const isAllWell = (report: Report): boolean =>
  newFindings(report).length === 0 &&
  !report.plans.some(isBehind) &&
  report.coverage.every(({ blocking }) => !blocking) &&
  !report.plans.some((plan) => isUnknown(report, plan));

/** A notice is something to do only where nothing weighs more. */
function nextFindings(report: Report): ReturnType<typeof newFindings> {
  const findings = newFindings(report).toSorted(
    (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity],
  );
  const heavy = findings.filter(({ severity }) => severity !== 'notice');
  return heavy.length > 0 ? heavy : findings;
}

const SEVERITY_ORDER = { error: 0, warning: 1, notice: 2 } as const;

const planFolds = (report: Report, links: Links, style: Style): readonly Fold[] =>
  report.plans
    .map((plan) => {
      const items = style === 'long';
      return {
        full: planDetails(report, plan, links, { phases: true, items }) ?? '',
        plain: planDetails(report, plan, links, { phases: false, items }) ?? '',
      };
    })
    .filter(({ full }) => full !== '');

/** A chart a plan, below the plan's name; the worst plans first. */
const planCharts = (report: Report): readonly string[] =>
  report.plans
    .filter((plan) => hasNumbers(report, plan))
    .map((plan) => ({ title: planTitle(plan), chart: ganttChart(plan, report.today) }))
    .filter(({ chart }) => chart !== '')
    .map(({ title, chart }) => `**${title}**\n\n${chart}`);

function otherFindings(report: Report, links: Links): readonly Fold[] {
  const findings = report.diagnostics.filter(counts);
  if (findings.length === 0) return [];
  const lines = findings.map((finding) => `- ${ICONS[finding.severity]} ${findingWithPath(finding, links)}`);
  const markdown = fold(`Other files: ${tallyInWords(tally(findings))}`, lines.join('\n'));
  return [{ full: markdown, plain: markdown }];
}
