import type { Plan, Reference } from '../plan/plan.ts';
import { referenceCandidates } from './reference-candidates.ts';

export { referenceCandidates };

/** How the references between plans resolve. Made before the rules run, so that they stay pure. */
export interface Relations {
  /** Where a plan's reference leads: a path of the repository, nowhere, outside of it, or not known. */
  resolve(plan: Plan, reference: Reference): Resolution;
  /** The plan at a path, when it was loaded. */
  planAt(path: string): Plan | null;
  /** Whether there is a file or a folder at a path; null when the run does not know. */
  exists(path: string): boolean | null;
  /** Every plan that was loaded: on a scan all, on a change the changed ones and what they refer to. */
  readonly plans: readonly Plan[];
  /** Every file of the repository, where the run knows them; else null. */
  readonly files: ReadonlySet<string> | null;
  /** Those of `files` that are plans by their path; null where `files` is. */
  readonly planFiles: readonly string[] | null;
}

export type Resolution =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'external' }
  | { readonly kind: 'unknown' };

export interface KnownFiles {
  /** By path. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** Whether there is a file or a folder at a path; null when the run does not know. */
  readonly exists: (path: string) => boolean | null;
  /** Whether what is there is a folder: a file of the same name with ".md" counts before it. */
  readonly isFolder?: (path: string) => boolean;
  /** Every file, where the run knows them. */
  readonly files?: ReadonlySet<string> | null;
  /** Those of `files` that are plans by their path. */
  readonly planFiles?: readonly string[];
}

/** The relations of one side, from what the run knows of its files. */
export function makeRelations({
  plans,
  exists,
  isFolder = () => false,
  files = null,
  planFiles = [],
}: KnownFiles): Relations {
  const isThere = (path: string): boolean | null => (plans.has(path) ? true : exists(path));
  return {
    resolve: (plan, { target }) => resolve(referenceCandidates(plan.path, target), isThere, isFolder),
    planAt: (path) => plans.get(path) ?? null,
    exists: isThere,
    plans: [...plans.values()],
    files,
    planFiles: files === null ? null : planFiles,
  };
}

/** The first candidate that is there counts; one that nobody looked at keeps the others from being called missing. */
function resolve(
  candidates: readonly string[] | 'external',
  isThere: (path: string) => boolean | null,
  isFolder: (path: string) => boolean,
): Resolution {
  if (candidates === 'external') return { kind: 'external' };
  const present = candidates.filter((path) => isThere(path) === true);
  const found = present.find((path) => !isFolder(path)) ?? present[0];
  if (found !== undefined) return { kind: 'found', path: found };
  return candidates.some((path) => isThere(path) === null) ? { kind: 'unknown' } : { kind: 'missing' };
}
