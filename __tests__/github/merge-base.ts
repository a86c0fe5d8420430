import type { Commit } from './git-objects.ts';

type Commits = ReadonlyMap<string, Commit>;

/** The commit itself and everything before it. */
export function ancestors(commits: Commits, oid: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [oid];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(commits.get(next)?.parents ?? []));
  }
  return seen;
}

/** The best common ancestor. Here every commit is newer than its parents, so the newest one is no ancestor of another. */
export function mergeBase(commits: Commits, left: string, right: string): string | null {
  const ofLeft = ancestors(commits, left);
  const common = [...ancestors(commits, right)].filter((oid) => ofLeft.has(oid));
  const time = (oid: string): number => commits.get(oid)?.time ?? 0;
  return common.sort((a, b) => time(b) - time(a))[0] ?? null;
}
