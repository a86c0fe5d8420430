import * as core from '@actions/core';
import { PlanCheckError } from '../plan-check-error.ts';
import { sumProgress } from '../progress/measure-progress.ts';
import type { StalenessState } from '../progress/staleness.ts';
import type { PlanResult, Report } from '../report/report.ts';
import type { ReportFiles } from './report-file.ts';
import { systemReason } from './system-reason.ts';

export interface OutputSources extends ReportFiles {
  /** The Markdown of the result. */
  readonly markdown: string;
  /** null where no comment was written or found. */
  readonly comment: { readonly id: number; readonly url: string } | null;
  /** The tracking issue; null where none was written or found. */
  readonly issue?: { readonly number: number; readonly url: string } | null;
}

/** Bytes of UTF-8. The runner takes up to 1 MiB of outputs a job; this leaves room for other steps. */
const MAX_SUMMARY_BYTES = 64 * 1024;

/** Bytes of UTF-8 of one list: Linux takes no longer variable, and three of them are within what a job may hand on. */
const MAX_LIST_BYTES = 100_000;

/** Rules whose error means that a plan cannot be relied on as data. */
const VALIDITY_RULES: ReadonlySet<string> = new Set([
  'front-matter-missing',
  'front-matter-syntax',
  'front-matter-schema',
  'template-text',
  'unreadable-file',
]);

/** The outputs of the action by name; lists and numbers as JSON. */
export function outputsOf(report: Report, sources: OutputSources): Readonly<Record<string, string>> {
  const { markdown, comment, issue = null } = sources;
  const { counts, plans } = report;
  const { invalid, expired, unreviewed } = listsOf(report);
  return {
    conclusion: report.conclusion,
    report: sources.report,
    plans: String(counts.plans),
    errors: String(counts.errors),
    warnings: String(counts.warnings),
    notices: String(counts.notices),
    invalid: JSON.stringify(fitting(invalid)),
    expired: JSON.stringify(fitting(expired)),
    unreviewed: JSON.stringify(fitting(unreviewed)),
    progress: progressOf(plans),
    'comment-id': comment === null ? '' : String(comment.id),
    'comment-url': comment?.url ?? '',
    'issue-number': issue === null ? '' : String(issue.number),
    'issue-url': issue?.url ?? '',
    summary: Buffer.byteLength(markdown) > MAX_SUMMARY_BYTES ? tooLong(sources.summary) : markdown,
  };
}

/**
 * Hands the outputs to the runner, the conclusion as the last: it stands for all of them.
 * @throws {PlanCheckError} when the runner's file cannot be written.
 */
export function emitOutputs({ conclusion, ...others }: Readonly<Record<string, string>>): void {
  try {
    for (const [name, value] of Object.entries(others)) core.setOutput(name, value);
    core.setOutput('conclusion', conclusion);
  } catch (error) {
    throw new PlanCheckError(
      `The outputs could not be handed to the runner (${systemReason(error)}). Look at the disk of the runner, and at the file that "GITHUB_OUTPUT" names.`,
    );
  }
}

/** Of each list that is too long for an output, a sentence that says so. */
export const shortenedLists = (report: Report): readonly string[] =>
  Object.entries(listsOf(report)).flatMap(([name, paths]) => {
    const count = fitting(paths).length;
    return count === paths.length
      ? []
      : [
          `The output "${name}" holds the first ${count} of ${paths.length} paths, as more would be too long for an output; the report has them all.`,
        ];
  });

const listsOf = ({ plans }: Report) => ({
  invalid: pathsOf(plans, isInvalid),
  expired: pathsOf(plans, (plan) => plan.lifecycle === 'active' && isStale(plan, ['expired'])),
  unreviewed: pathsOf(plans, (plan) => isStale(plan, ['unreviewed', 'review-overdue'])),
});

const pathsOf = (plans: readonly PlanResult[], holds: (plan: PlanResult) => boolean): readonly string[] =>
  plans.filter(holds).map(({ path }) => path);

/** Whole paths only: steps read the list as JSON. */
function fitting(paths: readonly string[]): readonly string[] {
  let left = MAX_LIST_BYTES - '[]'.length;
  const end = paths.findIndex((path) => {
    left -= Buffer.byteLength(JSON.stringify(path)) + ','.length;
    return left < 0;
  });
  return end < 0 ? paths : paths.slice(0, end);
}

/** What the plan or the team put up with makes no plan invalid; what stood there before the change does. */
const isInvalid = ({ diagnostics }: PlanResult): boolean =>
  diagnostics.some(
    ({ rule, severity, waived, known }) =>
      severity === 'error' && VALIDITY_RULES.has(rule) && waived === null && !known,
  );

const isStale = ({ staleness }: PlanResult, states: readonly StalenessState[]): boolean =>
  staleness.reasons.some(({ state }) => states.includes(state));

/** Deferred and dropped boxes are in the report; here only what is counted. A plan that is gone has no progress. */
function progressOf(plans: readonly PlanResult[]): string {
  const sum = sumProgress(plans.filter(({ change }) => change !== 'removed').map(({ progress }) => progress));
  const { tasks, gates, phases } = sum;
  return JSON.stringify({
    tasks: { done: tasks.done, total: tasks.total },
    gates: { done: gates.done, total: gates.total },
    phases: { complete: phases.complete, total: phases.total },
  });
}

const tooLong = (path: string): string =>
  `The summary is too long for an output; it is in the file "${path}".`;
