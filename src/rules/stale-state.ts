import type { Plan } from '../plan/plan.ts';
import { measureStaleness } from '../progress/measure-staleness.ts';
import type { StalenessState } from '../progress/staleness.ts';
import type { RuleContext } from './rule.ts';

/** Days; no state that a rule asks for depends on it yet. */
const EXPIRING_WITHIN = 14;

/** In words why a plan is in a state of staleness; null when it is not. */
export function staleBecause(
  plan: Plan,
  { today, reviewEvery }: RuleContext,
  state: StalenessState,
): string | null {
  const { reasons } = measureStaleness(plan, { today, reviewEvery, expiringWithin: EXPIRING_WITHIN });
  return reasons.find((reason) => reason.state === state)?.text ?? null;
}

/** `1 day`, `12 days`. */
export const inDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
