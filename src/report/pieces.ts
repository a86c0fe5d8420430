import { tally, tallyInWords } from './counted.ts';
import { coverageLine } from './coverage-line.ts';
import { movedInAll } from './delta-words.ts';
import { findingWithPath, newFindings, oldFindings } from './finding-line.ts';
import { ganttChart } from './gantt.ts';
import type { Links } from './links.ts';
import { fold } from './markdown.ts';
import { planDetails } from './plan-details.ts';
import { ICONS, planSentence, planTable } from './plan-row.ts';
import { counts, isUnknown, type PlanResult, type Report } from './report.ts';
import { isBehind } from './state-words.ts';
import { isPullRequest, nothingToCheck } from './trigger-words.ts';
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
  readonly oldTitle: string;
  readonly old: readonly string[];
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
const NO_CHART = `_Its timeline is not drawn: only the first ${MAX_CHARTS} are._`;
/** So many plans in which all is well are told in a line each; more are a folded table. */
const MAX_SENTENCES = 3;

/** Makes every piece, in the order in which it is shown. */
export function piecesOf(report: Report, links: Links, style: Style): Pieces {
  const { plans, trigger } = report;
  const brief = style === 'short' && isAllWell(report);
  const inSentences = brief && plans.length <= MAX_SENTENCES;
  const [titles = '', rule = '', ...rows] = planTable(report, plans, links);
  const todo = nextFindings(report);
  const old = oldFindings(report, links);
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
    oldTitle: `${old.length} ${old.length === 1 ? 'finding that was' : 'findings that were'} there before this ${isPullRequest(trigger) ? 'PR' : 'change'}`,
    old,
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

function planFolds(report: Report, links: Links, style: Style): readonly Fold[] {
  const items = style === 'long';
  const charts = items ? chartsOf(report) : new Map<PlanResult, string>();
  return report.plans
    .map((plan) => {
      const chart = charts.get(plan) ?? '';
      return {
        full: planDetails(report, plan, links, { phases: true, items, chart }) ?? '',
        plain: planDetails(report, plan, links, { phases: false, items, chart: '' }) ?? '',
      };
    })
    .filter(({ full }) => full !== '');
}

/** The worst plans first; what comes after them says that it is not drawn. */
function chartsOf({ plans, today }: Report): ReadonlyMap<PlanResult, string> {
  const charts = plans
    .filter(({ change }) => change !== 'removed')
    .map((plan) => [plan, ganttChart(plan, today)] as const)
    .filter(([, chart]) => chart !== '');
  return new Map(charts.map(([plan, chart], index) => [plan, index < MAX_CHARTS ? chart : NO_CHART]));
}

function otherFindings(report: Report, links: Links): readonly Fold[] {
  const findings = report.diagnostics.filter(counts);
  if (findings.length === 0) return [];
  const lines = findings.map((finding) => `- ${ICONS[finding.severity]} ${findingWithPath(finding, links)}`);
  const markdown = fold(`Other files: ${tallyInWords(tally(findings))}`, lines.join('\n'));
  return [{ full: markdown, plain: markdown }];
}
