import type { Plan } from '../plan/plan.ts';
import { countedGap } from '../report/counted-gap.ts';
import type { CoverageGap } from '../report/report.ts';
import type { RunTime } from '../run-time.ts';
import { tooSlow } from './too-slow.ts';

/** Looks at one plan after the other, each within its time and all within that of the run; what is left out is said. */
export function inTime<Value>(
  plans: readonly Plan[],
  lookAt: (plan: Plan) => Value,
  time: RunTime,
): { readonly values: readonly Value[]; readonly gaps: readonly CoverageGap[] } {
  const values: Value[] = [];
  const gaps: CoverageGap[] = [];
  for (const [index, plan] of plans.entries()) {
    if (time.isUp()) {
      const left = countedGap({ of: 'time', minutes: time.runMinutes, plans: plans.length - index });
      return { values, gaps: left === null ? gaps : [...gaps, left] };
    }
    const looked = time.withinPlan(() => lookAt(plan));
    if (looked === null) gaps.push(tooSlow(plan.path, time));
    else values.push(looked.value);
  }
  return { values, gaps };
}
