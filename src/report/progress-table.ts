import { deltaLines } from './delta-words.ts';
import { displayWidth } from './display-width.ts';
import { hasNumbers } from './plan-row.ts';
import { countInWords, inBrackets, isEmpty, NOTHING, phaseLines } from './progress-words.ts';
import type { PlanResult, Report } from './report.ts';
import { plain } from './say.ts';
import { HEALTH_WORDS, isBehind, lifecycleInWords, reasonsInWords, stateInWords } from './state-words.ts';
import { isChange } from './trigger-words.ts';

const TITLE_LENGTH = 40;
const GAP = '  ';

/** A line for the terminal, and how it is set off. */
type Line = readonly [text: string, style: 'bold' | 'dim' | null];

/** The plans of a change at the terminal: a row each, below it what moved and why a plan is behind; empty where nothing changed. */
export function progressTable(report: Report): readonly Line[] {
  if (!isChange(report.trigger) || report.plans.length === 0) return [];
  const rows = [
    ['PLAN', 'STATE', 'TASKS', 'GATES', 'PHASES'],
    ...report.plans.map((plan) => row(report, plan)),
  ];
  const widths = rows.reduce<readonly number[]>(
    (most, cells) => cells.map((cell, column) => Math.max(most[column] ?? 0, displayWidth(cell))),
    [],
  );
  const [titles = '', ...lines] = rows.map((cells) => aligned(cells, widths));
  return [
    [titles, 'dim'],
    ...report.plans.flatMap((plan, index): readonly Line[] => [
      [lines[index] ?? '', 'bold'],
      ...below(report, plan).map((line): Line => [`${GAP}${line}`, null]),
    ]),
  ];
}

function row(report: Report, plan: PlanResult): readonly string[] {
  const title = plain(plan.title, TITLE_LENGTH) || plain(plan.path, TITLE_LENGTH);
  if (plan.change === 'removed') return [title, `was ${lifecycleInWords(plan)}`, NOTHING, NOTHING, NOTHING];
  if (!hasNumbers(report, plan)) return [title, 'not known', NOTHING, NOTHING, NOTHING];
  const { tasks, deliverables, gates, other } = plan.progress;
  const hasBoxes = ![tasks, deliverables, gates, other].every(isEmpty);
  return [
    title,
    stateInWords(plan),
    hasBoxes ? countInWords(tasks) : 'no check list',
    countInWords(gates),
    inBrackets(phaseLines(plan)),
  ];
}

function below(report: Report, plan: PlanResult): readonly string[] {
  const moved = deltaLines(plan, plain).join('; ');
  const isLate = isBehind(plan) && hasNumbers(report, plan);
  return [
    ...(moved === '' ? [] : [moved]),
    ...(isLate ? [`${HEALTH_WORDS[plan.health.status]}: ${reasonsInWords(plan, plain)}`] : []),
  ];
}

const aligned = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, column) => `${cell}${' '.repeat((widths[column] ?? 0) - displayWidth(cell))}`)
    .join(GAP)
    .trimEnd();
