import { timestamp } from './clock.ts';
import type { Commit } from './git-objects.ts';
import type { LocalGitHub } from './local-github.ts';
import { asObject, type Json } from './openapi-description.ts';
import type { RepositoryState } from './repository-state.ts';
import { user } from './rest-payload.ts';
import { pullPayload } from './rest-pulls.ts';
import { examplePayload } from './webhook-example.ts';
import type { World } from './world.ts';

/** What the runner is told about an event: the payload, and what goes into its variables. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: Json;
  readonly repository: string;
  /** GITHUB_SHA */
  readonly sha: string;
  /** GITHUB_REF */
  readonly ref: string;
  /** GITHUB_BASE_REF and GITHUB_HEAD_REF, empty but for pull requests. */
  readonly baseRef: string;
  readonly headRef: string;
  readonly actor: string;
}

/** A payload is a picture of the moment in which this is called; what happens later, it does not show. */
export interface EventSource {
  readonly github: LocalGitHub;
  readonly repository: string;
}

export function pullRequestEvent(
  source: EventSource,
  options: {
    readonly number: number;
    /** "synchronize" when left out. */
    readonly action?: string;
    /** `pull_request_target` when true. */
    readonly isTarget?: boolean;
  },
): WorkflowEvent {
  const { world, repository } = stateOf(source);
  const { number, action = 'synchronize', isTarget = false } = options;
  const pull = repository.pullRequest(number);
  const example = examplePayload('pull_request', 'opened');
  const described = { ...asObject(example.pull_request), ...pullPayload(world, repository, pull) };
  const merge = repository.testMerge(number)?.oid ?? repository.resolve(pull.base);
  return {
    name: isTarget ? 'pull_request_target' : 'pull_request',
    payload: { ...example, ...frame(source, pull.author), action, number, pull_request: described },
    repository: repository.fullName,
    sha: isTarget ? repository.resolve(repository.defaultBranch) : merge,
    ref: isTarget ? `refs/heads/${repository.defaultBranch}` : `refs/pull/${number}/merge`,
    baseRef: pull.base,
    headRef: pull.head.replace(/^[^:]*:/, ''),
    actor: pull.author,
  };
}

/** `before` is null for the first push of a branch. */
export function pushEvent(
  source: EventSource,
  options: { readonly branch: string; readonly before: string | null; readonly after?: string },
): WorkflowEvent {
  const { repository } = stateOf(source);
  const { branch, before, after = repository.resolve(branch) } = options;
  const head = commitPayload(repository, repository.find(after));
  const range = {
    before: before ?? '0'.repeat(40),
    after,
    created: before === null,
    deleted: false,
    forced: false,
  };
  const compare = `https://github.com/${repository.fullName}/compare/${before}...${after}`;
  const change = { ref: `refs/heads/${branch}`, ...range, compare, head_commit: head, commits: [head] };
  const pusher = { name: 'contributor', email: 'contributor@example.com' };
  const payload = { ...examplePayload('push'), ...frame(source), ...change, base_ref: null, pusher };
  return onBranch(repository, 'push', payload, branch, after);
}

export function mergeGroupEvent(
  source: EventSource,
  options: { readonly base: string; readonly head: string },
): WorkflowEvent {
  const { repository } = stateOf(source);
  const [base_sha, head_sha] = [repository.resolve(options.base), repository.resolve(options.head)];
  const queue = `gh-readonly-queue/${repository.defaultBranch}/pr-1-${base_sha}`;
  const merge_group = {
    ...{
      head_sha,
      head_ref: `refs/heads/${queue}`,
      base_sha,
      base_ref: `refs/heads/${repository.defaultBranch}`,
    },
    head_commit: commitPayload(repository, repository.find(head_sha)),
  };
  const payload = { action: 'checks_requested', merge_group, ...frame(source) };
  return onBranch(repository, 'merge_group', payload, queue, head_sha);
}

export function scheduleEvent(source: EventSource): WorkflowEvent {
  const { repository } = stateOf(source);
  const { defaultBranch } = repository;
  // The runner hands over hardly more than the cron line.
  const payload = { schedule: '17 4 * * 1', workflow: '.github/workflows/plans.yml', ...frame(source) };
  return onBranch(repository, 'schedule', payload, defaultBranch, repository.resolve(defaultBranch));
}

export function workflowDispatchEvent(
  source: EventSource,
  options: { readonly branch?: string; readonly inputs?: Json } = {},
): WorkflowEvent {
  const { repository } = stateOf(source);
  const { branch = repository.defaultBranch, inputs = null } = options;
  const about = { ref: `refs/heads/${branch}`, inputs, workflow: '.github/workflows/plans.yml' };
  return onBranch(
    repository,
    'workflow_dispatch',
    { ...about, ...frame(source) },
    branch,
    repository.resolve(branch),
  );
}

function onBranch(
  repository: RepositoryState,
  name: string,
  payload: Json,
  branch: string,
  sha: string,
): WorkflowEvent {
  const ref = `refs/heads/${branch}`;
  return {
    name,
    payload,
    repository: repository.fullName,
    sha,
    ref,
    baseRef: '',
    headRef: '',
    actor: 'contributor',
  };
}

/** What stands in every payload. */
function frame(source: EventSource, sender = 'contributor'): Json {
  const { world, repository } = stateOf(source);
  const example = asObject(examplePayload('push').repository);
  const { id, name, fullName, owner, defaultBranch, isPrivate } = repository;
  return {
    repository: {
      ...JSON.parse(JSON.stringify(example).replaceAll('Codertocat/Hello-World', fullName)),
      ...{ id, name, full_name: fullName, owner: user(owner, world), private: isPrivate, fork: false },
      ...{ default_branch: defaultBranch, master_branch: defaultBranch },
    },
    sender: user(sender, world),
  };
}

function commitPayload({ fullName }: RepositoryState, commit: Commit | null): Json | null {
  if (commit === null) return null;
  const { oid, tree, message, time } = commit;
  const person = { name: 'Local GitHub', email: 'noreply@example.com' };
  return {
    ...{ id: oid, tree_id: tree, distinct: true, message, timestamp: timestamp(time) },
    ...{ url: `https://github.com/${fullName}/commit/${oid}`, author: person, committer: person },
    ...{ added: [], removed: [], modified: [] },
  };
}

function stateOf({ github, repository }: EventSource): {
  readonly world: World;
  readonly repository: RepositoryState;
} {
  return { world: github.world, repository: github.repository(repository) };
}
