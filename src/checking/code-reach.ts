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
  /** How many files an entry covers. */
  breadthOf(entry: CodeEntry): Breadth;
}

/** `too-broad`: so many that a change of one of them says nothing about a plan; `unknown` once all looks are used up. */
export type Breadth = 'narrow' | 'too-broad' | 'unknown';

/** Share of all files from which on an entry is too broad. */
const TOO_BROAD = 0.2;
/** Files that a glob is held against: of more, every second, every third and so on stands for the others. */
const SAMPLE = 5_000;
/** Files that all globs of a run are held against, but for those in narrow folders: they take a minute at the worst. */
export const MAX_LOOKS = 20_000_000;

/** Reads entries, each way of writing once, and knows how much of the repository they cover. */
export function codeReach(files: readonly string[], maxLooks = MAX_LOOKS): CodeReach {
  const entries = new Map<string, CodeEntry>();
  const breadths = new Map<string, Breadth>();
  const below = filesBelow(files);
  const all = files.length;
  const step = Math.ceil(all / SAMPLE);
  const sample = files.filter((_, index) => index % step === 0);
  let looks = 0;

  const measure = (entry: CodeEntry): Breadth => {
    const limit = all * TOO_BROAD;
    const near = (path: string): number => (path === '' ? all : (below.get(path) ?? 0));
    const breadth = (count: number): Breadth => (count > Math.max(limit, 1) ? 'too-broad' : 'narrow');
    if (entry.kind === 'path') return breadth(Math.max(...entry.spellings.map(near)));
    if (near(entry.folder) <= limit) return 'narrow';
    looks += sample.length;
    if (looks > maxLooks) return 'unknown';
    return breadth(step * sample.filter((path) => entry.matches(path)).length);
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
    breadthOf(entry) {
      const known = breadths.get(entry.key) ?? measure(entry);
      breadths.set(entry.key, known);
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
