import { STALENESS_STATES, type StalenessReason } from '../progress/staleness.ts';
import { byText } from './order.ts';
import type { PlanResult, Report } from './report.ts';

/** A plan that wants a decision, with the state that weighs most. */
export interface StalePlan {
  readonly plan: PlanResult;
  readonly reason: StalenessReason;
  /** The other states that hold, in order of precedence. */
  readonly others: readonly StalenessReason[];
}

/** Plans with a state, by its precedence; within one the oldest first, and those of unknown age last. */
export const stalePlans = ({ plans }: Pick<Report, 'plans'>): readonly StalePlan[] =>
  plans
    .flatMap((plan): readonly StalePlan[] => {
      const [reason, ...others] = plan.staleness.reasons;
      return reason === undefined ? [] : [{ plan, reason, others }];
    })
    .toSorted(
      (a, b) =>
        STALENESS_STATES.indexOf(a.reason.state) - STALENESS_STATES.indexOf(b.reason.state) ||
        byText(a.reason.since ?? NEVER, b.reason.since ?? NEVER) ||
        byText(a.plan.path, b.plan.path),
    );

/** After every date. */
const NEVER = '~';
