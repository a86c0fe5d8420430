import type { LocalComment } from './local-repository.ts';
import type { Json } from './openapi-description.ts';
import { asObject } from './openapi-description.ts';
import type { RepositoryState } from './repository-state.ts';
import type { Answer } from './request.ts';
import { type Endpoint, failure, notFound, ok, paged, type RestCall } from './rest-answer.ts';
import { user } from './rest-payload.ts';
import type { Need } from './tokens.ts';

/** Characters. */
const LONGEST_BODY = 65_536;

const mayRead: Need = { access: 'read', anyOf: ['issues', 'pullRequests'] };
const mayWrite: Need = { access: 'write', anyOf: ['issues', 'pullRequests'] };

export const commentEndpoints: Readonly<Record<string, Endpoint>> = {
  'issues/list-comments': {
    need: mayRead,
    handle(call) {
      const { repository, parameters, request } = call;
      const issue = Number(parameters.issue_number);
      if (!isThere(repository, issue)) return notFound();
      const since = request.query.since ?? '';
      const comments = repository.comments(issue).filter(({ updatedAt }) => updatedAt >= since);
      return paged(call, comments, (comment) => commentPayload(call, comment));
    },
  },
  'issues/create-comment': {
    need: mayWrite,
    handle(call) {
      const { repository, parameters, request, identity } = call;
      const issue = Number(parameters.issue_number);
      if (!isThere(repository, issue) || identity === null) return notFound();
      if (repository.findIssue(issue)?.isLocked === true) {
        return failure(403, 'Unable to create comment because issue is locked.');
      }
      const body = String(asObject(request.body).body);
      const refused = refuseBody(body);
      if (refused !== null) return refused;
      const comment = repository.addComment({ issue, author: identity.login, body });
      return { status: 201, body: commentPayload(call, comment) };
    },
  },
  'issues/get-comment': {
    need: mayRead,
    handle: (call) => withComment(call, (comment) => ok(commentPayload(call, comment))),
  },
  'issues/update-comment': {
    need: mayWrite,
    handle: (call) =>
      withComment(call, (comment) => {
        const body = String(asObject(call.request.body).body);
        const refused = refuseBody(body);
        if (refused !== null) return refused;
        call.repository.editComment(comment.id, body);
        return withComment(call, (edited) => ok(commentPayload(call, edited)));
      }),
  },
  'issues/delete-comment': {
    need: mayWrite,
    handle: (call) =>
      withComment(call, ({ id }) => {
        call.repository.deleteComment(id);
        return { status: 204, body: null };
      }),
  },
};

function isThere(repository: RepositoryState, number: number): boolean {
  return repository.findPullRequest(number) !== null || repository.findIssue(number) !== null;
}

function withComment(call: RestCall, use: (comment: LocalComment) => Answer): Answer {
  const comment = call.repository.findComment(Number(call.parameters.comment_id));
  return comment === null ? notFound() : use(comment);
}

function refuseBody(body: string): Answer | null {
  const problem = bodyProblem(body);
  if (problem === null) return null;
  const error = { resource: 'IssueComment', code: 'unprocessable', field: 'data', message: problem };
  return failure(422, 'Validation Failed', { errors: [error] });
}

/** GitHub's words for a comment that it does not take. */
export function bodyProblem(body: string): string | null {
  if (body.trim() === '') return 'Body cannot be blank';
  return [...body].length > LONGEST_BODY ? `Body is too long (maximum is ${LONGEST_BODY} characters)` : null;
}

function commentPayload({ world, repository }: RestCall, comment: LocalComment): Json {
  const { id, nodeId, issue, author, body, createdAt, updatedAt, url } = comment;
  const api = `${world.url}/repos/${repository.fullName}/issues`;
  return {
    ...{ id, node_id: nodeId, url: `${api}/comments/${id}`, html_url: url, issue_url: `${api}/${issue}` },
    ...{ body, user: user(author, world), created_at: createdAt, updated_at: updatedAt },
    author_association: author.endsWith('[bot]') ? 'NONE' : 'CONTRIBUTOR',
    performed_via_github_app: null,
  };
}
