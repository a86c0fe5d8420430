import { liesBelow } from '../lies-below.ts';
import { STALENESS_STATES, type StalenessState } from '../progress/staleness.ts';
import type { DatedState, IssueMemory, RememberedPlan } from './issue-memory.ts';
import { byText } from './order.ts';
import { type CoverageGap, hasNumbers, isUnreadable, type PlanResult, type Report } from './report.ts';

/** A plan that needs a decision. */
export interface IssueRow {
  readonly path: string;
  /** null for a plan that this scan did not see, and of which only the one before knows. */
  readonly plan: PlanResult | null;
  /** Never empty; the one that weighs most first. */
  readonly states: readonly RowState[];
}

export interface RowState extends DatedState {
  /** False where this scan could not tell, and the one before said so. */
  readonly isKnown: boolean;
}

/** The rows by the state that weighs most, within a state the oldest first, then by path. */
export function issueRows(report: Report, before: IssueMemory | null): readonly IssueRow[] {
  const remembered = new Map((before?.plans ?? []).map((plan) => [plan.path, plan]));
  const seen = new Set(report.plans.map(({ path }) => path));
  const unseen = [...remembered.values()].filter(({ path }) => !seen.has(path) && mayBeThere(report, path));
  return [
    ...report.plans
      .filter(({ change }) => change !== 'removed')
      .map((plan) => rowOf(report, plan, remembered.get(plan.path) ?? null)),
    ...unseen.map(({ path, states }) => ({ path, plan: null, states: states.map(notLookedAt) })),
  ]
    .filter(({ states }) => states.length > 0)
    .toSorted(byPrecedence);
}

function rowOf(report: Report, plan: PlanResult, remembered: RememberedPlan | null): IssueRow {
  const before = remembered?.states ?? [];
  const known = plan.staleness.reasons.map(({ state, since }) => ({
    state,
    since: since ?? before.find((old) => old.state === state)?.since ?? report.today,
    isKnown: true,
  }));
  const unknown = before.filter(
    ({ state }) => !known.some((now) => now.state === state) && !canTell(report, plan, state),
  );
  const states = [...known, ...unknown.map(notLookedAt)];
  return { path: plan.path, plan, states: states.toSorted((a, b) => rankOf(a.state) - rankOf(b.state)) };
}

const notLookedAt = (state: DatedState): RowState => ({ ...state, isKnown: false });

/** What the history says, and not the plan. */
const FROM_HISTORY: ReadonlySet<StalenessState> = new Set(['drifting', 'dormant', 'draft-stale']);

/** False where the plan could not be read, not even its state, or its history not asked: then what was said of it still stands. */
function canTell(report: Report, plan: PlanResult, state: StalenessState): boolean {
  if (!hasNumbers(report, plan)) return false;
  if (plan.lifecycle === null) return false;
  return !FROM_HISTORY.has(state) || plan.staleness.isPastUnknown !== true;
}

/** Gaps after which a plan that is in the list is read all the same. */
const BESIDE_THE_LIST: ReadonlySet<CoverageGap['what']> = new Set(['schema', 'references']);

/** Whether a plan that the scan did not name may be there: a list of files can be cut short, and a link stand for its folder. */
export const mayBeThere = ({ coverage, plans }: Report, plan: string): boolean =>
  liesBelow(plan, unreadableAmong(plans)) ||
  coverage.some(
    ({ what, blocking, path }) => blocking && (path ?? plan) === plan && !BESIDE_THE_LIST.has(what),
  );

function unreadableAmong(plans: Report['plans']): ReadonlySet<string> {
  const paths = known.get(plans) ?? new Set(plans.filter(isUnreadable).map(({ path }) => path));
  known.set(plans, paths);
  return paths;
}

/** Asked for by each plan that a scan does not find. */
const known = new WeakMap<Report['plans'], ReadonlySet<string>>();

function byPrecedence(left: IssueRow, right: IssueRow): number {
  const [a, b] = [left.states[0], right.states[0]];
  const byState =
    a === undefined || b === undefined ? 0 : rankOf(a.state) - rankOf(b.state) || byText(a.since, b.since);
  return byState || byText(left.path, right.path);
}

const rankOf = (state: StalenessState): number => STALENESS_STATES.indexOf(state);
