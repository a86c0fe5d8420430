import { type ChangedFile, changedFiles } from './changed-files.ts';
import type { LocalPullRequest } from './local-repository.ts';
import { asObject, type Json } from './openapi-description.ts';
import type { RepositoryState } from './repository-state.ts';
import { type Endpoint, notFound, ok, paged } from './rest-answer.ts';
import { accountId, payload, user } from './rest-payload.ts';
import type { World } from './world.ts';

/** Nobody is told when there are more. */
const FILES_OF_A_PULL_REQUEST = 3_000;

export const pullEndpoints: Readonly<Record<string, Endpoint>> = {
  'pulls/get': {
    need: { access: 'read', anyOf: ['pullRequests'] },
    handle({ world, repository, parameters }) {
      const pull = repository.findPullRequest(Number(parameters.pull_number));
      return pull === null ? notFound() : ok(pullPayload(world, repository, pull));
    },
  },
  'pulls/list-files': {
    need: { access: 'read', anyOf: ['pullRequests'] },
    handle(call) {
      const { world, repository, parameters } = call;
      const pull = repository.findPullRequest(Number(parameters.pull_number));
      if (pull === null) return notFound();
      const files = filesOfPull(repository, pull).slice(0, FILES_OF_A_PULL_REQUEST);
      return paged(call, files, (file) => filePayload(world, repository, file, pull.headSha));
    },
  },
};

/** Between the merge base and the head. */
export function filesOfPull(
  repository: RepositoryState,
  { base, headSha }: LocalPullRequest,
): readonly ChangedFile[] {
  const common = repository.find(repository.mergeBase(base, headSha) ?? '');
  const head = repository.find(headSha);
  return changedFiles(repository.objects.blobs, common?.files ?? new Map(), head?.files ?? new Map());
}

export function filePayload(
  world: World,
  { fullName }: RepositoryState,
  file: ChangedFile,
  head: string,
): Json {
  const { path, previousPath, oid, status } = file;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return {
    ...{ sha: oid, filename: path, status, additions: 0, deletions: 0, changes: 0 },
    blob_url: `https://github.com/${fullName}/blob/${head}/${encoded}`,
    raw_url: `https://github.com/${fullName}/raw/${head}/${encoded}`,
    contents_url: `${world.url}/repos/${fullName}/contents/${encoded}?ref=${head}`,
    ...(previousPath === null ? {} : { previous_filename: previousPath }),
  };
}

export function pullPayload(world: World, repository: RepositoryState, pull: LocalPullRequest): Json {
  const example = payload('pull-request', world, repository, { '/1347': `/${pull.number}` });
  const [headOwner, headBranch] = labelOf(repository, pull.head);
  const side = (of: unknown, login: string, ref: string, sha: string): Json => ({
    ...asObject(of),
    ...{ label: `${login}:${ref}`, ref, sha, user: user(login, world) },
    repo: repositoryPayload(asObject(asObject(of).repo), world, repository, login),
  });
  const id = accountId(`${repository.fullName}#${pull.number}`);
  return {
    ...example,
    ...{ id, node_id: `PR_${id}`, number: pull.number, state: pull.state, title: pull.title, body: null },
    user: user(pull.author, world),
    ...{ locked: false, draft: false, merged: false, merged_at: null, merged_by: null, mergeable: true },
    closed_at: pull.state === 'closed' ? '2026-01-02T00:00:00Z' : null,
    ...{
      assignee: null,
      assignees: [],
      requested_reviewers: [],
      requested_teams: [],
      labels: [],
      milestone: null,
    },
    ...{ created_at: '2026-01-01T12:00:00Z', updated_at: '2026-01-01T12:00:00Z' },
    merge_commit_sha: repository.testMerge(pull.number)?.oid ?? null,
    comments: repository.comments(pull.number).length,
    changed_files: filesOfPull(repository, pull).length,
    head: side(example.head, headOwner, headBranch, pull.headSha),
    base: side(example.base, repository.owner, pull.base, pull.baseSha),
  };
}

function repositoryPayload(
  example: Json,
  world: World,
  { id, name, fullName, owner, defaultBranch, isPrivate }: RepositoryState,
  login: string,
): Json {
  const isFork = login !== owner;
  return {
    ...JSON.parse(JSON.stringify(example).replaceAll(fullName, `${login}/${name}`)),
    ...{ id: isFork ? id + 1_000_000 : id, name, owner: user(login, world), fork: isFork },
    ...{ full_name: `${login}/${name}`, default_branch: defaultBranch, private: isPrivate },
  };
}

/** Login and branch. */
export function labelOf({ owner }: RepositoryState, head: string): readonly [login: string, branch: string] {
  const colon = head.indexOf(':');
  return colon < 0 ? [owner, head] : [head.slice(0, colon), head.slice(colon + 1)];
}
