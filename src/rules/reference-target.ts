import type { Plan, Reference } from '../plan/plan.ts';
import type { Relations } from './relations.ts';

/** The path that a reference leads to; null where nothing is there, where nobody knows, and outside of the repository. */
export function targetPath(plan: Plan, reference: Reference, relations: Relations): string | null {
  const resolution = relations.resolve(plan, reference);
  return resolution.kind === 'found' ? resolution.path : null;
}

/** The plan that a reference leads to, where it was loaded. */
export function targetPlan(plan: Plan, reference: Reference, relations: Relations): Plan | null {
  const path = targetPath(plan, reference, relations);
  return path === null ? null : relations.planAt(path);
}

/** Whether one of a plan's references in a field leads to a path. */
export const refersTo = (
  plan: Plan,
  field: Reference['field'],
  path: string,
  relations: Relations,
): boolean =>
  plan.references.some(
    (reference) => reference.field === field && targetPath(plan, reference, relations) === path,
  );
