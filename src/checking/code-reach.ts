import type { Plan } from '../plan/plan.ts';
import { foldersOf } from '../repository/folders-of.ts';
import { type RelatedCodeMatcher, relatedCodeOf } from '../rules/related-code.ts';

/** An entry of `related_code` that is about files of this repository. */
export type CodeEntry = Extract<RelatedCodeMatcher, { readonly kind: 'path' | 'glob' }> & {
  /** As written. */
  readonly pattern: string;
  /** The same for entries that are about the same files. */
  readonly key: string;
};

export interface CodeReach {
  /** What a plan names; without entries that are about nothing here. */
  entriesOf(plan: Plan): readonly CodeEntry[];
  /** It covers so many files that a change of one of them says nothing about a plan. */
  isTooBroad(entry: CodeEntry): boolean;
}

/** Share of all files from which on an entry is too broad. */
const TOO_BROAD = 0.2;

/** Reads entries, each way of writing once, and knows how much of the repository they cover. */
export function codeReach(files: readonly string[]): CodeReach {
  const entries = new Map<string, CodeEntry>();
  const broad = new Map<string, boolean>();
  const below = filesBelow(files);
  const all = files.length;

  const measure = (entry: CodeEntry): boolean => {
    const limit = all * TOO_BROAD;
    const near = (path: string): number => (path === '' ? all : (below.get(path) ?? 0));
    if (entry.kind === 'path') return entry.spellings.some((path) => near(path) > Math.max(limit, 1));
    if (near(entry.folder) <= limit) return false;
    return files.filter((path) => entry.matches(path)).length > Math.max(limit, 1);
  };
  return {
    entriesOf(plan) {
      return relatedCodeOf(plan).flatMap(({ entry: { pattern }, code }) => {
        if (code.kind !== 'path' && code.kind !== 'glob') return [];
        const key = JSON.stringify([code.kind, ...code.spellings]);
        const entry = entries.get(key) ?? { ...code, pattern, key };
        entries.set(key, entry);
        return [{ ...entry, pattern }];
      });
    },
    isTooBroad(entry) {
      const known = broad.get(entry.key) ?? measure(entry);
      broad.set(entry.key, known);
      return known;
    },
  };
}

/** How many files lie below each folder. */
function filesBelow(files: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of files) {
    for (const folder of foldersOf([path])) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}
