import { timestamp } from './clock.ts';
import type { Commit, TreeEntry } from './git-objects.ts';
import type { Json } from './openapi-description.ts';
import type { RepositoryState } from './repository-state.ts';
import { type Endpoint, failure, notFound, ok, raw, wantsRaw } from './rest-answer.ts';
import type { Need } from './tokens.ts';
import type { World } from './world.ts';

const need: Need = { access: 'read', anyOf: ['contents'] };
const NO_SUCH_COMMIT = 'No commit found for SHA: ';

export const gitEndpoints: Readonly<Record<string, Endpoint>> = {
  'git/get-tree': {
    need,
    handle({ world, repository, parameters, request }) {
      const { trees } = repository.objects;
      const asked = parameters.tree_sha ?? '';
      const sha = trees.has(asked) ? asked : repository.find(asked)?.tree;
      if (sha === undefined) return notFound();
      // Any value counts as yes, "0" and "false" too.
      const entries = walk(repository, sha, '', 'recursive' in request.query);
      const tree = entries
        .slice(0, world.limits.treeEntries)
        .map((entry) => entryPayload(world, repository, entry));
      const url = `${world.url}/repos/${repository.fullName}/git/trees/${sha}`;
      return ok({ sha, url, tree, truncated: tree.length < entries.length });
    },
  },
  'git/get-blob': {
    need,
    handle({ world, repository, parameters, request }) {
      const sha = parameters.file_sha ?? '';
      if (!/^[0-9a-f]{40}$/.test(sha))
        return failure(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
      const bytes = repository.objects.blobs.get(sha);
      if (bytes === undefined) return notFound();
      if (wantsRaw(request)) return raw(bytes);
      const url = `${world.url}/repos/${repository.fullName}/git/blobs/${sha}`;
      const node_id = `B_${sha}`;
      return ok({ sha, node_id, size: bytes.length, url, content: base64Lines(bytes), encoding: 'base64' });
    },
  },
  'git/get-commit': {
    need,
    handle({ world, repository, parameters }) {
      const commit = repository.objects.commits.get(parameters.commit_sha ?? '');
      if (commit === undefined) return notFound();
      return ok(gitCommitPayload(world, repository, commit));
    },
  },
  'git/get-ref': {
    need,
    handle({ world, repository, parameters }) {
      const ref = `refs/${parameters.ref}`;
      const commit = repository.find(ref);
      if (commit === null) return notFound();
      const url = `${world.url}/repos/${repository.fullName}/git`;
      const object = { type: 'commit', sha: commit.oid, url: `${url}/commits/${commit.oid}` };
      return ok({ ref, node_id: `REF_${ref}`, url: `${url}/${ref}`, object });
    },
  },
  'repos/get-commit': {
    need,
    handle({ world, repository, parameters, request }) {
      const ref = parameters.ref ?? '';
      const commit = repository.find(ref);
      if (commit === null) return failure(422, `${NO_SUCH_COMMIT}${ref}`);
      if (/application\/vnd\.github\.(v3\.)?sha\b/.test(request.headers.accept ?? '')) {
        return {
          status: 200,
          headers: { 'content-type': 'application/vnd.github.sha; charset=utf-8' },
          body: commit.oid,
        };
      }
      return ok(commitPayload(world, repository, commit));
    },
  },
};

interface WalkedEntry extends TreeEntry {
  readonly path: string;
}

function walk(
  repository: RepositoryState,
  tree: string,
  prefix: string,
  isRecursive: boolean,
): readonly WalkedEntry[] {
  return (repository.objects.trees.get(tree) ?? []).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    const below = isRecursive && entry.mode === '040000' ? walk(repository, entry.oid, `${path}/`, true) : [];
    return [{ ...entry, path }, ...below];
  });
}

function entryPayload(
  world: World,
  { objects, fullName }: RepositoryState,
  { path, mode, oid }: WalkedEntry,
): Json {
  const url = `${world.url}/repos/${fullName}/git`;
  if (mode === '160000') return { path, mode, type: 'commit', sha: oid };
  if (mode === '040000') return { path, mode, type: 'tree', sha: oid, url: `${url}/trees/${oid}` };
  return {
    path,
    mode,
    type: 'blob',
    sha: oid,
    size: objects.blobs.get(oid)?.length ?? 0,
    url: `${url}/blobs/${oid}`,
  };
}

/** As the API writes base64: lines of 60 characters, a line feed after the last one. */
export function base64Lines(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/.{1,60}/g, '$&\n');
}

const VERIFICATION = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

function gitCommitPayload(
  world: World,
  { fullName }: RepositoryState,
  { oid, message, time, tree, parents }: Commit,
): Json {
  const url = `${world.url}/repos/${fullName}/git`;
  const html = `https://github.com/${fullName}/commit`;
  const person = { name: 'Local GitHub', email: 'noreply@example.com', date: timestamp(time) };
  return {
    ...{ sha: oid, node_id: `C_${oid}`, url: `${url}/commits/${oid}`, html_url: `${html}/${oid}` },
    ...{ author: person, committer: person, message, verification: VERIFICATION },
    tree: { sha: tree, url: `${url}/trees/${tree}` },
    parents: parents.map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${html}/${sha}` })),
  };
}

export function commitPayload(world: World, repository: RepositoryState, commit: Commit): Json {
  const { sha, node_id, html_url, parents, ...rest } = gitCommitPayload(world, repository, commit);
  const url = `${world.url}/repos/${repository.fullName}/commits/${commit.oid}`;
  return {
    ...{ sha, node_id, html_url, parents, url, comments_url: `${url}/comments` },
    commit: { ...rest, comment_count: 0 },
    ...{ author: null, committer: null },
  };
}
