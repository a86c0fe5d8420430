import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PlanCheckError } from '../../plan-check-error.ts';
import { unknownHistory } from '../history.ts';
import type { FileList, Repository } from '../repository.ts';
import { doorsOnDisk } from './doors.ts';
import { readDiskFiles } from './read-disk-file.ts';

/** Files that a walk lists at the most; beyond that it says that it stopped. */
const MAX_FILES = 100_000;
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * A folder as it lies on the disk, without git: there is no base, and nothing has changed.
 * @throws {PlanCheckError} when `root` is no folder that can be read.
 */
export async function openDiskRepository({ root }: { readonly root: string }): Promise<Repository> {
  await entriesOf(root).catch(() => {
    throw new PlanCheckError(`"${root}" is not a folder that can be read.`);
  });
  return {
    commits: { head: null, base: null },
    isHistoryRemote: false,
    changedFiles: () => Promise.resolve({ files: [], gap: null }),
    listFiles: () => walk(root),
    doorsAmong: (paths) => doorsOnDisk(root, paths),
    readFiles: async (files) => {
      const contents = await readDiskFiles(
        root,
        files.map(({ path }) => path),
      );
      return contents.map((content, index) =>
        files[index]?.side === 'base' ? { kind: 'missing' } : content,
      );
    },
    history: (request) => Promise.resolve(unknownHistory(request, 'there is no git history here')),
    readBefore: (touches) => Promise.resolve(touches.map(() => ({ kind: 'missing' }))),
  };
}

/** Every file below a folder; links are listed and not followed. */
async function walk(root: string): Promise<FileList> {
  const paths: string[] = [];
  const closed: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await entriesOf(join(root, folder)).catch(() => null);
    if (entries === null) closed.push(folder);
    for (const entry of entries ?? []) {
      if (SKIPPED.has(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else paths.push(path);
    }
    if (paths.length > MAX_FILES) {
      return {
        paths: paths.slice(0, MAX_FILES).sort(),
        gap: `"${root}" has over ${MAX_FILES} files; check a folder below it.`,
      };
    }
  }
  return { paths: paths.sort(), gap: gapOf(closed) };
}

const entriesOf = (folder: string): Promise<Dirent[]> => readdir(folder, { withFileTypes: true });

function gapOf([first, ...others]: readonly string[]): string | null {
  if (first === undefined) return null;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `The folder "${first}"${more} could not be read; correct its permissions.`;
}
