import type { Report } from './report.ts';

type Run = Report['trigger'];

/** `diff` at the terminal says what a pull request would be told. */
export const isPullRequest = ({ event }: Run): boolean =>
  event.startsWith('pull_request') || event === 'diff';

/** False where plans are looked at as they stand: on a scan, and by `check` at the terminal. */
export const isChange = ({ kind, event }: Run): boolean => kind === 'changes' && event !== 'check';

/** `changed plan` where the run is about a change. */
export const planNoun = (run: Run): string => (isChange(run) ? 'changed plan' : 'plan');

/** A sentence for a run that found no plan to check. */
export const nothingToCheck = (run: Run): string => {
  if (!isChange(run)) return 'No plan was found.';
  return isPullRequest(run) ? 'This pull request changes no plan.' : 'This change touches no plan.';
};

/** The same of a report that may be a part's, where the plans may be in another one. */
export const nothingInReport = ({ trigger, shard }: Pick<Report, 'trigger' | 'shard'>): string =>
  shard === undefined
    ? nothingToCheck(trigger)
    : `No plan belongs to shard ${shard.index} of ${shard.count}.`;

/** Why a run found no plan to check, where it looked for them; null where it did not. */
export const whyNoPlan = ({
  conclusion,
  coverage,
}: Pick<Report, 'conclusion' | 'coverage'>): string | null =>
  conclusion === 'neutral'
    ? (coverage.find(({ what, blocking }) => what === 'plan-files' && !blocking)?.message ?? null)
    : null;

/** The title of a column about the change; null where there is none. */
export const changeTitle = (run: Run): string | null => {
  if (!isChange(run)) return null;
  return isPullRequest(run) ? 'In this PR' : 'In this change';
};
