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

/** The best common ancestor: one that no other common ancestor descends from, the newest of several. */
export function mergeBase(commits: Commits, left: string, right: string): string | null {
  const ofLeft = ancestors(commits, left);
  const common = [...ancestors(commits, right)].filter((oid) => ofLeft.has(oid));
  const best = common.filter(
    (oid) => !common.some((other) => other !== oid && ancestors(commits, other).has(oid)),
  );
  best.sort((a, b) => (commits.get(b)?.time ?? 0) - (commits.get(a)?.time ?? 0));
  return best[0] ?? null;
}
