import type { Watch } from './history.ts';

/** Tells which watches a path concerns, without asking each of them. */
export interface WatchIndex {
  /** Places of the watches in the list. */
  concernedBy(path: string): readonly number[];
  /** From here on, `before` is what `path` is: for the watches that follow it. */
  follow(path: string, before: string): void;
}

export function indexWatches(watches: readonly Watch[]): WatchIndex {
  const byRoot = new Map<string, number[]>();
  for (const [index, { roots }] of watches.entries()) {
    for (const root of new Set(roots)) {
      const others = byRoot.get(root);
      if (others === undefined) byRoot.set(root, [index]);
      else others.push(index);
    }
  }
  const formerly = new Map<string, readonly number[]>();
  const known = new Map<string, readonly number[]>();

  const find = (path: string): readonly number[] => {
    const near = rootsOf(path).flatMap((root) => byRoot.get(root) ?? []);
    const found = near.filter((index) => watches[index]?.matches(path) === true);
    return [...new Set([...found, ...(formerly.get(path) ?? [])])];
  };
  const concernedBy = (path: string): readonly number[] => {
    const answer = known.get(path) ?? find(path);
    known.set(path, answer);
    return answer;
  };
  return {
    concernedBy,
    follow(path, before) {
      const followers = concernedBy(path).filter((index) => watches[index]?.isFollowed === true);
      if (followers.length === 0) return;
      formerly.set(before, [...(formerly.get(before) ?? []), ...followers]);
      known.delete(before);
    },
  };
}

/** The path itself, and every folder around it up to the root. */
function rootsOf(path: string): readonly string[] {
  const roots = [path];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    roots.push(path.slice(0, slash));
  }
  return [...roots, ''];
}
