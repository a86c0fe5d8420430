import { changedFiles } from './changed-files.ts';
import type { Commit, Files, ObjectStore } from './git-objects.ts';

export interface HistoryArguments {
  readonly path?: string | null;
  /** ISO 8601; commits from then on. */
  readonly since?: string | null;
}

/**
 * What `git log -- path` shows, the newest first: where one parent has the same files, only that parent is followed,
 * and the commit is left out.
 */
export function historyOf(
  { commits }: ObjectStore,
  head: Commit,
  { path = null, since = null }: HistoryArguments,
): readonly Commit[] {
  const found = new Map<string, Commit>();
  const seen = new Set<string>();
  const waiting = [head];
  for (let commit = waiting.pop(); commit !== undefined; commit = waiting.pop()) {
    if (seen.has(commit.oid)) continue;
    seen.add(commit.oid);
    const parents = commit.parents.flatMap((oid) => commits.get(oid) ?? []);
    const here = filesAt(commit.files, path);
    const same = path === null ? undefined : parents.find(({ files }) => filesAt(files, path) === here);
    if (same === undefined && (path === null || here !== '' || parents.length > 0))
      found.set(commit.oid, commit);
    waiting.push(...(same === undefined ? parents : [same]));
  }
  const from = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since) / 1000;
  return [...found.values()].filter(({ time }) => time >= from).sort((a, b) => b.time - a.time);
}

/** A file, or everything below a folder, as one text. */
function filesAt(files: Files, path: string | null): string {
  const below = [...files].filter(([name]) => path === null || name === path || name.startsWith(`${path}/`));
  return below
    .map(([name, { mode, oid }]) => `${name} ${mode} ${oid}`)
    .sort()
    .join('\n');
}

/** Lines that a commit adds and takes away, compared with its first parent; roughly, but 0 where nothing changed. */
export function changedLines(
  { blobs, commits }: ObjectStore,
  { files, parents }: Commit,
): { readonly additions: number; readonly deletions: number } {
  const before: Files = commits.get(parents[0] ?? '')?.files ?? new Map();
  let [additions, deletions] = [0, 0];
  for (const { path, previousPath, status } of changedFiles(blobs, before, files)) {
    const old = linesOf(blobs, before.get(previousPath ?? path)?.oid);
    const now = status === 'removed' ? [] : linesOf(blobs, files.get(path)?.oid);
    additions += now.filter((line) => !old.includes(line)).length;
    deletions += old.filter((line) => !now.includes(line)).length;
  }
  return { additions, deletions };
}

const linesOf = (blobs: ObjectStore['blobs'], oid: string | undefined): readonly string[] => {
  const bytes = oid === undefined ? undefined : blobs.get(oid);
  return bytes === undefined || bytes.length === 0 ? [] : Buffer.from(bytes).toString().split('\n');
};
