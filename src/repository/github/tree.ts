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

async function fetchTree(
  client: GitHubClient,
  { owner, repo }: Where,
  { oid, prefix }: Folder,
  extent: 'itself' | 'with everything below',
) {
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
