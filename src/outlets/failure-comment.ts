import * as core from '@actions/core';
import { renderFailure } from '../report/failure.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import type { PullRequest } from '../repository/github/pull-request.ts';
import type { RunContext } from '../run-context.ts';
import type { Settings } from '../settings/settings.ts';
import { upsertComment } from './comment.ts';
import { printUntrusted } from './print-untrusted.ts';

export interface FailedRun {
  readonly client: GitHubClient;
  readonly context: RunContext;
  readonly pullRequest: PullRequest;
  /** As far as they are known. */
  readonly settings: Pick<Settings, 'comment' | 'commentKey'>;
  readonly dryRun: boolean;
}

/**
 * Has the comment that an earlier run left on a pull request say why this run came to no result: an old "all well"
 * would be taken for this commit's. Makes none where there is none. Never rejects.
 * @param message the sentences that the run ends with, one a line.
 */
export async function commentFailure(message: string, run: FailedRun): Promise<void> {
  const { client, context, pullRequest, settings, dryRun } = run;
  if (settings.comment === 'never') return;
  const body = renderFailure(message);
  const result = await upsertComment(client, {
    owner: context.owner,
    repo: context.repo,
    number: pullRequest.number,
    body,
    key: settings.commentKey,
    head: pullRequest.head,
    run: context.runId,
    attempt: context.attempt,
    known: pullRequest.comments,
    mayCreate: false,
    dryRun,
  });
  if (result.kind === 'forbidden' || result.kind === 'failed') {
    core.warning(`${result.message} An older comment may still show an older result.`);
  }
  if (result.kind === 'dry-run' && result.would !== 'nothing') {
    printUntrusted(`The comment that a run without "dry-run" would ${result.would}:`, body);
  }
}
