import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../../system-code.ts';
import { decodeText } from '../decode-text.ts';
import { type FileContent, MAX_FILE_BYTES } from '../repository.ts';

/** Files that are open at the same time; a system allows some hundreds. */
export const AT_ONCE = 64;

/** Files of the disk, in the order asked for. */
export async function readDiskFiles(root: string, paths: readonly string[]): Promise<readonly FileContent[]> {
  const contents: FileContent[] = [];
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const batch = paths.slice(start, start + AT_ONCE);
    contents.push(...(await Promise.all(batch.map((path) => readDiskFile(root, path)))));
  }
  return contents;
}

/**
 * A file of the disk by its path from `root`. No symbolic link is followed, neither the file nor a folder above it,
 * so that nothing outside the root is read.
 */
async function readDiskFile(root: string, path: string): Promise<FileContent> {
  if (!isInside(path)) return { kind: 'missing' };
  try {
    const stats = await statWithoutLinks(root, path);
    if (stats === null) return { kind: 'unreadable', reason: 'symbolic-link' };
    if (stats.isDirectory()) return await folderContent(join(root, path));
    if (!stats.isFile()) return { kind: 'unreadable', reason: 'special-file' };
    if (stats.size > MAX_FILE_BYTES) return { kind: 'unreadable', reason: 'too-large' };
    return decodeText(await readWithoutLinks(join(root, path)));
  } catch (error) {
    return describeError(error, path);
  }
}

/** Whether a path names something below the root. */
export const isInside = (path: string): boolean =>
  !path.includes('\0') && !path.split('/').some((part) => part === '' || part === '.' || part === '..');

/** Follows the path from the root; null when a link stands in the way. Rejects where nothing is there. */
export async function statWithoutLinks(root: string, path: string): Promise<Stats | null> {
  let stats = await lstat(root);
  let reached = root;
  for (const part of path.split('/')) {
    reached = join(reached, part);
    stats = await lstat(reached);
    if (stats.isSymbolicLink()) return null;
  }
  return stats;
}

export async function readWithoutLinks(path: string): Promise<Uint8Array> {
  // On Windows the flag does not exist.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** A folder with a repository of its own is a submodule. */
async function folderContent(path: string): Promise<FileContent> {
  try {
    await lstat(join(path, '.git'));
    return { kind: 'unreadable', reason: 'submodule' };
  } catch {
    return { kind: 'unreadable', reason: 'folder' };
  }
}

function describeError(error: unknown, path: string): FileContent {
  const code = systemCode(error);
  // A name that is not UTF-8 cannot be asked for.
  if (path.includes('\uFFFD')) return { kind: 'failed', message: 'Its name is not UTF-8; rename it.' };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'ELOOP') return { kind: 'unreadable', reason: 'symbolic-link' };
  if (code === 'EACCES' || code === 'EPERM')
    return { kind: 'failed', message: 'Its permissions do not let it be read; correct them.' };
  return { kind: 'failed', message: `The disk did not hand it out (${code ?? 'for no known reason'}).` };
}
