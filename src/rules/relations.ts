import type { Plan, Reference } from '../plan/plan.ts';

/** How the references between plans resolve. Made before the rules run, so that they stay pure. */
export interface Relations {
  /** Where a plan's reference leads: a path of the repository, nowhere (null), or not known. */
  resolve(plan: Plan, reference: Reference): Resolution;
  /** The plan at a path, when it was loaded. */
  planAt(path: string): Plan | null;
  /** Every file of the repository, where the run knows them; else null. */
  readonly files: ReadonlySet<string> | null;
}

export type Resolution =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'external' }
  | { readonly kind: 'unknown' };
