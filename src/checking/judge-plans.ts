import type { CalendarDate } from '../plan/calendar-date.ts';
import { withBody } from '../plan/parse-plan.ts';
import { countedGap } from '../report/counted-gap.ts';
import { MAX_PHASES, planResultWithoutText } from '../report/plan-result.ts';
import type { CoverageGap, PlanResult } from '../report/report.ts';
import { brokenLink } from '../rules/broken-link.ts';
import type { SharedContext } from '../rules/run-rules.ts';
import { isOff } from '../rules/severity.ts';
import type { RunTime } from '../run-time.ts';
import type { SchemaValidator } from '../schema/compile-schema.ts';
import type { WorkLog } from '../work-log.ts';
import { judgePlan } from './judge-plan.ts';
import { hasBody, type LoadedPlan } from './load-plans.ts';
import { tooSlow } from './too-slow.ts';

export interface JudgedPlans {
  readonly results: readonly PlanResult[];
  readonly gaps: readonly CoverageGap[];
}

/**
 * Judges one plan after the other. The body of a plan that was read without one lives only as long as it is judged. A plan
 * that takes too long is said to be unknown; those that the time of the run does not reach for are counted.
 */
export function judgePlans(
  plans: readonly LoadedPlan[],
  validator: SchemaValidator,
  shared: SharedContext,
  { log, time }: { readonly log: WorkLog; readonly time: RunTime },
): JudgedPlans {
  const results: PlanResult[] = [];
  const gaps: CoverageGap[] = [];
  for (const plan of plans) {
    if (time.isUp()) break;
    const judged = time.withinPlan(() => judgeWhole(plan, validator, shared));
    results.push(judged?.value.result ?? planResultWithoutText(plan.file, plan.base, []));
    gaps.push(...(judged === null ? [tooSlow(plan.file.path, time)] : gapsIn(judged.value.whole, shared)));
    log('Judged', results.length, plans.length);
  }
  return { results, gaps: [...gaps, ...notReached(plans.length - results.length, time)] };
}

function judgeWhole(plan: LoadedPlan, validator: SchemaValidator, shared: SharedContext) {
  const whole = wholePlan(plan, shared.settings.today);
  return { whole, result: judgePlan(whole, validator, shared) };
}

function notReached(plans: number, { runMinutes }: RunTime): readonly CoverageGap[] {
  const gap = countedGap({ of: 'time', minutes: runMinutes, plans });
  return gap === null ? [] : [gap];
}

const wholePlan = (plan: LoadedPlan, today: CalendarDate): LoadedPlan =>
  plan.head === null || hasBody(plan) ? plan : { ...plan, head: withBody(plan.head, today) };

const gapsIn = (plan: LoadedPlan, shared: SharedContext): readonly CoverageGap[] => [
  ...unreadBody(plan),
  ...unlistedPhases(plan),
  ...unreadLinks(plan, shared),
];

function unlistedPhases({ file: { path }, head }: LoadedPlan): readonly CoverageGap[] {
  const count = head?.phases.length ?? 0;
  const message = `"${path}" has ${count} phases, and the first ${MAX_PHASES} are listed: make several plans of it.`;
  return count > MAX_PHASES ? [{ what: 'file', path, message, blocking: false }] : [];
}

/** A body that was not read to its end may hide anything. */
const unreadBody = ({ file, head }: LoadedPlan): readonly CoverageGap[] =>
  head === null || head.bodyProblem === null
    ? []
    : [{ what: 'file', path: file.path, message: `"${file.path}": ${head.bodyProblem}`, blocking: true }];

/** What is beyond may be broken, which matters only where somebody asked about links. */
function unreadLinks(
  { file: { path }, head }: LoadedPlan,
  { run, settings }: SharedContext,
): readonly CoverageGap[] {
  const line = head?.linksCutAt ?? null;
  if (head === null || line === null) return [];
  if (isOff(brokenLink, { run, settings, lifecycle: head.lifecycle })) return [];
  const message = `"${path}": More links than are read, and from line ${line} on none is followed: make several plans of it.`;
  return [{ what: 'file', path, message, blocking: true }];
}
