/** What is written says by which run: its id, and which attempt of it. */
export interface WrittenBy {
  readonly run: number;
  readonly attempt: number;
}

/**
 * How far a run that writes beside ours can be ahead of it. GitHub counts the runs of all repositories in one row, some
 * twenty million a day; a run ends after 35 days, and can be run again for 30. A number beyond is no run's, whoever wrote it.
 */
const MAX_AHEAD = 1_500_000_000;

/** Runs are numbered as they begin. What could not be a run yet is not newer than ours. */
export const isNewerRun = (theirs: WrittenBy, ours: WrittenBy): boolean =>
  byRun(theirs, ours) > 0 && isCredible(theirs, ours);

export const isCredible = (theirs: WrittenBy, ours: WrittenBy): boolean => theirs.run - ours.run <= MAX_AHEAD;

export const byRun = (left: WrittenBy, right: WrittenBy): number =>
  left.run - right.run || left.attempt - right.attempt;
