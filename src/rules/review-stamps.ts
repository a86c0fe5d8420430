import { isClosed } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { onlyDatesMoved } from './only-dates-moved.ts';

/** A plan of the change with what it was before. */
export interface ChangedPlan {
  readonly plan: Plan;
  readonly base: Plan | null;
}

/** Paths of the open plans of a change that were reviewed, as their dates have it, without a word being changed. Sorted. */
export const reviewStamps = (plans: readonly ChangedPlan[]): readonly string[] =>
  plans
    .filter(isStamped)
    .map(({ plan }) => plan.path)
    .toSorted();

function isStamped({ plan, base }: ChangedPlan): boolean {
  if (base === null || isClosed(plan.lifecycle)) return false;
  const before = base.dates.reviewed;
  const { reviewed } = plan.dates;
  return before !== null && reviewed !== null && reviewed > before && onlyDatesMoved(base, plan);
}
