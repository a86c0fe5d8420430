import type { Files, FileVersion } from './git-objects.ts';
import { similarity } from './similarity.ts';

type ChangeStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'changed';

export interface ChangedFile {
  readonly path: string;
  readonly status: ChangeStatus;
  /** The id at the head, for a removed file at the base. */
  readonly oid: string;
  readonly previousPath: string | null;
}

type Blobs = ReadonlyMap<string, Uint8Array>;
interface Side extends FileVersion {
  readonly path: string;
}

/** In per cent, as `git diff --find-renames` takes it. */
const RENAME_THRESHOLD = 50;
/** git looks for inexact renames only while removed × added files stay under the square of this. */
const RENAME_LIMIT = 1_000;

/** What `git diff --name-status --find-renames` tells, in the order of the paths. */
export function changedFiles(blobs: Blobs, base: Files, head: Files): readonly ChangedFile[] {
  const removed: Side[] = [];
  const added: Side[] = [];
  const changes: ChangedFile[] = [];
  for (const [path, before] of base) {
    const after = head.get(path);
    if (after === undefined) removed.push({ path, ...before });
    else if (after.oid !== before.oid || after.mode !== before.mode) {
      const status = kind(before) === kind(after) ? 'modified' : 'changed';
      changes.push({ path, status, oid: after.oid, previousPath: null });
    }
  }
  for (const [path, after] of head) if (!base.has(path)) added.push({ path, ...after });

  const renames = findRenames(blobs, removed, added);
  const sources = new Set(renames.values());
  for (const { path, oid } of added) {
    const previousPath = renames.get(path) ?? null;
    changes.push({ path, oid, previousPath, status: previousPath === null ? 'added' : 'renamed' });
  }
  for (const { path, oid } of removed) {
    if (!sources.has(path)) changes.push({ path, oid, previousPath: null, status: 'removed' });
  }
  return changes.sort((left, right) => Buffer.compare(Buffer.from(left.path), Buffer.from(right.path)));
}

/** New path to old path; the same content first, then the most alike. */
function findRenames(blobs: Blobs, removed: readonly Side[], added: readonly Side[]): Map<string, string> {
  const renames = new Map<string, string>();
  const free = new Map(removed.map((side) => [side.path, side]));
  const byContent = new Map<string, string[]>();
  for (const { path, ...version } of removed) {
    const key = `${kind(version)} ${version.oid}`;
    byContent.set(key, [...(byContent.get(key) ?? []), path]);
  }
  for (const { path, ...version } of added) {
    const sources = byContent.get(`${kind(version)} ${version.oid}`) ?? [];
    const source = sources.find((from) => baseName(from) === baseName(path)) ?? sources[0];
    if (source === undefined) continue;
    sources.splice(sources.indexOf(source), 1);
    free.delete(source);
    renames.set(path, source);
  }

  const targets = added.filter((side) => !renames.has(side.path) && kind(side) === 'file');
  const sources = [...free.values()].filter((side) => kind(side) === 'file');
  if (targets.length * sources.length > RENAME_LIMIT ** 2) return renames;
  const candidates = targets.flatMap((target) =>
    sources
      .map((source) => ({ from: source.path, to: target.path, score: score(blobs, source, target) }))
      .filter(({ score }) => score >= RENAME_THRESHOLD),
  );
  candidates.sort((left, right) => right.score - left.score);
  for (const { from, to } of candidates) {
    if (renames.has(to) || !free.delete(from)) continue;
    renames.set(to, from);
  }
  return renames;
}

function score(blobs: Blobs, source: Side, target: Side): number {
  return similarity(blobs.get(source.oid) ?? new Uint8Array(), blobs.get(target.oid) ?? new Uint8Array());
}

function kind({ mode }: Omit<FileVersion, 'oid'>): 'file' | 'symlink' | 'submodule' {
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
