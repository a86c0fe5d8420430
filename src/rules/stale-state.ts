import type { Plan } from '../plan/plan.ts';
import { stalenessReasons } from '../progress/measure-staleness.ts';
import type { StalenessReason, StalenessState } from '../progress/staleness.ts';
import type { RuleContext } from './rule.ts';

/** In words why a plan is in a state of staleness; null when it is not. */
export function staleBecause(plan: Plan, context: RuleContext, state: StalenessState): string | null {
  return staleReason(plan, context, state)?.text ?? null;
}

/** What the other states say is in the plan itself, and the past need not be looked at. */
const OF_THE_PAST: ReadonlySet<StalenessState> = new Set(['drifting', 'dormant', 'draft-stale']);

/** Why and since when a plan is in a state of staleness; null when it is not. */
export function staleReason(
  plan: Plan,
  { today, reviewEvery, expiringWithin, history }: RuleContext,
  state: StalenessState,
): StalenessReason | null {
  const past = OF_THE_PAST.has(state) ? history : null;
  const reasons = stalenessReasons(plan, { today, reviewEvery, expiringWithin }, past);
  return reasons.find((reason) => reason.state === state) ?? null;
}

/** `1 day`, `12 days`. */
export const inDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
