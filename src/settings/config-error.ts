import { PlanCheckError } from '../plan-check-error.ts';

/** Sentences shown at once; the rest is counted. */
const MAX_PROBLEMS = 20;

interface LocatedProblem {
  /** Characters from the start. */
  readonly offset: number;
  readonly sentence: string;
}

/** A line `path:line:column: sentence` for each of the first problems, and one that counts the rest. */
export function configError(
  problems: readonly LocatedProblem[],
  placeOf: (offset: number) => string,
): PlanCheckError {
  const lines = problems
    .slice(0, MAX_PROBLEMS)
    .map(({ offset, sentence }) => `${placeOf(offset)}: ${sentence}`);
  const left = problems.length - lines.length;
  return new PlanCheckError([...lines, ...(left > 0 ? [`… and ${left} more.`] : [])].join('\n'));
}
