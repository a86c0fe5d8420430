import type { GitHubClient } from './client.ts';
import type { Where } from './where.ts';

export interface IssueComment {
  /** The number in REST addresses; a comment with a higher one is younger. */
  readonly id: number;
  readonly body: string;
  /** Whether it was written with the same identity as our token's: right for every kind of token. */
  readonly isByUs: boolean;
  readonly url: string;
}

/** Oldest first. `next` is where the next page starts, null on the last one. */
export interface CommentPage {
  readonly comments: readonly IssueComment[];
  readonly next: string | null;
}

/** `databaseId` would be too small a number for comments of today. */
export const COMMENTS_FRAGMENT = `fragment comments on IssueCommentConnection {
  pageInfo { hasNextPage endCursor }
  nodes { fullDatabaseId body viewerDidAuthor url }
}`;

export interface CommentsAnswer {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (CommentAnswer | null)[] | null;
}

interface CommentAnswer {
  readonly fullDatabaseId: string | number | null;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
  readonly url: string;
}

interface PageAnswer {
  readonly repository: { readonly pullRequest: { readonly comments: CommentsAnswer } | null } | null;
}

const QUERY = `query comments($owner: String!, $repo: String!, $number: Int!, $first: Int, $last: Int, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      comments(first: $first, last: $last, after: $after) { ...comments }
    }
  }
}
${COMMENTS_FRAGMENT}`;

export function readCommentPage({ pageInfo, nodes }: CommentsAnswer): CommentPage {
  const comments = (nodes ?? []).flatMap((node) => {
    if (node === null || node.fullDatabaseId === null) return [];
    const { fullDatabaseId, body, viewerDidAuthor, url } = node;
    return [{ id: Number(fullDatabaseId), body, isByUs: viewerDidAuthor, url }];
  });
  return { comments, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** A hundred comments of a pull request: those after a page's `next`, or the youngest. */
export async function fetchCommentPage(
  client: GitHubClient,
  { owner, repo, number }: Where & { readonly number: number },
  part: { readonly after: string } | 'youngest',
): Promise<CommentPage> {
  const paging = part === 'youngest' ? { last: 100 } : { first: 100, after: part.after };
  const { data } = await client.graphql<PageAnswer>(QUERY, { owner, repo, number, ...paging });
  const answer = data.repository?.pullRequest?.comments;
  return answer === undefined ? { comments: [], next: null } : readCommentPage(answer);
}
