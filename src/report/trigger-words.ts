import type { Report } from './report.ts';

type Run = Report['trigger'];

export const isPullRequest = ({ event }: Run): boolean => event.startsWith('pull_request');

/** `changed plan` where the run is about a change; `check` at the terminal looks at plans as they stand. */
export const planNoun = ({ kind, event }: Run): string =>
  kind === 'changes' && event !== 'check' ? 'changed plan' : 'plan';

/** A sentence for a run that found no plan to check. */
export const nothingToCheck = (run: Run): string => {
  if (run.kind === 'scan' || run.event === 'check') return 'No plan was found.';
  return isPullRequest(run) ? 'This pull request changes no plan.' : 'This change touches no plan.';
};
