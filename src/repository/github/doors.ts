import type { Door, DoorKind, Doors } from '../repository.ts';
import type { GitHubClient } from './client.ts';
import { answeredKind, KIND_FRAGMENT } from './file-answer.ts';
import { readEntries } from './read-entries.ts';
import type { Tree } from './tree.ts';
import type { Where } from './where.ts';

/** Links whose targets a run asks for, one request each; where the others lead is not known. */
const MAX_TARGETS = 20;

/** By the id of what a link says: strangers may commit many links, and many that say the same. */
export type LinkTargets = Map<string, Promise<string | null>>;
/** Entries that are asked for by their paths where the tree does not tell them, some hundreds in one request. */
const MAX_ASKED = 2_000;

const KINDS: ReadonlyMap<string, DoorKind> = new Map([
  ['120000', 'symbolic-link'],
  ['160000', 'submodule'],
]);

/** Links and submodules among these paths of a commit: as its tree has them, and where that was cut, as they are read. */
export async function doorsInCommit(
  client: GitHubClient,
  where: Where,
  { commit, tree, targets }: { readonly commit: string; readonly tree: Tree; readonly targets: LinkTargets },
  paths: readonly string[],
): Promise<Doors> {
  const wanted = new Set(paths);
  const entries = tree.files.filter(({ path }) => wanted.has(path));
  const told = await Promise.all(
    entries
      .flatMap(({ path, oid, mode }) => {
        const kind = KINDS.get(mode);
        return kind === undefined ? [] : [{ path, kind, oid }];
      })
      .map(async ({ path, kind, oid }): Promise<Door> => {
        if (kind !== 'symbolic-link') return { path, kind, target: null };
        if (!targets.has(oid) && targets.size < MAX_TARGETS) targets.set(oid, linkTarget(client, where, oid));
        return { path, kind, target: (await targets.get(oid)) ?? null };
      }),
  );
  if (tree.isComplete) return { doors: told, gap: null };

  const known = new Set(entries.map(({ path }) => path));
  const left = paths.filter((path) => !known.has(path));
  const asked = left.slice(0, MAX_ASKED);
  const read: Door[] = [];
  let unknown = left.length - asked.length;
  await readEntries(
    client,
    where,
    asked.map((path) => ({ commit, path })),
    {
      fragment: KIND_FRAGMENT,
      take({ path }, { answers, errors, index }) {
        const kind = answeredKind(answers, errors, index);
        if (kind === 'symbolic-link' || kind === 'submodule') read.push({ path, kind, target: null });
        return kind !== null;
      },
      giveUp: () => {
        unknown += 1;
      },
    },
  );
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
