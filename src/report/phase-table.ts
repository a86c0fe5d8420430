import type { ItemChange } from '../progress/delta.ts';
import type { Count } from '../progress/progress.ts';
import { countMoves, KINDS } from './count-moves.ts';
import { counted } from './counted.ts';
import type { Links } from './links.ts';
import { link, tableOf, text } from './markdown.ts';
import { changeNameOf } from './phase-move-words.ts';
import { ICONS } from './plan-row.ts';
import { countInWords, NOTHING, progressBar } from './progress-words.ts';
import type { PhaseResult, PlanResult } from './report.ts';
import { phaseStateInWords } from './state-words.ts';
import { cellOf } from './table-cell.ts';

const NAME_LENGTH = 60;
const NUMBER_LENGTH = 12;

/** The boxes of a plan whose phases have none of their own. */
const OUTSIDE = '_Outside the phases_';

const CLAIM_PLACES = {
  table: 'table',
  label: 'status line',
  heading: 'heading',
  bullets: 'bullets',
} as const;

interface Column {
  readonly title: string;
  readonly cell: (phase: PhaseResult) => string;
  /** Where it is needed although no cell says anything. */
  readonly always?: boolean;
}

/** The phases of a plan as a Markdown table, without the columns in which nothing would stand; empty for a plan without phases. */
export function phaseTable(plan: PlanResult, links: Links, changeTitle: string | null): string {
  if (plan.phases.every((phase) => changeNameOf(phase) === '')) return '';
  const columns: readonly Column[] = [
    { title: 'Phase', cell: (phase) => phaseName(phase, plan, links), always: true },
    { title: 'State', cell: phaseState, always: true },
    { title: 'Tasks', cell: ({ tasks }) => withBar(tasks) },
    { title: 'Deliverables', cell: ({ deliverables }) => cellOf([countInWords(deliverables)]) },
    { title: 'Gates', cell: ({ gates }) => cellOf([countInWords(gates)]) },
    ...(changeTitle === null
      ? []
      : [{ title: changeTitle, cell: (phase: PhaseResult) => phaseMoves(phase, plan) }]),
  ];
  const shown = columns
    .map(({ title, cell, always }) => ({ title, always, cells: plan.phases.map(cell) }))
    .filter(({ always, cells }) => always === true || cells.some((cell) => cell !== NOTHING));
  return tableOf(
    shown.map(({ title }) => title),
    plan.phases.map((_, index) => shown.map(({ cells }) => cells[index] ?? NOTHING)),
  );
}

const withBar = (tasks: Count): string => {
  const words = cellOf([countInWords(tasks)]);
  return tasks.total > 0 ? `\`${progressBar(tasks)}\` ${words}` : words;
};

function phaseName({ name, number, line }: PhaseResult, plan: PlanResult, links: Links): string {
  if (name === '' && number === null) return OUTSIDE;
  const words = [
    ...(number === null ? [] : [`${text(number, NUMBER_LENGTH)}.`]),
    ...(name === '' ? [] : [text(name, NAME_LENGTH)]),
  ];
  return link(words.join(' '), links.file(plan.path, line));
}

/** What the boxes prove, and beside it what is said where that is something else. */
function phaseState({ state, claim, conflict }: PhaseResult): string {
  const words = state === 'blocked' ? '**blocked**' : phaseStateInWords(state);
  if (claim === null) return cellOf([words]);
  const said = phaseStateInWords(claim.state);
  if (state === 'untracked') return cellOf([`untracked, says ${said}`]);
  if (conflict === 'none') return cellOf([words]);
  const icon = conflict === 'overclaim' ? ICONS.warning : ICONS.notice;
  return cellOf([words, `${icon} ${CLAIM_PLACES[claim.source]} says ${said}`]);
}

/** What the change moved in one phase; both fractions when the number of its boxes moved. */
function phaseMoves(phase: PhaseResult, plan: PlanResult): string {
  const { before } = phase;
  if (plan.delta === null) return NOTHING;
  if (before === null) return 'new';
  const { ticked, unticked, added, removed, moved } = plan.delta.tasks;
  const name = changeNameOf(phase);
  const isAlone = plan.phases.filter((other) => changeNameOf(other) === name).length === 1;
  const words = KINDS.flatMap((kind) => {
    const of = (items: readonly ItemChange[]): number =>
      items.filter((item) => item.kind === kind && item.phase === name).length;
    const from = before[`${kind}s`];
    const to = phase[`${kind}s`];
    return countMoves(
      kind,
      { from, to },
      isAlone
        ? { ticked: of(ticked), unticked: of(unticked), added: of(added), removed: of(removed) }
        : {
            ticked: Math.max(0, to.done - from.done),
            unticked: Math.max(0, from.done - to.done),
            added: 0,
            removed: 0,
          },
    );
  });
  const cameIn = moved.filter((item) => isAlone && item.phase === name).length;
  const wentOut = moved.filter((item) => isAlone && item.from === name).length;
  const lines = [
    words.join(', '),
    cameIn > 0 ? `${counted(cameIn, 'item')} moved in` : '',
    wentOut > 0 ? `${counted(wentOut, 'item')} moved out` : '',
    before.state === phase.state ? '' : `was ${phaseStateInWords(before.state)}`,
  ].filter((line) => line !== '');
  return cellOf(lines);
}
