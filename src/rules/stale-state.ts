import type { Plan } from '../plan/plan.ts';
import { measureStaleness } from '../progress/measure-staleness.ts';
import type { StalenessState } from '../progress/staleness.ts';
import type { RuleContext } from './rule.ts';

/** In words why a plan is in a state of staleness; null when it is not. */
export function staleBecause(
  plan: Plan,
  { today, reviewEvery, expiringWithin }: RuleContext,
  state: StalenessState,
): string | null {
  const { reasons } = measureStaleness(plan, { today, reviewEvery, expiringWithin });
  return reasons.find((reason) => reason.state === state)?.text ?? null;
}

/** `1 day`, `12 days`. */
export const inDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
