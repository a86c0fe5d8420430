import { fileName, isGenericName } from '../rules/same-named.ts';
import type { IssueMemory, RememberedPlan } from './issue-memory.ts';
import type { PlanResult, Report } from './report.ts';

/**
 * What was remembered, with the plans that moved since at their new place. Only what is certain: the one plan of that file
 * name is gone from where it was, there is one of that name, and no day of its states tells it from the one that was.
 * @param mayBeThere whether a plan that the scan did not name may still be where it was.
 */
export function followMoves(
  { plans }: Pick<Report, 'plans'>,
  before: IssueMemory,
  mayBeThere: (path: string) => boolean,
): IssueMemory {
  const here = new Map(plans.filter(({ change }) => change !== 'removed').map((plan) => [plan.path, plan]));
  const gone = before.plans.filter(({ path }) => !here.has(path));
  if (gone.length === 0) return before;
  const goneByName = Map.groupBy(gone, ({ path }) => fileName(path));
  const remembered = new Set(before.plans.map(({ path }) => path));
  const hereByName = Map.groupBy(here.values(), ({ path }) => fileName(path));
  const moves = new Map(
    gone.flatMap((plan) => {
      if (isGenericName(plan.path)) return [];
      const [now, ...others] = hereByName.get(fileName(plan.path)) ?? [];
      const isCertain =
        now !== undefined &&
        others.length === 0 &&
        goneByName.get(fileName(plan.path))?.length === 1 &&
        !remembered.has(now.path) &&
        !mayBeThere(plan.path) &&
        isAlike(plan, now);
      return isCertain ? [[plan.path, now.path] as const] : [];
    }),
  );
  const moved = <Value extends { readonly path: string }>(value: Value): Value => ({
    ...value,
    path: moves.get(value.path) ?? value.path,
  });
  return {
    ...before,
    plans: before.plans.map(moved),
    news: before.news === null ? null : { ...before.news, entered: before.news.entered.map(moved) },
  };
}

/** A state that hangs on a day of the plan began on the same day. */
const isAlike = ({ states }: RememberedPlan, { staleness }: PlanResult): boolean =>
  staleness.reasons.every(({ state, since }) => {
    const old = states.find((one) => one.state === state);
    return old === undefined || since === null || old.since === since;
  });
