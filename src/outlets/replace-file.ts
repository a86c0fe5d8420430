import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isInside, readWithoutLinks, statWithoutLinks } from '../repository/git/read-disk-file.ts';
import { systemCode } from '../system-code.ts';

/** What became of a file that was to be written. `refused`: why, as the end of a sentence; then the file is as it was. */
export type Replaced = { readonly kind: 'written' } | { readonly kind: 'refused'; readonly reason: string };

/** What is to stand in the file; without a byte order mark, which stays where there is one. */
export interface Replacement {
  readonly before: string;
  readonly after: string;
}

/**
 * Puts another text in the place of a file of the disk, all of it at once: whoever reads it meanwhile sees the old file or the
 * new one. Its permissions stay. Follows no symbolic link, writes nothing outside of `root`, and writes over nothing
 * that was not read before: a file that says something else than `before` was changed meanwhile.
 */
export async function replaceFile(
  root: string,
  path: string,
  { before, after }: Replacement,
): Promise<Replaced> {
  if (!isInside(path)) return refused('it lies outside of the folder that is checked');
  const full = join(root, path);
  const temporary = join(dirname(full), `.${basename(full).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    const stats = await statWithoutLinks(root, path);
    if (stats === null) return refused('it is a symbolic link, or lies behind one');
    if (!stats.isFile()) return refused('it is no file');
    await access(full, constants.W_OK);
    const mark = await markBefore(full, before);
    if (mark === null) return refused(CHANGED);
    await withFile(temporary, async (file) => {
      await file.writeFile(`${mark}${after}`);
      await file.chmod(stats.mode & 0o7777);
      // Only root may give a file away; for everybody else it is theirs already, or will be.
      if (process.getuid?.() === 0) await file.chown(stats.uid, stats.gid);
      await file.sync();
    });
    if ((await markBefore(full, before)) === null) {
      await rm(temporary, { force: true });
      return refused(CHANGED);
    }
    await rename(temporary, full);
    return { kind: 'written' };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    return refused(reasonOf(error));
  }
}

const CHANGED = 'it was changed meanwhile; run "plan-check fix" again';

const refused = (reason: string): Replaced => ({ kind: 'refused', reason });

/** The byte order mark before a file's text, mostly none; null when the file says something else than `text`. */
export async function markBefore(path: string, text: string): Promise<string | null> {
  const bytes = await readWithoutLinks(path);
  const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const mark = content.slice(0, content.length - text.length);
  return content.endsWith(text) && /^\uFEFF*$/.test(mark) ? mark : null;
}

/** A new file: a link that somebody put in its place is not followed. */
async function withFile(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await write(file);
  } finally {
    await file.close();
  }
}

function reasonOf(error: unknown): string {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'it is not on the disk';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'it may not be written';
  if (code === 'ELOOP') return 'it is a symbolic link, or lies behind one';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return CHANGED;
  return `the disk refuses it (${code ?? 'for no known reason'})`;
}
