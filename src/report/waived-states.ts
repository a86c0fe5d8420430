import type { Staleness, StalenessState } from '../progress/staleness.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';

/** The rule that tells a state has its name, but for one. */
export const ruleOf = (state: StalenessState): string => (state === 'drifting' ? 'review-drift' : state);

/** Parts the states that the plan is allowed to have from those that somebody is to decide about. */
export function withoutWaived(staleness: Staleness, diagnostics: readonly Diagnostic[]): Staleness {
  const isWaived = (state: StalenessState): boolean => {
    const told = diagnostics.filter(({ rule }) => rule === ruleOf(state));
    return told.length > 0 && told.every(({ waived }) => waived !== null);
  };
  const waived = staleness.reasons.map(({ state }) => state).filter(isWaived);
  if (waived.length === 0) return staleness;
  const reasons = staleness.reasons.filter(({ state }) => !waived.includes(state));
  return { ...staleness, state: reasons[0]?.state ?? null, reasons, waived };
}
