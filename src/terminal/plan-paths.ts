import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { findDoors } from '../checking/find-doors.ts';
import { didYouMean } from '../nearest.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import type { FileList, Repository } from '../repository/repository.ts';
import { selectDoors } from '../settings/plan-doors.ts';
import { selectCandidates, selectPlans } from '../settings/plan-selection.ts';
import type { Settings } from '../settings/settings.ts';
import { COMMANDS } from './command-line.ts';

/**
 * Makes sure that every named path is there.
 * @param maybeCommand as the command line has it.
 * @throws {PlanCheckError} for the first that is not.
 */
export async function requirePaths(
  paths: readonly string[],
  cwd: string,
  maybeCommand: string | null,
): Promise<void> {
  for (const path of paths) {
    if (!(await isThere(path, cwd))) throw nothingThere(path, maybeCommand);
  }
}

/**
 * The plan files that somebody names: a file as it is, of a folder every Markdown file below it that is not ignored,
 * and the links and submodules that plans may lie behind.
 * @param paths as written, from `cwd`.
 * @returns paths from the repository's root, each once, and what the list of files may lack.
 * @throws {PlanCheckError} for a path that lies outside the root.
 */
export async function planPaths(
  paths: readonly string[],
  { root, cwd }: { readonly root: string; readonly cwd: string },
  repository: Repository,
  settings: Settings,
): Promise<FileList> {
  const isCandidate = selectCandidates(settings);
  const isPlan = selectPlans(settings);
  const { leadsToPlans } = selectDoors(settings);
  const found: string[] = [];
  let list: FileList | null = null;
  let gap: string | null = null;
  for (const path of paths) {
    const inside = await insideRoot(path, root, cwd);
    if (await isFolder(path, cwd)) {
      const below = inside === '' ? '' : `${inside}/`;
      list ??= await repository.listFiles();
      const near = list.paths.filter((file) => file === inside || file.startsWith(below));
      const { doors, gap: unknown } = await findDoors(
        repository,
        near.filter((file) => file === inside || (!isCandidate(file) && leadsToPlans(file))),
        isPlan,
      );
      found.push(...near.filter(isCandidate), ...doors.map((door) => door.path));
      gap ??= list.gap ?? unknown;
    } else {
      found.push(inside);
    }
  }
  return { paths: [...new Set(found)], gap };
}

/** The file's folder is resolved as the root was, the file itself is not: a link to a plan is none. */
async function insideRoot(path: string, root: string, cwd: string): Promise<string> {
  const full = resolve(cwd, path);
  const real = (await isFolder(path, cwd))
    ? await realpath(full)
    : join(await realpath(dirname(full)), basename(full));
  const inside = relative(await realpath(root), real)
    .split(sep)
    .join('/');
  if (inside === '..' || inside.startsWith('../')) {
    throw new PlanCheckError(`"${path}" lies outside of "${root}"; check one repository at a time.`);
  }
  return inside;
}

const isFolder = async (path: string, cwd: string): Promise<boolean> =>
  (await stat(resolve(cwd, path))).isDirectory();

const isThere = (path: string, cwd: string): Promise<boolean> =>
  stat(resolve(cwd, path)).then(
    () => true,
    () => false,
  );

/** A bare word where a command may stand was most likely meant as one. */
function nothingThere(path: string, maybeCommand: string | null): PlanCheckError {
  if (path !== maybeCommand || !/^[a-z-]+$/i.test(path)) {
    return new PlanCheckError(`There is no file or folder "${path}".`);
  }
  const hint = didYouMean(path, COMMANDS) || `; the commands are ${COMMANDS.join(', ')}.`;
  return new PlanCheckError(`There is no command "${path}", and no file or folder of that name${hint}`);
}
