import type { Delta } from '../progress/delta.ts';
import { counted } from './counted.ts';
import type { PlanResult } from './report.ts';
import type { Say } from './say.ts';
import { phaseStateInWords } from './state-words.ts';

/** How many phases are named before the rest is counted. */
const MAX_PHASES = 4;
const NAME_LENGTH = 40;
const NUMBER_LENGTH = 12;

/** Which phases came, went or changed their state: `phases 2, 3 → complete`, `phase “Prelude” added`; of one without boxes, what is now said of it. */
export function phaseMoveWords(
  plan: Pick<PlanResult, 'phases'>,
  delta: Pick<Delta, 'phases' | 'claims' | 'unlisted'>,
  say: Say,
): readonly string[] {
  const moves = [...delta.phases.map(stateMove), ...saidOfUntracked(plan, delta)];
  const shown = moves.slice(0, MAX_PHASES);
  const words = [...Map.groupBy(shown, ({ outcome }) => outcome)].flatMap(([outcome, alike]) =>
    phaseNames(plan, alike, say).map((name) => `${name} ${outcome}`),
  );
  const { phases = 0, claims = { spoken: 0 } } = delta.unlisted ?? {};
  const rest = moves.length - shown.length + phases + claims.spoken;
  return rest > 0 ? [...words, `${counted(rest, 'more phase')} moved`] : words;
}

/** How a change calls a phase. */
export const changeNameOf = ({
  name,
  number,
}: {
  readonly name: string;
  readonly number: string | null;
}): string => name || (number === null ? '' : `Phase ${number}`);

interface PhaseMove {
  readonly name: string;
  readonly outcome: string;
}

function stateMove({ name, from, to }: Delta['phases'][number]): PhaseMove {
  if (to === null) return { name, outcome: 'removed' };
  return { name, outcome: from === null ? 'added' : `→ ${phaseStateInWords(to)}` };
}

/** Where there are boxes, they are what counts, and a claim is worth no word here. */
export function saidOfUntracked(
  { phases }: Pick<PlanResult, 'phases'>,
  { claims }: Pick<Delta, 'claims'>,
): readonly PhaseMove[] {
  const untracked = new Set(phases.filter(({ state }) => state === 'untracked').map(changeNameOf));
  return claims.flatMap(({ name, to }) =>
    to === null || !untracked.has(name) ? [] : [{ name, outcome: `said to be ${phaseStateInWords(to)}` }],
  );
}

/** `phases 2, 3` for those with a number of their own, then the others by their name. */
function phaseNames(
  plan: Pick<PlanResult, 'phases'>,
  moves: readonly PhaseMove[],
  say: Say,
): readonly string[] {
  const phases = moves.map(({ name }) => ({ name, number: numberOf(plan, name) }));
  const numbers = phases.flatMap(({ number }) => (number === null ? [] : [say(number, NUMBER_LENGTH)]));
  return [
    ...(numbers.length === 0 ? [] : [`phase${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`]),
    ...phases.filter(({ number }) => number === null).map(({ name }) => `phase “${say(name, NAME_LENGTH)}”`),
  ];
}

/** Null where the phase has no number, or shares its name with another one. */
function numberOf({ phases }: Pick<PlanResult, 'phases'>, name: string): string | null {
  const named = phases.filter((phase) => changeNameOf(phase) === name);
  return named.length === 1 ? (named[0]?.number ?? null) : null;
}
