import type { Stats } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../../system-code.ts';
import type { Door, DoorKind, Doors } from '../repository.ts';
import { askGit } from './git.ts';
import { doorKindOf, readAbsentEntries, readIndex, type Tree } from './git-tree.ts';
import { readBlobs } from './read-blobs.ts';
import { AT_ONCE, isInside } from './read-disk-file.ts';

/** Links, submodules and the like among paths of a list, as they lie on the disk. No link is followed. */
export async function doorsOnDisk(root: string, paths: readonly string[]): Promise<Doors> {
  const { doors, unknown } = await lookAt(root, paths);
  return { doors, gap: gapOf(unknown) };
}

/** The same in a git work tree; what a sparse check-out leaves out is taken from the index. */
export async function doorsInWorkTree(root: string, paths: readonly string[]): Promise<Doors> {
  const { doors, files, absent, unknown } = await lookAt(root, paths);
  const asFiles = files.length > 0 && !(await makesLinks(root)) ? await linksInIndex(root, files) : [];
  const missing =
    absent.length === 0 ? [] : (await doorsInTree(root, await readAbsentEntries(root), absent)).doors;
  const left = [...asFiles, ...missing];
  return { doors: [...doors, ...left], gap: gapOf(unknown) };
}

/** False where git writes what a link says into a plain file, as it does on some systems. */
async function makesLinks(root: string): Promise<boolean> {
  const answer = await askGit(root, ['config', '--type=bool', 'core.symlinks']);
  return !answer.ok || answer.output.trim() !== 'false';
}

async function linksInIndex(root: string, paths: readonly string[]): Promise<readonly Door[]> {
  const { doors } = await doorsInTree(root, await readIndex(root), paths);
  return doors.filter(({ kind }) => kind === 'symbolic-link');
}

/** The same in a commit. */
export async function doorsInTree(root: string, tree: Tree, paths: readonly string[]): Promise<Doors> {
  const found = paths.flatMap((path) => {
    const entry = tree.get(path);
    const kind = entry === undefined ? null : doorKindOf(entry);
    return entry === undefined || kind === null ? [] : [{ path, kind, id: entry.id }];
  });
  const targets = await readBlobs(
    root,
    found.flatMap(({ kind, id }) => (kind === 'symbolic-link' ? [id] : [])),
  );
  const doors = found.map(({ path, kind, id }): Door => {
    const target = kind === 'symbolic-link' ? targets.get(id) : undefined;
    return { path, kind, target: target?.kind === 'text' ? target.text : null };
  });
  return { doors, gap: null };
}

interface Looked {
  readonly doors: readonly Door[];
  readonly files: readonly string[];
  /** Paths at which nothing is. */
  readonly absent: readonly string[];
  /** Paths at which nobody may look. */
  readonly unknown: readonly string[];
}

async function lookAt(root: string, paths: readonly string[]): Promise<Looked> {
  const doors: Door[] = [];
  const [files, absent, unknown]: [string[], string[], string[]] = [[], [], []];
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const batch = paths.slice(start, start + AT_ONCE).filter(isInside);
    const answers = await Promise.all(batch.map((path) => doorOnDisk(root, path)));
    for (const [index, path] of batch.entries()) {
      const answer = answers[index] ?? 'file';
      if (answer === 'absent') absent.push(path);
      else if (answer === 'unknown') unknown.push(path);
      else if (answer === 'file') files.push(path);
      else doors.push(answer);
    }
  }
  return { doors, files, absent, unknown };
}

async function doorOnDisk(root: string, path: string): Promise<Door | 'file' | 'absent' | 'unknown'> {
  const full = join(root, path);
  try {
    const stats = await lstat(full);
    if (stats.isFile()) return 'file';
    const kind = kindOf(stats);
    const target = kind === 'symbolic-link' ? await readlink(full).catch(() => null) : null;
    return { path, kind, target };
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'unknown';
  }
}

/** A list of files names no folder but one that is a repository of its own. */
function kindOf(stats: Stats): DoorKind {
  if (stats.isSymbolicLink()) return 'symbolic-link';
  return stats.isDirectory() ? 'submodule' : 'special-file';
}

function gapOf([first, ...others]: readonly string[]): string | null {
  if (first === undefined) return null;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `Whether "${first}"${more} may hide plans is not known, since it cannot be looked at; correct its permissions.`;
}
