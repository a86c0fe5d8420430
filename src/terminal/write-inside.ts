import { randomUUID } from 'node:crypto';
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemReason } from '../outlets/system-reason.ts';
import { PlanCheckError } from '../plan-check-error.ts';

/**
 * Writes a file of a repository, all of it at once, with the folders around it. Through a symbolic link it would land wherever a stranger's
 * repository says, so none is followed.
 * @param path from the root, inside of it.
 * @param name of the file in messages: `baseline`.
 * @throws {PlanCheckError} when it cannot be written.
 */
export async function writeInside(
  root: string,
  path: string,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<void> {
  const cure = `correct "${name}" in the configuration.`;
  const parts = path.split('/');
  for (const [index] of parts.entries()) {
    const there = await lstat(join(root, ...parts.slice(0, index + 1))).catch(() => null);
    if (there === null) break;
    const isLast = index === parts.length - 1;
    if (isLast ? !there.isFile() : !there.isDirectory()) {
      throw new PlanCheckError(
        `The ${name} "${path}" is ${isLast ? 'no file' : 'not in a folder of the repository'}; ${cure}`,
      );
    }
  }
  const full = join(root, path);
  const temporary = join(dirname(full), `.${name}.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(full), { recursive: true });
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, full);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw new PlanCheckError(`The ${name} "${path}" could not be written (${systemReason(error)}); ${cure}`);
  }
}
