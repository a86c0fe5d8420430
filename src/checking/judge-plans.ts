import type { CalendarDate } from '../plan/calendar-date.ts';
import { withBody } from '../plan/parse-plan.ts';
import type { CoverageGap, PlanResult } from '../report/report.ts';
import type { SharedContext } from '../rules/run-rules.ts';
import type { SchemaValidator } from '../schema/compile-schema.ts';
import type { WorkLog } from '../work-log.ts';
import { judgePlan } from './judge-plan.ts';
import { hasBody, type LoadedPlan } from './load-plans.ts';

export interface JudgedPlans {
  readonly results: readonly PlanResult[];
  readonly gaps: readonly CoverageGap[];
}

/** Judges one plan after the other. The body of a plan that was read without one lives only as long as it is judged. */
export function judgePlans(
  plans: readonly LoadedPlan[],
  validator: SchemaValidator,
  shared: SharedContext,
  log: WorkLog,
): JudgedPlans {
  const results: PlanResult[] = [];
  const gaps: CoverageGap[] = [];
  for (const plan of plans) {
    const whole = wholePlan(plan, shared.settings.today);
    results.push(judgePlan(whole, validator, shared));
    gaps.push(...unreadBody(whole));
    log('Judged', results.length, plans.length);
  }
  return { results, gaps };
}

const wholePlan = (plan: LoadedPlan, today: CalendarDate): LoadedPlan =>
  plan.head === null || hasBody(plan) ? plan : { ...plan, head: withBody(plan.head, today) };

/** A body that was not read to its end may hide anything. */
const unreadBody = ({ file, head }: LoadedPlan): readonly CoverageGap[] =>
  head === null || head.bodyProblem === null
    ? []
    : [{ what: 'file', path: file.path, message: `"${file.path}": ${head.bodyProblem}`, blocking: true }];
