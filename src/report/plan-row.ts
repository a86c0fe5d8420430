import type { HealthStatus } from '../progress/health.ts';
import { cleanLine } from './clean-text.ts';
import { dateLines } from './date-words.ts';
import { deltaLines } from './delta-words.ts';
import type { Links } from './links.ts';
import { link, tableLines, text } from './markdown.ts';
import { countInWords, inBrackets, NOTHING, phaseLines, tasksInWords } from './progress-words.ts';
import { counts, hasNumbers, isUnknown, type PlanResult, type Report } from './report.ts';
import { lifecycleInWords, stateInWords } from './state-words.ts';
import { cellOf } from './table-cell.ts';
import { changeTitle, isChange } from './trigger-words.ts';

export { hasNumbers };

/** Characters as shown. */
const TITLE_LENGTH = 80;
const PATH_LENGTH = 120;

export const ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

/** A plan without a finding is not fine when it is behind. */
const BEHIND_ICONS: Partial<Record<HealthStatus, string>> = { OFF_TRACK: '🔴', AT_RISK: '🟡' };

/** The lines of a table of `plans`: titles, rule, and one row each. The column about the change is there only where there is one. */
export function planTable(report: Report, plans: readonly PlanResult[], links: Links): readonly string[] {
  const change = changeTitle(report.trigger);
  return tableLines(
    ['Plan', 'State', 'Tasks', 'Gates', 'Phases', ...(change === null ? [] : [change]), 'Dates'],
    plans.map((plan) => {
      const { name, place, state, tasks, gates, phases, moved, dates } = planCells(report, plan, links);
      return [
        [name, ...place].join('<br>'),
        ...[[state], [tasks], [gates], phases, ...(change === null ? [] : [moved]), dates].map(cellOf),
      ];
    }),
  );
}

/** The same cells as one line of running text, without the empty ones. */
export function planSentence(report: Report, plan: PlanResult, links: Links): string {
  const { name, place, state, tasks, gates, phases, moved, dates } = planCells(report, plan, links);
  const facts = [
    state,
    tasks.startsWith('no ') ? tasks : labelled('tasks', tasks),
    labelled('gates', gates),
    labelled('phases', inBrackets(phases)),
    isChange(report.trigger) && moved.length > 0 ? `**${moved.join(', ')}**` : NOTHING,
    dates.join(', ') || NOTHING,
  ].filter((fact) => fact !== NOTHING);
  return `${[name, ...place.map((path) => `(${path})`)].join(' ')}: ${facts.join(' · ')}`;
}

/** The plan's title, without markup. A title in which nothing is visible is replaced by the path. */
export const planTitle = ({ title, path }: Pick<PlanResult, 'title' | 'path'>): string =>
  cleanLine(title) === '' ? text(path, PATH_LENGTH) : text(title, TITLE_LENGTH);

interface PlanCells {
  readonly name: string;
  /** The path, where the name leads nowhere. */
  readonly place: readonly string[];
  readonly state: string;
  readonly tasks: string;
  readonly gates: string;
  /** Lines, as are the next ones. */
  readonly phases: readonly string[];
  readonly moved: readonly string[];
  readonly dates: readonly string[];
}

function planCells(report: Report, plan: PlanResult, links: Links): PlanCells {
  const read = hasNumbers(report, plan);
  /** A file that is gone has no page. */
  const address = plan.change === 'removed' ? null : links.file(plan.path);
  return {
    name: `${icon(report, plan)} ${link(planTitle(plan), address)}`,
    place: address === null ? [text(placeOf(plan, links), PATH_LENGTH)] : [],
    state: state(report, plan),
    tasks: read ? tasksInWords(plan.progress) : NOTHING,
    gates: read ? countInWords(plan.progress.gates) : NOTHING,
    phases: read ? phaseLines(plan) : [],
    moved: deltaLines(plan, text),
    dates: read ? dateLines(plan, report.today, text) : [],
  };
}

/** Where other plans are linked, the folder and the name are enough to tell one that is gone. */
const placeOf = ({ path }: PlanResult, links: Links): string =>
  links.file(path) === null ? path : path.split('/').slice(-2).join('/');

function state(report: Report, plan: PlanResult): string {
  if (isUnknown(report, plan)) return 'not known';
  if (plan.change === 'removed') return `was ${lifecycleInWords(plan)}`;
  return hasNumbers(report, plan) ? stateInWords(plan) : lifecycleInWords(plan);
}

function icon(report: Report, plan: PlanResult): string {
  const worst = plan.diagnostics.find(counts)?.severity;
  if (isUnknown(report, plan) && worst !== 'error') return '❓';
  if (worst !== undefined) return ICONS[worst];
  if (plan.change === 'removed') return '➖';
  if (!hasNumbers(report, plan)) return '❓';
  // Nobody knows what a plan in no known state should look like, also where that is an old finding.
  return BEHIND_ICONS[plan.health.status] ?? (plan.lifecycle === null ? '❓' : '✅');
}

const labelled = (label: string, cell: string): string => (cell === NOTHING ? NOTHING : `${label} ${cell}`);
