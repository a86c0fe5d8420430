import * as core from '@actions/core';
import { renderFailure } from '../report/failure.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import type { CommentPage } from '../repository/github/issue-comments.ts';
import type { PullRequest } from '../repository/github/pull-request.ts';
import { quotedNames } from '../rules/message.ts';
import type { RunContext } from '../run-context.ts';
import type { CommentPlace } from '../settings/comment-place.ts';
import type { Inputs } from '../settings/inputs.ts';
import { upsertComment } from './comment.ts';
import { commentRequest } from './comment-request.ts';
import { findCommentPlaces } from './find-comment-places.ts';
import { printUntrusted } from './print-untrusted.ts';

export interface FailedRun {
  readonly client: GitHubClient;
  readonly context: RunContext;
  readonly pullRequest: PullRequest;
  readonly inputs: Inputs;
  /** null while they are not known. */
  readonly settings: CommentPlace | null;
  readonly dryRun: boolean;
}

/**
 * Has the comment that an earlier run left on a pull request say why this run came to no result: an old "all well"
 * would be taken for this commit's. Makes none where there is none. Never rejects.
 * @param message the sentences that the run ends with, one a line.
 */
export async function commentFailure(message: string, run: FailedRun): Promise<void> {
  const { client, context, pullRequest, dryRun } = run;
  if (!mayHaveOurs(pullRequest.comments)) return;
  const { settings } = run;
  const { comment, commentKeys, mayBeMore } =
    settings === null
      ? await findCommentPlaces(client, context, run)
      : { comment: settings.comment, commentKeys: [settings.commentKey], mayBeMore: false };
  if (commentKeys.length === 0) {
    core.warning(
      'Which comment is this set-up\'s is not known while its configuration cannot be read, so none was brought up to date: an older comment may still show an older result. Correct the configuration, or give "comment-key" as an input.',
    );
    return;
  }
  if (comment === 'never') return;
  if (mayBeMore) {
    core.warning(
      `Of this set-up's comments only those with the key ${quotedNames(commentKeys)} are known while its configuration cannot be read: one with another key may still show an older result of it. Correct the configuration, or give "comment-key" as an input.`,
    );
  }
  const body = renderFailure(message);
  for (const key of commentKeys) {
    const wish = { body, key, mayCreate: false, dryRun };
    const result = await upsertComment(client, commentRequest(context, pullRequest, wish));
    for (const remark of 'remarks' in result ? result.remarks : []) core.warning(remark);
    if (result.kind === 'forbidden' || result.kind === 'failed') {
      core.warning(`${result.message} An older comment may still show an older result.`);
    }
    if (result.kind === 'dry-run' && result.would !== 'nothing') {
      printUntrusted(`The comment that a run without "dry-run" would ${result.would}:`, body);
    }
  }
}

/** By their author alone: nothing is asked for where none of them can be ours. */
const mayHaveOurs = (known: CommentPage | null): boolean =>
  known === null || known.next !== null || known.comments.some(({ isByUs }) => isByUs);
