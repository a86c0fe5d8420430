import type { Delta } from '../progress/delta.ts';
import type { Count } from '../progress/progress.ts';
import { addKinds, countKinds, countMoves, KINDS, sumOfKinds } from './count-moves.ts';
import { counted } from './counted.ts';
import type { Links } from './links.ts';
import { link, tableOf, text } from './markdown.ts';
import { changeNameOf } from './phase-move-words.ts';
import { ICONS } from './plan-row.ts';
import { countInWords, NOTHING, progressBar } from './progress-words.ts';
import type { PhaseResult, PlanResult, UnlistedOfPhase } from './report.ts';
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
  const moves = movesOf(phase, plan.delta.tasks);
  const name = changeNameOf(phase);
  const isAlone = plan.phases.filter((other) => changeNameOf(other) === name).length === 1;
  const words = KINDS.flatMap((kind) => {
    const key = `${kind}s` as const;
    const from = before[key];
    const to = phase[key];
    return countMoves(
      kind,
      { from, to },
      isAlone
        ? {
            ticked: moves.ticked[key],
            unticked: moves.unticked[key],
            added: moves.added[key],
            removed: moves.removed[key],
          }
        : {
            ticked: Math.max(0, to.done - from.done),
            unticked: Math.max(0, from.done - to.done),
            added: 0,
            removed: 0,
          },
    );
  });
  const cameIn = isAlone ? sumOfKinds(moves.movedIn) : 0;
  const wentOut = isAlone ? sumOfKinds(moves.movedOut) : 0;
  const lines = [
    words.join(', '),
    cameIn > 0 ? `${counted(cameIn, 'item')} moved in` : '',
    wentOut > 0 ? `${counted(wentOut, 'item')} moved out` : '',
    before.state === phase.state ? '' : `was ${phaseStateInWords(before.state)}`,
  ].filter((line) => line !== '');
  return cellOf(lines);
}

/** What moved under the name of a phase: what is listed, and what the lists leave out of it. */
function movesOf(phase: PhaseResult, tasks: Delta['tasks']): UnlistedOfPhase {
  const name = changeNameOf(phase);
  const isHere = (item: { readonly phase: string }): boolean => item.phase === name;
  const listed = {
    ticked: countKinds(tasks.ticked.filter(isHere)),
    unticked: countKinds(tasks.unticked.filter(isHere)),
    added: countKinds(tasks.added.filter(isHere)),
    removed: countKinds(tasks.removed.filter(isHere)),
    movedIn: countKinds(tasks.moved.filter(isHere)),
    movedOut: countKinds(tasks.moved.filter(({ from }) => from === name)),
  };
  const { unlisted } = phase;
  if (unlisted === undefined) return listed;
  return {
    ticked: addKinds(listed.ticked, unlisted.ticked),
    unticked: addKinds(listed.unticked, unlisted.unticked),
    added: addKinds(listed.added, unlisted.added),
    removed: addKinds(listed.removed, unlisted.removed),
    movedIn: addKinds(listed.movedIn, unlisted.movedIn),
    movedOut: addKinds(listed.movedOut, unlisted.movedOut),
  };
}
