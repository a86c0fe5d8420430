import type { LocalIssue, LocalPullRequest } from './local-repository.ts';
import { asObject, type Json } from './openapi-description.ts';
import type { RepositoryState } from './repository-state.ts';
import type { Answer } from './request.ts';
import { type Endpoint, failure, notFound, ok, paged, type RestCall } from './rest-answer.ts';
import { bodyProblem } from './rest-comments.ts';
import { accountId, payload, user } from './rest-payload.ts';
import type { Need } from './tokens.ts';

const mayRead: Need = { access: 'read', anyOf: ['issues', 'pullRequests'] };
const mayWrite: Need = { access: 'write', anyOf: ['issues'] };
const mayLabel: Need = { access: 'write', anyOf: ['issues', 'pullRequests'] };

/** What a list of issues holds: GitHub puts pull requests among them. */
type Entry =
  | { readonly kind: 'issue'; readonly issue: LocalIssue }
  | { readonly kind: 'pull'; readonly pull: LocalPullRequest };

export const issueEndpoints: Readonly<Record<string, Endpoint>> = {
  'issues/list-for-repo': {
    need: mayRead,
    handle(call) {
      const { query } = call.request;
      const entries = entriesOf(call.repository).filter((entry) => isAskedFor(entry, query));
      const key = query.sort === 'updated' ? updatedAt : createdAt;
      const sign = query.direction === 'asc' ? 1 : -1;
      const sorted = entries.toSorted(
        (left, right) => sign * (key(left).localeCompare(key(right)) || numberOf(left) - numberOf(right)),
      );
      return paged(call, sorted, (entry) => entryPayload(call, entry));
    },
  },
  'issues/create': {
    need: mayWrite,
    handle(call) {
      const { repository, request, identity } = call;
      if (!repository.hasIssues) return failure(410, 'Issues has been disabled in this repository.');
      if (identity === null) return notFound();
      const { title, body, labels } = asObject(request.body);
      const text = String(body ?? '');
      const refused = refuse(text);
      if (refused !== null) return refused;
      const issue = repository.openIssue({
        ...{ title: String(title), author: identity.login, body: text, labels: labelNames(labels) },
      });
      return { status: 201, body: issuePayload(call, issue) };
    },
  },
  'issues/get': {
    need: mayRead,
    handle: (call) => {
      const pull = call.repository.findPullRequest(Number(call.parameters.issue_number));
      if (pull !== null) return ok(entryPayload(call, { kind: 'pull', pull }));
      return withIssue(call, (issue) => ok(issuePayload(call, issue)));
    },
  },
  'issues/update': {
    need: mayWrite,
    handle: (call) =>
      withIssue(call, ({ number }) => {
        const { title, body, state, state_reason, labels } = asObject(call.request.body);
        const refused = body === undefined ? null : refuse(String(body ?? ''));
        if (refused !== null) return refused;
        const edited = call.repository.editIssue(number, {
          ...(title === undefined ? {} : { title: String(title) }),
          ...(body === undefined ? {} : { body: String(body ?? '') }),
          ...(labels === undefined ? {} : { labels: labelNames(labels) }),
          ...(state === 'open' || state === 'closed' ? { state } : {}),
          ...(isClosingReason(state_reason) ? { stateReason: state_reason } : {}),
        });
        return ok(issuePayload(call, edited));
      }),
  },
  'issues/add-labels': {
    need: mayLabel,
    handle: (call) =>
      withIssue(call, ({ number, labels }) => {
        const added = labelNames(asObject(call.request.body).labels);
        const edited = call.repository.editIssue(number, { labels: [...new Set([...labels, ...added])] });
        return ok(edited.labels.map((name) => labelPayload(call, name)));
      }),
  },
};

const isClosingReason = (reason: unknown): reason is 'completed' | 'not_planned' | 'duplicate' =>
  reason === 'completed' || reason === 'not_planned' || reason === 'duplicate';

function entriesOf(repository: RepositoryState): readonly Entry[] {
  return [
    ...repository.issues().map((issue) => ({ kind: 'issue', issue }) as const),
    ...repository.pullRequests().map((pull) => ({ kind: 'pull', pull }) as const),
  ];
}

const numberOf = (entry: Entry): number => (entry.kind === 'issue' ? entry.issue.number : entry.pull.number);
const createdAt = (entry: Entry): string => (entry.kind === 'issue' ? entry.issue.createdAt : '');
const updatedAt = (entry: Entry): string => (entry.kind === 'issue' ? entry.issue.updatedAt : '');

function isAskedFor(entry: Entry, query: Readonly<Record<string, string>>): boolean {
  const { state, labels, author } =
    entry.kind === 'issue' ? entry.issue : { ...entry.pull, labels: [] as readonly string[] };
  const wanted = (query.labels ?? '').split(',').filter((label) => label !== '');
  const own = labels.map((label) => label.toLowerCase());
  return (
    [state, 'all'].includes(query.state ?? 'open') &&
    wanted.every((label) => own.includes(label.toLowerCase())) &&
    (query.creator === undefined || query.creator === author)
  );
}

function withIssue(call: RestCall, use: (issue: LocalIssue) => Answer): Answer {
  const { repository, parameters, world } = call;
  const number = Number(parameters.issue_number);
  const issue = repository.findIssue(number);
  if (issue !== null) return use(issue);
  const gone = repository.goneIssue(number);
  if (gone === null) return notFound();
  if (gone.kind === 'deleted') return failure(410, 'This issue was deleted');
  const url = `${world.url}${gone.to}`;
  return { ...failure(301, 'Moved Permanently', { url }), headers: { location: url } };
}

function refuse(body: string): Answer | null {
  const problem = body === '' ? null : bodyProblem(body);
  if (problem === null) return null;
  const error = { resource: 'Issue', code: 'custom', field: 'body', message: problem };
  return failure(422, 'Validation Failed', { errors: [error] });
}

const labelNames = (labels: unknown): readonly string[] =>
  Array.isArray(labels)
    ? labels.map((label: unknown) => (typeof label === 'string' ? label : String(asObject(label).name)))
    : [];

function entryPayload(call: RestCall, entry: Entry): Json {
  if (entry.kind === 'issue') return issuePayload(call, entry.issue);
  const { pull } = entry;
  const { number, title, author, state } = pull;
  const url = `https://github.com/${call.repository.fullName}/pull/${number}`;
  const at = '2026-01-01T12:00:00Z';
  const like = issuePayload(call, {
    ...{
      id: accountId(`${call.repository.fullName}#${number}`),
      number,
      title,
      author,
      body: '',
      labels: [],
    },
    ...{ state, stateReason: null, isLocked: false, createdAt: at, updatedAt: at, url },
    closedAt: state === 'closed' ? at : null,
  });
  const api = `${call.world.url}/repos/${call.repository.fullName}/pulls/${number}`;
  return {
    ...like,
    pull_request: { url: api, html_url: url, diff_url: `${url}.diff`, patch_url: `${url}.patch` },
  };
}

function issuePayload(call: RestCall, issue: LocalIssue): Json {
  const { world, repository } = call;
  const { pull_request, pinned_comment, ...example } = payload('issue', world, repository, {
    '/1347': `/${issue.number}`,
  });
  const { id, number, title, body, author, state, stateReason, isLocked, url } = issue;
  return {
    ...example,
    ...{ id, node_id: `I_${id}`, number, title, body, state, state_reason: stateReason, html_url: url },
    ...{ user: user(author, world), assignee: null, assignees: [], milestone: null, closed_by: null },
    ...{ locked: isLocked, active_lock_reason: null, comments: repository.comments(number).length },
    labels: issue.labels.map((name) => labelPayload(call, name)),
    ...{ created_at: issue.createdAt, updated_at: issue.updatedAt, closed_at: issue.closedAt },
    author_association: author.endsWith('[bot]') ? 'NONE' : 'CONTRIBUTOR',
  };
}

/** A label that nobody made yet is made when it is first used. */
function labelPayload({ world, repository }: RestCall, name: string): Json {
  const id = accountId(`${repository.fullName} ${name.toLowerCase()}`);
  const url = `${world.url}/repos/${repository.fullName}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: `LA_${id}`, url, name, color: 'ededed', default: false, description: null };
}
