import type { ChangedFile } from '../repository.ts';
import type { TreeFile } from './tree.ts';

/**
 * What differs between two trees, by path. A file that went and one that came with the same content are one renamed
 * file; of several, those with the same name belong together.
 */
export function compareTrees(base: readonly TreeFile[], head: readonly TreeFile[]): readonly ChangedFile[] {
  const before = new Map(base.map((file) => [file.path, file]));
  const after = new Map(head.map((file) => [file.path, file]));
  const removed = base.filter(({ path }) => !after.has(path));
  const added = head.filter(({ path }) => !before.has(path));
  const sources = pairByContent(removed, added);
  const moved = new Set(sources.values());

  const changes: ChangedFile[] = [];
  for (const { path, oid, mode } of head) {
    const old = before.get(path);
    if (old === undefined) {
      const previousPath = sources.get(path) ?? null;
      changes.push({ path, previousPath, change: previousPath === null ? 'added' : 'renamed' });
    } else if (old.oid !== oid || old.mode !== mode) {
      changes.push({ path, previousPath: null, change: 'modified' });
    }
  }
  for (const { path } of removed) {
    if (!moved.has(path)) changes.push({ path, previousPath: null, change: 'removed' });
  }
  return changes;
}

/** New path to old path. */
function pairByContent(
  removed: readonly TreeFile[],
  added: readonly TreeFile[],
): ReadonlyMap<string, string> {
  const nameKey = (file: TreeFile): string => `${contentKey(file)} ${nameOf(file.path)}`;
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  for (const keyOf of [nameKey, contentKey]) {
    const sources = groupPaths(removed, keyOf);
    for (const file of added) {
      if (pairs.has(file.path)) continue;
      const group = sources.get(keyOf(file)) ?? [];
      let source = group.pop();
      while (source !== undefined && taken.has(source)) source = group.pop();
      if (source === undefined) continue;
      taken.add(source);
      pairs.set(file.path, source);
    }
  }
  return pairs;
}

/** The last path of a group is the first one of the tree. */
function groupPaths(
  files: readonly TreeFile[],
  keyOf: (file: TreeFile) => string,
): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files.toReversed()) {
    const group = groups.get(keyOf(file));
    if (group === undefined) groups.set(keyOf(file), [file.path]);
    else group.push(file.path);
  }
  return groups;
}

function contentKey({ oid, mode }: TreeFile): string {
  return `${mode} ${oid}`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
