import { fields, maybe, type Shape, shapeProblem } from './answer-shape.ts';
import type { GitHubClient } from './client.ts';
import { partFailure } from './graphql-answer.ts';
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

/** One that is not told may be ours: to go on without it would make a second one. */
const COMMENTS_SHAPE: Shape = fields({
  pageInfo: fields({ hasNextPage: 'flag', endCursor: maybe('text') }),
  nodes: [fields({ fullDatabaseId: 'id', body: 'text', viewerDidAuthor: 'flag', url: 'text' })],
});

export interface CommentsAnswer {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly {
    readonly fullDatabaseId: string | number;
    readonly body: string;
    readonly viewerDidAuthor: boolean;
    readonly url: string;
  }[];
}

interface PageAnswer {
  readonly repository: { readonly pullRequest: { readonly comments: CommentsAnswer } };
}

const PAGE_SHAPE: Shape = fields({
  repository: fields({ pullRequest: fields({ comments: COMMENTS_SHAPE }) }),
});

const QUERY = `query comments($owner: String!, $repo: String!, $number: Int!, $first: Int, $last: Int, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      comments(first: $first, last: $last, after: $after) { ...comments }
    }
  }
}
${COMMENTS_FRAGMENT}`;

/** null when it does not tell all of them. */
export const readCommentPage = (answer: CommentsAnswer | null): CommentPage | null =>
  answer === null || shapeProblem(answer, COMMENTS_SHAPE) !== null ? null : pageOf(answer);

const pageOf = ({ pageInfo, nodes }: CommentsAnswer): CommentPage => ({
  comments: nodes.map(({ fullDatabaseId, body, viewerDidAuthor, url }) => ({
    id: Number(fullDatabaseId),
    body,
    isByUs: viewerDidAuthor,
    url,
  })),
  next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
});

/** A hundred comments of a pull request: those after a page's `next`, the first ones after null, or the youngest. */
export async function fetchCommentPage(
  client: GitHubClient,
  { owner, repo, number }: Where & { readonly number: number },
  part: { readonly after: string | null } | 'youngest',
): Promise<CommentPage> {
  const paging = part === 'youngest' ? { last: 100 } : { first: 100, after: part.after };
  const { data, errors } = await client.graphql<PageAnswer>(
    QUERY,
    { owner, repo, number, ...paging },
    { shape: PAGE_SHAPE },
  );
  const [untold] = errors;
  if (untold !== undefined) throw partFailure(untold);
  return pageOf(data.repository.pullRequest.comments);
}
