import type { GitHubClient } from '../repository/github/client.ts';
import {
  type CommentPage,
  fetchCommentPage,
  type IssueComment,
} from '../repository/github/issue-comments.ts';
import type { Where } from '../repository/github/where.ts';

/** GitHub takes 2,500 comments on one pull request. */
const MAX_PAGES = 30;
const ENDLESS = 'the list of comments does not end';

export interface CommentsRequest extends Where {
  /** Of the pull request. */
  readonly number: number;
  /** The first page, from when the pull request was opened; null where it is not known. */
  readonly known: CommentPage | null;
}

/** The comments of a pull request, oldest first. Rejects with octokit's errors. */
export async function everyComment(
  client: GitHubClient,
  request: CommentsRequest,
): Promise<readonly IssueComment[]> {
  const first = request.known ?? (await fetchCommentPage(client, request, { after: null }));
  const comments = [...first.comments];
  let after = first.next;
  for (let pages = 1; after !== null; pages += 1) {
    if (pages === MAX_PAGES) throw Object.assign(new Error(ENDLESS), { status: 502, response: {} });
    const page = await fetchCommentPage(client, request, { after });
    comments.push(...page.comments);
    after = page.next;
  }
  return comments;
}
