import { randomUUID } from 'node:crypto';
import { lstat, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isWithin } from '../repository/git/is-within.ts';
import { systemCode } from '../system-code.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Writes a file all at once, and makes the folders on the way: whoever reads it, or ends us meanwhile, gets the old one, the new one
 * or none, and never a half. What is no file, such as a pipe, is written as it is. Rejects with the system's error.
 */
export async function writeWhole(path: string, text: string | Iterable<string>): Promise<void> {
  await requireNoWayOut(path);
  await makeFolder(resolve(dirname(path)));
  const before = await stat(path).catch(() => null);
  if (before !== null && !before.isFile()) return writeFile(path, text);
  const target = before === null ? resolve(path) : await realpath(path);
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    if (before === null || !isClosedFolder(error)) throw error;
    await writeFile(target, text);
  }
}

/** A check-out may hold links of a stranger's: what is to be written inside of the working directory stays there. */
async function requireNoWayOut(path: string): Promise<void> {
  const top = process.cwd();
  if (!isBelow(top, resolve(path))) return;
  for (let at = resolve(path); isBelow(top, at); at = dirname(at)) {
    const stats = await lstat(at).catch(() => null);
    if (stats === null) continue;
    const real = await realpath(at).catch(() => null);
    if (real !== null && isBelow(await realpath(top), real)) return;
    throw Object.assign(new Error(`"${at}" leads out of the working directory`), { code: 'ELOOP' });
  }
}

const isBelow = (folder: string, path: string): boolean =>
  resolve(folder) !== resolve(path) && isWithin(folder, path);

/** A file may be open to us in a folder that is not. */
const isClosedFolder = (error: unknown): boolean =>
  ['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? '');
