import * as core from '@actions/core';
import { PlanCheckError } from '../plan-check-error.ts';
import { annotationsOf } from '../report/annotations.ts';
import { cleanLine } from '../report/clean-text.ts';
import { renderComment } from '../report/comment.ts';
import { MAX_COMMENT_LENGTH, markerReserve } from '../report/comment-marker.ts';
import { gitHubLinks, type Links } from '../report/links.ts';
import type { Report } from '../report/report.ts';
import { renderSummary } from '../report/summary.ts';
import { whyNoPlan } from '../report/trigger-words.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import type { PullRequest } from '../repository/github/pull-request.ts';
import { RULES } from '../rules/index.ts';
import { relatedCodeTouched } from '../rules/related-code-touched.ts';
import type { RunContext } from '../run-context.ts';
import type { Settings } from '../settings/settings.ts';
import { emitAnnotations } from './annotations.ts';
import { type CommentResult, upsertComment } from './comment.ts';
import { commentRequest } from './comment-request.ts';
import { emitOutputs, outputsOf, shortenedLists } from './outputs.ts';
import { printUntrusted } from './print-untrusted.ts';
import { publishIssue } from './publish-issue.ts';
import { type ReportContent, type ReportFiles, writeReportFiles } from './report-file.ts';
import { writeSarifFile } from './sarif-file.ts';
import { writeSummary } from './summary.ts';
import { systemReason } from './system-reason.ts';
import { tellUnwritten } from './tell-unwritten.ts';

export interface Publication {
  readonly client: GitHubClient;
  readonly context: RunContext;
  readonly settings: Settings;
  /** The one whose comment this run writes; null where it writes none. */
  readonly pullRequest: PullRequest | null;
  /** The branch or tag that the run is about, where it is not the default branch. */
  readonly aside: string | null;
  /** An input wants the tracking issue written for such a branch all the same. */
  readonly isWantedAside: boolean;
  /** Path on the disk. */
  readonly reportFile: string;
  /** Path on the disk; null where no SARIF is wanted. */
  readonly sarifFile: string | null;
  /** The text of a checked plan, where it could be read. */
  readonly sourceOf: (path: string) => string | null;
  /** Nothing is written to GitHub, and what would be is printed. */
  readonly dryRun: boolean;
}

/** Shows a report everywhere: comment, annotations, job summary, report file and outputs. Nothing here changes the conclusion. */
export async function publish(report: Report, publication: Publication): Promise<void> {
  const { client, context, settings, pullRequest, reportFile, sarifFile, sourceOf } = publication;
  const links = gitHubLinks({
    ...context,
    head: report.trigger.head ?? context.sha,
    rulesUrl: rulesUrl(context),
  });
  const comment =
    pullRequest === null || settings.comment === 'never'
      ? null
      : await writeComment(report, links, pullRequest, publication);
  if (comment !== null) tell(comment);
  const issue = await publishIssue(report, publication);

  const final: Report = { ...report, api: sumOf(report.api, client.counts()) };
  const markdown = renderSummary(final, links);
  emitAnnotations(annotationsOf(final));
  await writeSummary(markdown).catch((error: unknown) => {
    core.warning(`The job summary could not be written (${systemReason(error)}).`);
  });
  const files = await saveReport(reportFile, { report: final, markdown });
  if (sarifFile !== null) {
    await writeSarifFile(sarifFile, final, { rules: RULES, links, sourceOf }).catch((error: unknown) => {
      throw new PlanCheckError(
        `The SARIF file could not be written to "${sarifFile}" (${systemReason(error)}); correct "sarif".`,
      );
    });
  }
  const missing = whyNoPlan(final);
  if (missing !== null) core.notice(cleanLine(missing));
  for (const sentence of shortenedLists(final)) core.notice(sentence);
  emitOutputs(
    outputsOf(final, {
      ...files,
      markdown,
      issue,
      comment: comment !== null && 'id' in comment ? comment : null,
    }),
  );
}

/** What the shards of a scan cost counts beside what it cost to join them. */
const sumOf = (a: Report['api'], b: Report['api']): Report['api'] => ({
  requests: a.requests + b.requests,
  writes: a.writes + b.writes,
});

/** @throws {PlanCheckError} when it cannot be written. */
export const saveReport = (path: string, content: ReportContent): Promise<ReportFiles> =>
  writeReportFiles(path, content).catch((error: unknown) => {
    if (error instanceof PlanCheckError) throw error;
    throw new PlanCheckError(
      `The report could not be written to "${path}" (${systemReason(error)}); correct "report".`,
    );
  });

/** The rules' pages of the version of the action that runs; without one that has an address they are not linked. */
const rulesUrl = ({ serverUrl, action }: RunContext): string | null =>
  action === null ? null : `${serverUrl}/${action.repository}/blob/${action.ref}/docs/rules`;

async function writeComment(
  report: Report,
  links: Links,
  pullRequest: PullRequest,
  { client, context, settings, dryRun }: Publication,
): Promise<CommentResult> {
  const key = settings.commentKey;
  const body = renderComment(report, links, { limit: MAX_COMMENT_LENGTH - markerReserve(key) });
  const wish = { body, key, mayCreate: mayCreate(report, settings), dryRun };
  const result = await upsertComment(client, commentRequest(context, pullRequest, wish));
  if (result.kind === 'dry-run' && result.would !== 'nothing') {
    printUntrusted(`The comment that a run without "dry-run" would ${result.would}:`, body);
  }
  return result;
}

/** `related`: also for a plan that the change does not touch, though it is about its code. */
const mayCreate = ({ plans, conclusion, diagnostics }: Report, { comment }: Settings): boolean =>
  comment === 'always' ||
  plans.length > 0 ||
  conclusion === 'incomplete' ||
  (comment === 'related' && diagnostics.some(({ rule }) => rule === relatedCodeTouched.id));

function tell(result: CommentResult): void {
  for (const remark of 'remarks' in result ? result.remarks : []) core.warning(remark);
  switch (result.kind) {
    case 'forbidden':
    case 'failed':
      tellUnwritten(result);
      return;
    case 'stale':
      core.notice('A newer run has already written the comment, so this one left it alone.');
      return;
    default:
      result.kind satisfies 'created' | 'updated' | 'unchanged' | 'absent' | 'dry-run';
  }
}
