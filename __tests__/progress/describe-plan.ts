import type { Item, Phase, Plan } from '../../src/plan/plan.ts';
import type { Delta, ItemChange } from '../../src/progress/delta.ts';
import { measurePhase, measureProgress } from '../../src/progress/measure-progress.ts';
import type { Count, Progress } from '../../src/progress/progress.ts';
import { describeSelfReport } from './describe-self-report.ts';

/** Everything that was read from a plan, as text that can be looked over. */
export const describePlan = (plan: Plan): string =>
  lines([
    `title: ${plan.title}`,
    `lifecycle: ${plan.lifecycle ?? '-'}`,
    ...(plan.owner.length > 0 ? [`owner: ${plan.owner.join(' | ')}`] : []),
    `front matter: ${[plan.frontMatter.state, ...plan.frontMatter.problems.map(({ kind, range }) => `${kind} on line ${range.start.line}`)].join(', ')}`,
    ...(plan.bodyProblem === null ? [] : [plan.bodyProblem]),
    numbers(measureProgress(plan)),
    ...plan.phases.map(describePhase),
    ...(plan.otherItems.length > 0 ? ['', 'outside', ...plan.otherItems.map(describeItem)] : []),
    ...(plan.placeholders.length > 0 ? ['', 'template text'] : []),
    ...plan.placeholders.map(
      ({ where, subject, text, range }) =>
        `  ${place(range.start)} ${where}${subject && ` ${subject}`}: ${text}`,
    ),
    ...describeSelfReport(plan),
  ]);

export const describeDelta = ({ tasks, phases, lifecycle, dates, progress }: Delta): string =>
  lines([
    '',
    'change',
    `  from ${numbers(progress.from)}`,
    `  to   ${numbers(progress.to)}`,
    ...Object.entries(tasks).flatMap(([what, changes]) =>
      changes.map(
        (change: ItemChange & { readonly from?: string }) =>
          `  ${what} ${change.kind} "${change.text}" in "${change.phase}"${change.from === undefined ? '' : `, from "${change.from}"`}, line ${change.line}`,
      ),
    ),
    ...phases.map(({ name, from, to }) => `  phase "${name}": ${from ?? '-'} -> ${to ?? '-'}`),
    ...(lifecycle === null ? [] : [`  lifecycle: ${lifecycle.from ?? '-'} -> ${lifecycle.to ?? '-'}`]),
    ...dates.map(({ field, from, to }) => `  ${field}: ${from ?? '-'} -> ${to ?? '-'}`),
  ]);

const lines = (parts: readonly string[]): string => `${parts.join('\n')}\n`;

const place = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  `${line}:${column}`;

function describePhase(phase: Phase): string {
  const { name, number, state, tasks, deliverables, gates, line } = measurePhase(phase);
  const heading =
    name === '' && number === null ? 'no phase' : `phase ${number ?? '-'} "${name}" on line ${line}`;
  const all = `tasks ${count(tasks)}, deliverables ${count(deliverables)}, gates ${count(gates)}`;
  return ['', `${heading}: ${state}, ${all}`, ...phase.items.map(describeItem)].join('\n');
}

const describeItem = ({ kind, state, text, range }: Item): string =>
  `  ${place(range.start)}-${place(range.end)} ${kind} ${state}: ${text}`;

const numbers = ({ tasks, deliverables, gates, other, phases, percent }: Progress): string =>
  [
    `tasks ${count(tasks)}${percent === null ? '' : ` (${percent} %)`}`,
    `deliverables ${count(deliverables)}`,
    `gates ${count(gates)}`,
    `other ${count(other)}`,
    `phases ${phases.complete}/${phases.total}`,
  ].join(' · ');

const count = ({ done, total, deferred, cancelled }: Count): string =>
  [
    `${done}/${total}`,
    ...(deferred > 0 ? [`+${deferred} deferred`] : []),
    ...(cancelled > 0 ? [`+${cancelled} cancelled`] : []),
  ].join(' ');
