import { type CommentMarker, parseMarker } from '../report/comment-marker.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import { type CommentsRequest, everyComment } from './every-comment.ts';

/** Which set-up wrote a comment of ours, and about which commit. */
export type KeyedComment = Pick<CommentMarker, 'key' | 'head'>;

/** Set-ups of one repository that are looked at; more are hardly any's. */
const MAX_KEYS = 20;
/** A commit's id becomes part of a query, and a marker is text of a comment. */
const COMMIT = /^[0-9a-f]{40,64}$/;

/** The youngest one of each set-up that commented on the pull request; null where they are not all known. Never rejects. */
export async function keyedComments(
  client: GitHubClient,
  request: CommentsRequest,
): Promise<readonly KeyedComment[] | null> {
  const comments = await everyComment(client, request).catch(() => null);
  if (comments === null) return null;
  const heads = new Map<string, string>();
  for (const { isByUs, body } of comments) {
    const marker = isByUs ? parseMarker(body) : null;
    if (marker !== null && COMMIT.test(marker.head)) heads.set(marker.key, marker.head);
  }
  const found = [...heads].map(([key, head]) => ({ key, head }));
  return found.length > MAX_KEYS ? null : found;
}
