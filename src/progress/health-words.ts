import { isUnresolved } from '../plan/is-unresolved.ts';
import type { Plan } from '../plan/plan.ts';
import { type DoneShare, percentOf, type Share } from './pace.ts';
import type { PhaseProgress } from './progress.ts';
import { unfinishedClaims } from './unfinished-claims.ts';

/** The two shares side by side; what is not known is said to be so. */
export function paceInWords(elapsed: Share | null, done: DoneShare | null): string {
  const time =
    elapsed === null
      ? 'no dates say how much time has passed'
      : `${percentOf(elapsed)} % of the time has passed`;
  const work =
    done === null ? 'no check list says how much is done' : `${percentOf(done)} % of the ${done.of} are done`;
  return `${time}, ${work}`;
}

/** `4 tasks and 12 gates are open`; null where nothing is. */
export function openInWords({ phases }: Plan): string | null {
  const open = phases.flatMap(({ items }) => items).filter(isUnresolved);
  const words = (['task', 'deliverable', 'gate'] as const).flatMap((kind) => {
    const { length } = open.filter((item) => item.kind === kind);
    return length === 0 ? [] : [`${length} ${kind}${length === 1 ? '' : 's'}`];
  });
  const last = words.at(-1);
  if (last === undefined) return null;
  const listed = words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
  return `${listed} ${listed.startsWith('1 ') && words.length === 1 ? 'is' : 'are'} open`;
}

/** `3 parts of it are not over, by what the plan says`; null where nothing is said to be open and has no box. */
export function unfinishedInWords(plan: Plan): string | null {
  const { length } = unfinishedClaims(plan);
  if (length === 0) return null;
  return length === 1
    ? 'a part of it is not over, by what the plan says'
    : `${length} parts of it are not over, by what the plan says`;
}

/** Without its name: that is the plan's own text. */
export const phaseInWords = ({ number, line }: PhaseProgress): string =>
  number === null ? `the phase on line ${line}` : `phase ${number}`;

export const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

export const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');
