import { liesBelow } from '../../lies-below.ts';
import type { FileContent } from '../repository.ts';
import { untrackedEntries } from './changed-files.ts';
import { git, records } from './git.ts';
import { type Located, locateInTree, readAbsentEntries } from './git-tree.ts';
import { readDiskFiles } from './read-disk-file.ts';

/** Every file of the work tree that git knows or would add, with links and repositories inside of it. */
export async function workTreeFiles(root: string): Promise<readonly string[]> {
  const tracked = records(await git(root, ['ls-files', '-z', '--cached']));
  const deleted = new Set(records(await git(root, ['ls-files', '-z', '--deleted'])));
  const { files, repositories } = await untrackedEntries(root);
  const others = new Set([...files, ...repositories]);
  // Through a link that took the place of its folder, a file seems to be there still.
  const present = tracked.filter((path) => !deleted.has(path) && !liesBelow(path, others));
  return [...new Set([...present, ...others])];
}

/** Files as they lie on the disk; what a sparse check-out leaves out is taken from the index. */
export async function locateInWorkTree(root: string, paths: readonly string[]): Promise<readonly Located[]> {
  const contents = await readDiskFiles(root, paths);
  if (!contents.some(mayBeAbsent)) return contents.map((content) => ({ content }));
  const absent = await readAbsentEntries(root);
  return contents.map((content, index) => {
    const path = paths[index] ?? '';
    return mayBeAbsent(content) && absent.has(path) ? locateInTree(absent, path) : { content };
  });
}

/** A submodule that is not checked out is an empty folder. */
const mayBeAbsent = (content: FileContent): boolean =>
  content.kind === 'missing' || (content.kind === 'unreadable' && content.reason === 'folder');
