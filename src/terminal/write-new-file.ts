import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { PlanCheckError } from '../plan-check-error.ts';

/**
 * Writes a file that is not there yet, with the folders on the way.
 * @param path from the root.
 * @returns false where a file, a folder or a link of that name is there already: it stays as it is.
 * @throws {PlanCheckError} when it cannot be written, or when a link on the way leads out of the root.
 */
export async function writeNewFile(root: string, path: string, text: string): Promise<boolean> {
  await requireInside(root, path);
  const file = join(root, path);
  const fail = (error: unknown) => new PlanCheckError(`"${path}" could not be written (${codeOf(error)}).`);
  await mkdir(dirname(file), { recursive: true }).catch((error: unknown) => {
    throw fail(error);
  });
  return writeFile(file, text, { flag: 'wx' }).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'EEXIST' || codeOf(error) === 'EISDIR') return false;
      throw fail(error);
    },
  );
}

/** `EACCES` and the like. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

/** The nearest folder that is there decides: those below it will be made, and are no links. */
async function requireInside(root: string, path: string): Promise<void> {
  const top = await realpath(root);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const real = await realpath(join(root, folder)).catch(() => null);
    if (real === top || real?.startsWith(top.endsWith(sep) ? top : `${top}${sep}`)) return;
    if (real !== null) throw new PlanCheckError(`"${folder}" leads out of "${root}"; nothing was written.`);
    if (folder === '.') return;
  }
}
