import type { EnteredPlan, GonePlan, IssueMemory, IssueNews } from './issue-memory.ts';
import type { IssueRow } from './issue-rows.ts';
import type { Report } from './report.ts';

/** Longer lists of news are told in the table alone. */
const MAX_NEWS = 20;

/**
 * The plans in a state in which they were not before, in the order of the rows. Where not all could be remembered, a plan
 * of which nothing is known has entered only what began after the scan before.
 */
export function enteredPlans(
  { today }: Pick<Report, 'today'>,
  rows: readonly IssueRow[],
  before: IssueMemory | null,
): readonly EnteredPlan[] {
  const remembered = new Map((before?.plans ?? []).map(({ path, states }) => [path, states]));
  return rows.flatMap(({ path, states }) => {
    const old = remembered.get(path);
    const entered =
      old === undefined && before?.isCut === true
        ? states.filter(({ since }) => since > before.day && since <= today)
        : states.filter((now) => !(old ?? []).some(({ state }) => state === now.state));
    return entered.length === 0 ? [] : [{ path, states: entered.map(({ state }) => state) }];
  });
}

/** The plans that needed a decision before and have no row any more, with what they are now. */
export function gonePlans(
  report: Report,
  rows: readonly IssueRow[],
  before: IssueMemory | null,
): readonly GonePlan[] {
  const here = new Set(rows.map(({ path }) => path));
  return (before?.plans ?? [])
    .filter(({ path }) => !here.has(path))
    .map(({ path }) => ({ path, now: whatItIsNow(report, path) }));
}

function whatItIsNow({ plans }: Report, path: string): GonePlan['now'] {
  const plan = plans.find((one) => one.path === path);
  if (plan === undefined || plan.change === 'removed') return 'no plan there any more';
  const { lifecycle, staleness } = plan;
  if (staleness.isSnoozed === true) return 'snoozed';
  if (staleness.waived !== undefined) return 'waived';
  return lifecycle === null || lifecycle === 'active' ? 'up to date' : lifecycle;
}

/** The news of this scan; without any those of before stay, so that a scan without change changes nothing. */
export function issueNews(
  entered: readonly EnteredPlan[],
  gone: readonly GonePlan[],
  before: IssueMemory | null,
): IssueNews | null {
  if (before === null) return null;
  if (entered.length === 0 && gone.length === 0) return before.news;
  return {
    since: before.day,
    entered: entered.slice(0, MAX_NEWS),
    gone: gone.slice(0, MAX_NEWS),
    counts: { entered: entered.length, gone: gone.length },
  };
}
