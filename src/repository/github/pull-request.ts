import type { FileContent } from '../repository.ts';
import { fields, maybe, type Shape } from './answer-shape.ts';
import { explainApiError } from './api-error.ts';
import type { GitHubClient } from './client.ts';
import { answeredFile, FILE_FRAGMENT, type FileAnswers } from './file-answer.ts';
import { type GraphQLProblem, partFailure } from './graphql-answer.ts';
import {
  COMMENTS_FRAGMENT,
  type CommentPage,
  type CommentsAnswer,
  readCommentPage,
} from './issue-comments.ts';
import type { Where } from './where.ts';

/** A pull request as it is now, but for its head, which is the commit that the run is about. */
export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly isFork: boolean;
  /** Full commit ids. `base` is the base branch's tip as GitHub noted it for this pull request. */
  readonly head: string;
  readonly base: string;
  /** Where it stands now; null where that is `head`. */
  readonly newerHead: string | null;
  /** How many files GitHub says it changes now. */
  readonly changedFiles: number;
  /** Where configuration and schema are read: the base branch's tip in privileged events, else the head. */
  readonly trusted: string;
  /** Files at `trusted` that were asked for, and could be read at once. */
  readonly trustedFiles: ReadonlyMap<string, FileContent>;
  /** The first hundred; null when GitHub failed to tell them. */
  readonly comments: CommentPage | null;
}

export interface PullRequestQuestion extends Where {
  readonly number: number;
  /** Full id of the commit that the run is about. */
  readonly head: string;
  readonly privileged: boolean;
  /** Paths at `trusted`. */
  readonly prefetch: readonly string[];
}

type CommitAnswer = FileAnswers & { readonly oid?: string };

interface Answer {
  readonly repository: {
    readonly pullRequest: {
      readonly url: string;
      readonly isCrossRepository: boolean;
      readonly headRefOid: string;
      readonly baseRefOid: string;
      readonly changedFiles: number;
      /** null when the branch was deleted. */
      readonly baseRef?: { readonly target: CommitAnswer | null } | null;
      readonly commits?: { readonly nodes: readonly ({ readonly commit: CommitAnswer } | null)[] | null };
      readonly comments: CommentsAnswer | null;
    } | null;
  } | null;
}

/** Its files are looked at one by one. */
const COMMIT: Shape = fields({ oid: maybe('commit') });

const SHAPE: Shape = fields({
  repository: maybe(
    fields({
      pullRequest: maybe(
        fields({
          url: 'text',
          isCrossRepository: 'flag',
          headRefOid: 'commit',
          baseRefOid: 'commit',
          changedFiles: 'number',
          baseRef: maybe(fields({ target: maybe(COMMIT) })),
          commits: maybe(fields({ nodes: maybe([maybe(fields({ commit: COMMIT }))]) })),
        }),
      ),
    }),
  ),
});

/** Everything that a run wants to know of a pull request beforehand, in one query. Throws a PlanCheckError. */
export async function openPullRequest(
  client: GitHubClient,
  question: PullRequestQuestion,
): Promise<PullRequest> {
  const { owner, repo, number, head, privileged, prefetch } = question;
  const task = { action: `read pull request ${number}`, permission: 'pull-requests: read' } as const;
  const paths = Object.fromEntries(prefetch.map((path, index) => [`p${index}`, path]));
  const { data, errors } = await client
    .graphql<Answer>(query(question), { owner, repo, number, ...paths }, { shape: SHAPE })
    .catch((error: unknown) => {
      throw explainApiError(error, task);
    });
  const pull = data.repository?.pullRequest;
  if (pull === undefined || pull === null) {
    const [error] = errors;
    throw explainApiError(
      error === undefined ? { status: 404, message: 'Not Found' } : partFailure(error),
      task,
    );
  }
  const tip = pull.baseRef?.target;
  const trusted = privileged ? (tip?.oid ?? pull.baseRefOid) : head;
  const answers = privileged ? tip : pull.commits?.nodes?.[0]?.commit;
  return {
    number,
    url: pull.url,
    isFork: pull.isCrossRepository,
    head,
    base: pull.baseRefOid,
    newerHead: pull.headRefOid === head ? null : pull.headRefOid,
    trusted,
    changedFiles: pull.changedFiles,
    trustedFiles: answers?.oid === trusted ? filesOf(answers, errors, prefetch) : new Map(),
    comments: readCommentPage(pull.comments),
  };
}

/** What cannot be told without the bytes is left out: it is read like any other file. */
function filesOf(
  commit: CommitAnswer,
  errors: readonly GraphQLProblem[],
  paths: readonly string[],
): ReadonlyMap<string, FileContent> {
  const files = new Map<string, FileContent>();
  for (const [index, path] of paths.entries()) {
    const content = answeredFile(commit, errors, index);
    if (content !== null && content.kind !== 'needs-bytes' && content.kind !== 'failed')
      files.set(path, content);
  }
  return files;
}

/** Paths are handed over as variables, and never become part of a query. */
function query({ prefetch, privileged }: PullRequestQuestion): string {
  const variables = prefetch.map((_, index) => `, $p${index}: String!`).join('');
  const files = prefetch.map((_, index) => ` f${index}: file(path: $p${index}) { ...file }`).join('');
  const trusted = privileged
    ? `baseRef { target { ... on Commit { oid${files} } } }`
    : `commits(last: 1) { nodes { commit { oid${files} } } }`;
  return `query pullRequest($owner: String!, $repo: String!, $number: Int!${variables}) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      url isCrossRepository headRefOid baseRefOid changedFiles
      ${trusted}
      comments(first: 100) { ...comments }
    }
  }
}
${COMMENTS_FRAGMENT}
${prefetch.length === 0 ? '' : FILE_FRAGMENT}`;
}
