import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemReason } from '../outlets/system-reason.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import { isWithin } from '../repository/git/is-within.ts';
import { systemCode } from '../system-code.ts';

/**
 * Writes a file that is not there yet, with the folders on the way.
 * @param path from the root.
 * @returns false where a file, a folder or a link of that name is there already: it stays as it is.
 * @throws {PlanCheckError} when it cannot be written, or when a link on the way leads out of the root.
 */
export async function writeNewFile(root: string, path: string, text: string): Promise<boolean> {
  await requireInside(root, path);
  const file = join(root, path);
  const fail = (error: unknown) =>
    new PlanCheckError(
      `"${path}" could not be written (${systemReason(error)}): take away what is in the way, or write elsewhere.`,
    );
  await mkdir(dirname(file), { recursive: true }).catch((error: unknown) => {
    throw fail(error);
  });
  return writeFile(file, text, { flag: 'wx' }).then(
    () => true,
    (error: unknown) => {
      if (['EEXIST', 'EISDIR'].includes(systemCode(error) ?? '')) return false;
      throw fail(error);
    },
  );
}

/** The nearest folder that is there decides: those below it will be made, and are no links. */
async function requireInside(root: string, path: string): Promise<void> {
  const top = await realpath(root);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const real = await realpath(join(root, folder)).catch(() => null);
    if (real !== null && isWithin(top, real)) return;
    if (real !== null)
      throw new PlanCheckError(
        `"${folder}" leads out of "${root}", so nothing was written: put a folder in place of the link.`,
      );
    if (folder === '.') return;
  }
}
