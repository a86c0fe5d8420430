import { timestamp } from './clock.ts';
import { changedLines, type HistoryArguments, historyOf } from './commit-history.ts';
import type { Commit, TreeEntry } from './git-objects.ts';
import { connection, type PageArguments } from './graphql-connection.ts';
import type { RepositoryState } from './repository-state.ts';
import type { Call } from './world.ts';

/** What `repository.object` gives: by full id, or by `revision:path`; null when there is nothing of the kind. */
export function findObject(repository: RepositoryState, expression: string): object | null {
  const { commits, trees, blobs } = repository.objects;
  const colon = expression.indexOf(':');
  // A fork's branch has a colon in its name here, but an expression cannot name it.
  if (colon >= 0) return objectAt(repository, expression.slice(0, colon), expression.slice(colon + 1));
  const commit = commits.get(expression) ?? repository.find(expression);
  if (commit !== null) return commitObject(repository, commit);
  if (trees.has(expression)) return treeObject(repository, expression, '');
  const bytes = blobs.get(expression);
  return bytes === undefined ? null : blobObject(repository, expression, bytes);
}

function objectAt(repository: RepositoryState, revision: string, path: string): object | null {
  const commit = repository.find(revision);
  if (commit === null) return null;
  return path === ''
    ? treeObject(repository, commit.tree, '')
    : (entryAt(repository, commit, path)?.object() ?? null);
}

export function commitObject(repository: RepositoryState, commit: Commit): object {
  const { oid, message, time, tree, parents } = commit;
  return {
    ...common('Commit', repository, oid),
    ...{
      message,
      messageHeadline: message.split('\n')[0],
      committedDate: timestamp(time),
      authoredDate: timestamp(time),
    },
    url: `https://github.com/${repository.fullName}/commit/${oid}`,
    tree: () => treeObject(repository, tree, ''),
    file: ({ path }: { path: string }) => entryAt(repository, commit, path),
    history: (args: HistoryArguments & PageArguments) => {
      const found = historyOf(repository.objects, commit, args);
      const nodes = found.map((past) => commitObject(repository, past));
      return connection('history', nodes, (node) => nodes.indexOf(node), args);
    },
    additions: () => changedLines(repository.objects, commit).additions,
    deletions: () => changedLines(repository.objects, commit).deletions,
    parents: (args: PageArguments) => {
      const commits = parents.flatMap((parent) => repository.objects.commits.get(parent) ?? []);
      const nodes = commits.map((parent) => commitObject(repository, parent));
      return connection('parents', nodes, (node) => nodes.indexOf(node), args);
    },
  };
}

export function refObject(repository: RepositoryState, branch: string): object | null {
  const commit = repository.find(`refs/heads/${branch}`);
  if (commit === null) return null;
  const name = branch.replace(/^[^:]*:/, '');
  return { id: `REF_${branch}`, name, prefix: 'refs/heads/', target: () => commitObject(repository, commit) };
}

function treeObject(repository: RepositoryState, oid: string, prefix: string): object {
  const entries = repository.objects.trees.get(oid) ?? [];
  return {
    ...common('Tree', repository, oid),
    entries: () => entries.map((entry) => entryObject(repository, entry, `${prefix}${entry.name}`)),
  };
}

function entryAt(
  repository: RepositoryState,
  { tree }: Commit,
  path: string,
): ReturnType<typeof entryObject> | null {
  const names = path.split('/');
  let entries = repository.objects.trees.get(tree);
  for (const [index, name] of names.entries()) {
    const entry = entries?.find((each) => each.name === name);
    if (entry === undefined) return null;
    if (index === names.length - 1) return entryObject(repository, entry, path);
    entries = repository.objects.trees.get(entry.oid);
  }
  return null;
}

function entryObject(repository: RepositoryState, { name, mode, oid }: TreeEntry, path: string) {
  const bytes = repository.objects.blobs.get(oid);
  const extension = /\.[^.]*$/.exec(name)?.[0] ?? '';
  return {
    ...{
      name,
      path,
      oid,
      extension,
      mode: Number.parseInt(mode, 8),
      size: bytes?.length ?? 0,
      isGenerated: false,
    },
    type: mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob',
    // What a submodule is at lies in another repository.
    object: (): object | null => {
      if (mode === '040000') return treeObject(repository, oid, `${path}/`);
      return bytes === undefined || mode === '160000' ? null : blobObject(repository, oid, bytes);
    },
  };
}

function blobObject(repository: RepositoryState, oid: string, bytes: Uint8Array): object {
  // As git decides: a zero among the first 8,000 bytes.
  const isBinary = bytes.subarray(0, 8_000).includes(0);
  return {
    ...common('Blob', repository, oid),
    ...{ isBinary, byteSize: bytes.length },
    isTruncated: (_: unknown, { world }: Call) => !isBinary && bytes.length > world.limits.textBytes,
    text: (_: unknown, { world }: Call) =>
      isBinary ? null : Buffer.from(bytes).subarray(0, world.limits.textBytes).toString(),
  };
}

function common(type: 'Commit' | 'Tree' | 'Blob', { fullName }: RepositoryState, oid: string): object {
  const commitResourcePath = `/${fullName}/commit/${oid}`;
  return {
    ...{ __typename: type, id: `${type}_${oid}`, oid, abbreviatedOid: oid.slice(0, 7), commitResourcePath },
    commitUrl: `https://github.com${commitResourcePath}`,
  };
}
