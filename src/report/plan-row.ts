import { cleanLine } from './clean-text.ts';
import { datesInWords } from './date-words.ts';
import { deltaInWords, lifecycleInWords } from './delta-words.ts';
import type { Links } from './links.ts';
import { link, text } from './markdown.ts';
import { countInWords, NOTHING, phasesInWords, tasksInWords } from './progress-words.ts';
import { counts, isUnknown, type PlanResult, type Report } from './report.ts';
import { isPullRequest } from './trigger-words.ts';

/** Characters as shown. */
const TITLE_LENGTH = 80;
const PATH_LENGTH = 120;

export const ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

/** The lines of a table of `plans`: titles, rule, and one row each. The column about the change is there only where there is one. */
export function planTable(report: Report, plans: readonly PlanResult[], links: Links): readonly string[] {
  const columns = ['Plan', 'State', 'Tasks', 'Gates', 'Phases', ...changeColumn(report), 'Dates'];
  const rows = plans.map((plan) => {
    const cells = planCells(report, plan, links);
    const change = report.trigger.kind === 'changes' ? [cells.change] : [];
    return [cells.plan, cells.state, cells.tasks, cells.gates, cells.phases, ...change, cells.dates];
  });
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** The same cells as one line of running text, without the empty ones. */
export function planSentence(report: Report, plan: PlanResult, links: Links): string {
  const cells = planCells(report, plan, links);
  const facts = [
    cells.state,
    cells.tasks.startsWith('no ') ? cells.tasks : labelled('tasks', cells.tasks),
    labelled('gates', cells.gates),
    labelled('phases', cells.phases),
    report.trigger.kind === 'changes' && cells.change !== NOTHING ? `**${cells.change}**` : NOTHING,
    cells.dates,
  ].filter((fact) => fact !== NOTHING);
  return `${cells.plan}: ${facts.join(' · ')}`;
}

/** The plan's title, without markup. A title in which nothing is visible is replaced by the path. */
export const planTitle = ({ title, path }: Pick<PlanResult, 'title' | 'path'>): string =>
  cleanLine(title) === '' ? text(path, PATH_LENGTH) : text(title, TITLE_LENGTH);

/** False for a plan that is gone or could not be read: it has no numbers, and is never shown as good. */
export const hasNumbers = (report: Report, plan: PlanResult): boolean =>
  plan.change !== 'removed' &&
  !isUnknown(report, plan) &&
  !plan.diagnostics.some(({ rule }) => rule === 'unreadable-file');

interface PlanCells {
  readonly plan: string;
  readonly state: string;
  readonly tasks: string;
  readonly gates: string;
  readonly phases: string;
  readonly change: string;
  readonly dates: string;
}

function planCells(report: Report, plan: PlanResult, links: Links): PlanCells {
  const read = hasNumbers(report, plan);
  return {
    plan: `${icon(report, plan)} ${linkedTitle(plan, links)}`,
    state: state(report, plan),
    tasks: read ? tasksInWords(plan.progress) : NOTHING,
    gates: read ? countInWords(plan.progress.gates) : NOTHING,
    phases: read ? phasesInWords(plan.progress) : NOTHING,
    change: deltaInWords(plan),
    dates: read ? datesInWords(plan, report.today) : NOTHING,
  };
}

function state(report: Report, plan: PlanResult): string {
  if (isUnknown(report, plan)) return 'not known';
  return plan.change === 'removed' ? `was ${lifecycleInWords(plan)}` : lifecycleInWords(plan);
}

/** A file that is gone has no page; where nothing is linked the path stands beside the title. */
function linkedTitle(plan: PlanResult, links: Links): string {
  const address = plan.change === 'removed' ? null : links.file(plan.path);
  const title = planTitle(plan);
  return address === null ? `${title} (${text(plan.path, PATH_LENGTH)})` : link(title, address);
}

function icon(report: Report, plan: PlanResult): string {
  const worst = plan.diagnostics.find(counts);
  if (worst !== undefined) return ICONS[worst.severity];
  if (isUnknown(report, plan)) return '❓';
  return plan.change === 'removed' ? '➖' : '✅';
}

const changeColumn = ({ trigger }: Report): readonly string[] => {
  if (trigger.kind === 'scan') return [];
  return [isPullRequest(trigger) ? 'In this PR' : 'In this change'];
};

const labelled = (label: string, cell: string): string => (cell === NOTHING ? NOTHING : `${label} ${cell}`);
