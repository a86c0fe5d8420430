import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { openDiskRepository } from '../repository/git/disk-repository.ts';
import { openGitSnapshot, repositoryRoot } from '../repository/git/git-repository.ts';
import type { Repository } from '../repository/repository.ts';

/** A repository as it lies on the disk, and where. */
export interface OpenRepository {
  readonly root: string;
  readonly repository: Repository;
}

/** The git repository around the first path (around the working directory without one); else the folder as it lies on the disk. */
export async function openAround(paths: readonly string[], cwd: string): Promise<OpenRepository> {
  const start = resolve(cwd, paths[0] ?? '.');
  const folder = (await isFolder(start)) ? start : dirname(start);
  const root = await repositoryRoot(folder);
  return root === null
    ? { root: folder, repository: await openDiskRepository({ root: folder }) }
    : { root, repository: await openGitSnapshot({ cwd: root, head: null }) };
}

const isFolder = async (path: string): Promise<boolean> => {
  const stats = await stat(path).catch(() => null);
  return stats?.isDirectory() ?? false;
};
