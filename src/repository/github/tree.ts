import type { GitHubClient } from './client.ts';
import type { Where } from './where.ts';

export interface TreeFile {
  readonly path: string;
  /** Of the blob, for a submodule of its commit. */
  readonly oid: string;
  /** As git writes it: "100644", "120000" for a symbolic link, "160000" for a submodule. */
  readonly mode: string;
}

export interface Tree {
  readonly files: readonly TreeFile[];
  /** False when it was too large to be told whole. */
  readonly isComplete: boolean;
}

interface Folder {
  readonly oid: string;
  /** Empty, or with a slash at its end. */
  readonly prefix: string;
}

/** Requests for one tree. GitHub cuts a recursive answer at 100,000 entries or 7 MB; its folders are asked for one by one then. */
const MAX_REQUESTS = 20;

/** Every file of a commit. Rejects with octokit's errors. */
export async function readTree(client: GitHubClient, where: Where, commit: string): Promise<Tree> {
  const files: TreeFile[] = [];
  const waiting: Folder[] = [{ oid: commit, prefix: '' }];
  let requests = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (requests + 2 > MAX_REQUESTS) return { files, isComplete: false };
    requests += 1;
    const whole = await fetchTree(client, where, folder, 'with everything below');
    if (!whole.truncated) {
      files.push(...whole.files);
      continue;
    }
    requests += 1;
    const level = await fetchTree(client, where, folder, 'itself');
    files.push(...level.files);
    if (level.truncated) return { files, isComplete: false };
    waiting.push(...level.folders);
  }
  return { files, isComplete: true };
}

export interface TreeDifference {
  readonly base: readonly TreeFile[];
  readonly head: readonly TreeFile[];
}

/** A folder of both commits; null where one of them has none of this name. */
interface FolderPair {
  readonly prefix: string;
  readonly base: string | null;
  readonly head: string | null;
}

const MAX_PAIR_REQUESTS = 2 * MAX_REQUESTS;

/**
 * The files of two commits, but for some that are the same in both: where an answer is cut, only the folders that differ are
 * asked for. null when they are too large all the same. Rejects with octokit's errors.
 */
export async function readDifference(
  client: GitHubClient,
  where: Where,
  commits: { readonly base: string; readonly head: string },
): Promise<TreeDifference | null> {
  const files: { base: TreeFile[]; head: TreeFile[] } = { base: [], head: [] };
  const waiting: FolderPair[] = [{ ...commits, prefix: '' }];
  let requests = 0;
  const fetch = async (oid: string | null, prefix: string, extent: Extent): Promise<FetchedTree> => {
    if (oid === null) return NOTHING;
    requests += 1;
    return await fetchTree(client, where, { oid, prefix }, extent);
  };
  const fetchBoth = async ({ base, head, prefix }: FolderPair, extent: Extent) => {
    const before = await fetch(base, prefix, extent);
    return before.truncated ? null : { before, after: await fetch(head, prefix, extent) };
  };
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    if (requests + 4 > MAX_PAIR_REQUESTS) return null;
    let both = await fetchBoth(pair, 'with everything below');
    if (both === null || both.after.truncated) {
      both = await fetchBoth(pair, 'itself');
      if (both === null || both.after.truncated) return null;
      waiting.push(...differing(both.before.folders, both.after.folders));
    }
    files.base.push(...both.before.files);
    files.head.push(...both.after.files);
  }
  return files;
}

function differing(before: readonly Folder[], after: readonly Folder[]): readonly FolderPair[] {
  const base = new Map(before.map(({ prefix, oid }) => [prefix, oid]));
  const head = new Map(after.map(({ prefix, oid }) => [prefix, oid]));
  return [...new Set([...base.keys(), ...head.keys()])]
    .map((prefix) => ({ prefix, base: base.get(prefix) ?? null, head: head.get(prefix) ?? null }))
    .filter((pair) => pair.base !== pair.head);
}

type Extent = 'itself' | 'with everything below';

interface FetchedTree {
  readonly files: readonly TreeFile[];
  readonly folders: readonly Folder[];
  readonly truncated: boolean;
}

const NOTHING: FetchedTree = { files: [], folders: [], truncated: false };

async function fetchTree(
  client: GitHubClient,
  { owner, repo }: Where,
  { oid, prefix }: Folder,
  extent: Extent,
): Promise<FetchedTree> {
  const recursive = extent === 'itself' ? {} : { recursive: '1' };
  const { data } = await client.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    owner,
    repo,
    tree_sha: oid,
    ...recursive,
  });
  const files: TreeFile[] = [];
  const folders: Folder[] = [];
  for (const { path, type, sha, mode } of data.tree) {
    if (type === 'tree') folders.push({ oid: sha, prefix: `${prefix}${path}/` });
    else files.push({ path: `${prefix}${path}`, oid: sha, mode });
  }
  return { files, folders, truncated: data.truncated };
}
