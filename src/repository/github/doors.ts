import type { Door, DoorKind, Doors } from '../repository.ts';
import type { GitHubClient } from './client.ts';
import { readCommitFiles } from './read-files.ts';
import type { Tree } from './tree.ts';
import type { Where } from './where.ts';

/** Links whose targets are asked for, one request each; where the others lead is not known. */
const MAX_TARGETS = 20;
/** Entries that are asked for one by one where the tree does not tell them. */
const MAX_ASKED = 200;

const KINDS: ReadonlyMap<string, DoorKind> = new Map([
  ['120000', 'symbolic-link'],
  ['160000', 'submodule'],
]);

/** Links and submodules among these paths of a commit: as its tree has them, and where that was cut, as they are read. */
export async function doorsInCommit(
  client: GitHubClient,
  where: Where,
  { commit, tree }: { readonly commit: string; readonly tree: Tree },
  paths: readonly string[],
): Promise<Doors> {
  const wanted = new Set(paths);
  const entries = tree.files.filter(({ path }) => wanted.has(path));
  const links = entries.filter(({ mode }) => KINDS.get(mode) === 'symbolic-link').slice(0, MAX_TARGETS);
  const targets = new Map(
    await Promise.all(links.map(async ({ oid }) => [oid, await linkTarget(client, where, oid)] as const)),
  );
  const told = entries.flatMap(({ path, oid, mode }): readonly Door[] => {
    const kind = KINDS.get(mode);
    return kind === undefined ? [] : [{ path, kind, target: targets.get(oid) ?? null }];
  });
  if (tree.isComplete) return { doors: told, gap: null };

  const known = new Set(entries.map(({ path }) => path));
  const left = paths.filter((path) => !known.has(path));
  const asked = left.slice(0, MAX_ASKED);
  const contents = await readCommitFiles(
    client,
    where,
    asked.map((path) => ({ commit, path })),
  );
  const read = contents.flatMap((content, index): readonly Door[] => {
    const kind = content.kind === 'unreadable' ? content.reason : null;
    return kind === 'symbolic-link' || kind === 'submodule'
      ? [{ path: asked[index] ?? '', kind, target: null }]
      : [];
  });
  const unknown = left.length - asked.length + contents.filter(({ kind }) => kind === 'failed').length;
  const gap = `Whether ${unknown} of the changed files are links or submodules that may hide plans is not known, because the repository is too large. Split the change into smaller ones.`;
  return { doors: [...told, ...read], gap: unknown === 0 ? null : gap };
}

/** null where GitHub does not tell. */
async function linkTarget(client: GitHubClient, { owner, repo }: Where, oid: string): Promise<string | null> {
  try {
    const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
    const { data } = await client.request(route, { owner, repo, file_sha: oid });
    return Buffer.from(data.content, 'base64').toString('utf8');
  } catch {
    return null;
  }
}
