import { nearestWord } from '../nearest.ts';
import { typeAsRead } from '../plan/declared-type.ts';
import type { Plan } from '../plan/plan.ts';
import type { LoadedPlan } from './load-plans.ts';

/**
 * A file that declares another type is no plan; one that is gone is judged by what it was. A type that is no text, one that is
 * a slip of the pen, and one that a plan got in this very change, take no plan out of the check: the schema speaks of them.
 */
export function saysItIsNoPlan({ file, head, base }: LoadedPlan, isPlan: (path: string) => boolean): boolean {
  const plan = head ?? base;
  if (plan === null || !isOfAnotherType(plan)) return false;
  const wasPlan = head !== null && base !== null && isPlan(file.previousPath ?? file.path) && isSurely(base);
  return !wasPlan;
}

function isOfAnotherType(plan: Plan): boolean {
  const type = typeAsRead(plan);
  return type !== null && nearestWord(type, ['plan']) === null;
}

/** A file without a type may be anything that lies among the plans, unless it has the state of one. */
const isSurely = (plan: Plan): boolean =>
  !isOfAnotherType(plan) && (plan.frontMatter.data.type !== undefined || plan.lifecycle !== null);
