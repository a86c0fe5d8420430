import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { PlanCheckError } from '../plan-check-error.ts';
import { repositoryRoot } from '../repository/git/git-repository.ts';
import { isWithin } from '../repository/git/is-within.ts';

/**
 * Refuses a path that a link of a repository, or of the working directory, leads out of it: whoever names a folder in a repository
 * does not mean a place that a stranger's commit chose, and "fix" would write there.
 * @param path as written, from `cwd`; it is there.
 * @throws {PlanCheckError} naming the link.
 */
export async function requireNoWayOut(path: string, cwd: string): Promise<void> {
  const here = await realpath(cwd);
  for (const folder of foldersOn(resolve(cwd, path))) {
    const around = await realpath(dirname(folder));
    const link = join(around, basename(folder));
    const end = await realpath(folder);
    // A link to a file is read as what it is.
    if (end === link || !(await stat(folder)).isDirectory()) continue;
    const bound = (await repositoryAround(around)) ?? (isWithin(here, around) ? here : null);
    if (bound === null || isWithin(bound, end)) continue;
    throw new PlanCheckError(
      `"${path}" leads out of "${bound}": "${relative(bound, link)}" is a symbolic link, and is not followed; name the folder that it leads to, if that is meant.`,
    );
  }
}

/** The path and every folder around it, from the outside; the root of the disk is none. */
function foldersOn(path: string): readonly string[] {
  const above = dirname(path);
  return above === path ? [] : [...foldersOn(above), path];
}

/** A repository that git does not open is not the one that is checked. */
const repositoryAround = (folder: string): Promise<string | null> => repositoryRoot(folder).catch(() => null);
