import type { CommentPage } from '../repository/github/issue-comments.ts';
import type { PullRequest } from '../repository/github/pull-request.ts';
import type { Where } from '../repository/github/where.ts';
import type { RunContext } from '../run-context.ts';

/** What is asked of the comment, whoever asks. */
export type CommentWish = Pick<CommentRequest, 'body' | 'key' | 'mayCreate' | 'dryRun'>;

export interface CommentRequest extends Where {
  /** Of the pull request. */
  readonly number: number;
  /** Markdown, without a marker: at most `MAX_COMMENT_LENGTH` less `markerReserve(key)` characters. */
  readonly body: string;
  readonly key: string;
  /** Full commit id of what was checked. */
  readonly head: string;
  readonly run: number;
  readonly attempt: number;
  /** The first page, from when the pull request was opened; null where it is not known. */
  readonly known: CommentPage | null;
  /** Whether a comment may be made where there is none; an old one is brought up to date in any case. */
  readonly mayCreate: boolean;
  readonly dryRun: boolean;
}

/** A request by this run, about the commit that it checks. */
export const commentRequest = (
  { owner, repo, runId, attempt }: RunContext,
  { number, head, comments }: PullRequest,
  wish: CommentWish,
): CommentRequest => ({ owner, repo, number, head, run: runId, attempt, known: comments, ...wish });
