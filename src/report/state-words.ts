import type { Lifecycle } from '../plan/lifecycle.ts';
import type { HealthStatus } from '../progress/health.ts';
import type { PhaseState } from '../progress/progress.ts';
import type { PlanResult } from './report.ts';
import type { Say } from './say.ts';

const MAX_REASONS = 4;
/** Characters as shown. */
const REASON_LENGTH = 200;

/** `gate pending`. */
export const phaseStateInWords = (state: PhaseState): string => state.replaceAll('-', ' ');

/** `active`; `draft → active` when the change moved it. */
export function lifecycleInWords({ lifecycle, delta }: Pick<PlanResult, 'lifecycle' | 'delta'>): string {
  const moved = delta?.lifecycle ?? null;
  return moved === null ? stateName(lifecycle) : `${stateName(moved.from)} → ${stateName(moved.to)}`;
}

const stateName = (lifecycle: Lifecycle | null): string => lifecycle ?? 'no known state';

export const HEALTH_WORDS = {
  OFF_TRACK: 'off track',
  AT_RISK: 'at risk',
  ON_TRACK: 'on track',
  COMPLETE: 'all done',
  INACTIVE: 'inactive',
  UNKNOWN: 'health unknown',
} as const satisfies Record<HealthStatus, string>;

/** The first reasons for a plan's health, and the number of the others. */
export function reasonsInWords({ health: { reasons } }: Pick<PlanResult, 'health'>, say: Say): string {
  const shown = reasons.slice(0, MAX_REASONS).map((reason) => say(reason, REASON_LENGTH));
  const more = reasons.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/** A plan that is behind wants to be looked at, whatever its findings are. */
export const isBehind = ({ health: { status } }: Pick<PlanResult, 'health'>): boolean =>
  status === 'OFF_TRACK' || status === 'AT_RISK';

/** `active · at risk`. Of a plan that is not at work, or that is completed, its lifecycle says it all; of one in no known state nothing good is said. */
export function stateInWords(plan: Pick<PlanResult, 'lifecycle' | 'delta' | 'health'>): string {
  const { status } = plan.health;
  const isFine = status === 'ON_TRACK' || (status === 'COMPLETE' && plan.lifecycle !== 'completed');
  const isSaid = isBehind(plan) || (isFine && plan.lifecycle !== null);
  return isSaid ? `${lifecycleInWords(plan)} · ${HEALTH_WORDS[status]}` : lifecycleInWords(plan);
}
