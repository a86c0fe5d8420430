import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ChangedFile } from '../repository.ts';
import { git, records } from './git.ts';
import { withoutFilters } from './without-filters.ts';

/** Renames are looked for; no program of the configuration takes part. Run at the root, it gives paths from there. */
const DIFF = [
  'diff',
  '--name-status',
  '-z',
  '-M',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--ignore-submodules=dirty',
] as const;

type Environment = Readonly<Record<string, string>>;

/** Files that differ between two commits, by path. */
export async function changedBetween(
  root: string,
  base: string,
  head: string,
): Promise<readonly ChangedFile[]> {
  return sorted(parseNameStatus(await git(root, [...DIFF, base, head, '--'])));
}

/** Files that differ between a commit and the work tree, with those that git does not know yet and does not ignore. */
export async function changedInWorkTree(root: string, base: string): Promise<readonly ChangedFile[]> {
  const env = await withoutFilters(root);
  const tracked = parseNameStatus(await git(root, [...DIFF, base, '--'], { env }));
  const { files: untracked, repositories } = await untrackedEntries(root);
  const inner = repositories.map(added);
  if (untracked.length === 0) return sorted([...tracked, ...inner]);
  // Without a place for the copy the files count as removed and added, which is also true.
  const moves = tracked.some(({ change }) => change === 'removed')
    ? await changedWithMoves(root, base, { untracked, filters: env }).catch(() => null)
    : null;
  return sorted([...(moves ?? [...tracked, ...untracked.map(added)]), ...inner]);
}

/** Paths that git neither knows nor ignores: files, links, and whole repositories inside the work tree. */
export async function untrackedEntries(
  root: string,
): Promise<{ readonly files: readonly string[]; readonly repositories: readonly string[] }> {
  const paths = records(await git(root, ['ls-files', '-z', '--others', '--exclude-standard']));
  return {
    files: paths.filter((path) => !path.endsWith('/')),
    repositories: paths.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1)),
  };
}

/**
 * A file that was moved and not yet added is gone in one place and unknown in another. Git finds the two together when
 * it expects the new one, so that is noted in a copy of the index, with a store of objects beside the real one.
 */
async function changedWithMoves(
  root: string,
  base: string,
  { untracked, filters }: { readonly untracked: readonly string[]; readonly filters: Environment },
): Promise<readonly ChangedFile[]> {
  const [index = '', objects = ''] = await gitPaths(root, ['index', 'objects']);
  const folder = await mkdtemp(join(tmpdir(), 'plan-check-'));
  try {
    await copyFile(index, join(folder, 'index'));
    const env = {
      ...filters,
      GIT_INDEX_FILE: join(folder, 'index'),
      GIT_OBJECT_DIRECTORY: folder,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(objects),
    };
    const input = untracked.map((path) => `${path}\0`).join('');
    await git(root, ['add', '--intent-to-add', '--pathspec-from-file=-', '--pathspec-file-nul'], {
      input,
      env,
    });
    return parseNameStatus(await git(root, [...DIFF, base, '--'], { env }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function gitPaths(root: string, names: readonly string[]): Promise<readonly string[]> {
  const answers = names.map(async (name) => {
    const path = await git(root, ['rev-parse', '--git-path', name]);
    return resolve(root, path.replace(/\r?\n$/, ''));
  });
  return await Promise.all(answers);
}

/** Reads `M path`, `R087 old new`, … with a NUL behind each part. A path that stands there twice is one change. */
function parseNameStatus(output: string): readonly ChangedFile[] {
  const parts = records(output)[Symbol.iterator]();
  const next = (): string => parts.next().value ?? '';
  const files = new Map<string, ChangedFile>();
  for (let status = next(); status !== ''; status = next()) {
    const file = changedFile(status, next(), next);
    files.set(file.path, file);
  }
  return [...files.values()];
}

function changedFile(status: string, path: string, next: () => string): ChangedFile {
  switch (status.charAt(0)) {
    case 'A':
      return added(path);
    case 'D':
      return { path, previousPath: null, change: 'removed' };
    case 'R':
      return { path: next(), previousPath: path, change: 'renamed' };
    case 'C':
      return added(next());
    default:
      // Modified, of another type, or with an unresolved conflict.
      return { path, previousPath: null, change: 'modified' };
  }
}

const added = (path: string): ChangedFile => ({ path, previousPath: null, change: 'added' });

const sorted = (files: readonly ChangedFile[]): readonly ChangedFile[] =>
  files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
