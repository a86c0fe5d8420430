import { withBody } from '../plan/parse-plan.ts';
import { measureDrift } from '../progress/measure-drift.ts';
import type { PlanHistory } from '../progress/plan-history.ts';
import { countedGap } from '../report/counted-gap.ts';
import type { CoverageGap } from '../report/report.ts';
import type { Touch, WatchHistory } from '../repository/history.ts';
import type { Repository } from '../repository/repository.ts';
import type { RunKind } from '../rules/rule.ts';
import { ENDLESS, type RunTime } from '../run-time.ts';
import type { Settings } from '../settings/settings.ts';
import { type CodeReach, codeReach } from './code-reach.ts';
import { dayOfIn, historyOf, recentTouch } from './history-of.ts';
import type { LoadedPlan } from './load-plans.ts';
import { boxesOf, readBoxesBefore } from './past-boxes.ts';
import { hasPast, isPastWanted, type PlanWithPast, planKey, planWithPast } from './plan-with-past.ts';
import { watchesOf } from './watches-of.ts';

/** Requests to GitHub that the past of the plans may cost in a scan; the few of a pull request are spent otherwise. */
const MAX_REQUESTS = 50;
const LEFT_TO_SCANS = 'a scan asks GitHub for it, a pull request does not';
const NOT_READ = 'what the plan held before could not be read';
const TOO_MANY_GLOBS =
  'all plans together have more globs in "related_code" than are held against every file; begin them with a folder';

export interface HistoryQuestion {
  readonly plans: readonly LoadedPlan[];
  /** Every file at the head, where the run knows them. */
  readonly files: ReadonlySet<string> | null;
  readonly run: RunKind;
  readonly settings: Settings;
  readonly time?: RunTime;
  /** Files that all globs are held against. */
  readonly maxLooks?: number;
}

export interface LoadedHistories {
  /** By the plan's path at the head; a plan of which nothing is known is missing. */
  readonly histories: ReadonlyMap<string, PlanHistory>;
  /** Paths of the plans of which something could not be looked at; empty where that was left to scans. */
  readonly unknown: ReadonlySet<string>;
  readonly gaps: readonly CoverageGap[];
}

/**
 * What happened to the plans and to their code, where a state of staleness hangs on it. On a change only the drift of
 * plans that the change leaves in force is of interest, as it stood before the change.
 */
export async function loadHistories(
  repository: Repository,
  { plans, files, run, settings, time = ENDLESS, maxLooks }: HistoryQuestion,
): Promise<LoadedHistories> {
  const hasBase = run === 'changes' && repository.commits.base !== null;
  const wanted = plans.filter((loaded) => isPastWanted(loaded, run, settings));
  if (wanted.length === 0) return { histories: new Map(), unknown: new Set(), gaps: [] };
  if (run === 'changes' && repository.isHistoryRemote) return leftToScans(wanted, hasBase);
  const hasCode = wanted.some(({ head }) => (head?.relatedCode.length ?? 0) > 0);
  const reach = codeReach(hasCode ? [...(files ?? (await repository.listFiles()).paths)] : [], maxLooks);
  const withPast = wanted.flatMap((loaded) => planWithPast(loaded, reach, hasBase));
  // What is known of a breadth is remembered.
  const asking = withPast.filter(
    ({ entries }) =>
      entries.length === 0 || (!time.isUp() && time.withinPlan(() => entries.map(reach.breadthOf)) !== null),
  );
  const tooBroad = broadEntries(asking, reach);

  const { watches, placeOf } = watchesOf(asking, reach, settings, run);
  const answer = await repository.history({
    from: hasBase ? 'base' : 'head',
    watches,
    lastChanges: run === 'scan',
    maxRequests: MAX_REQUESTS,
    isTimeUp: time.isUp,
  });
  const at = (key: string): WatchHistory | null => answer.watches[placeOf.get(key) ?? -1] ?? null;

  const dayOf = dayOfIn(settings.timezone);
  const histories = new Map<string, PlanHistory>();
  const asked = new Set(asking);
  const unknown = new Set(withPast.filter((one) => !asked.has(one)).map(({ path }) => path));
  const moving: { readonly asking: PlanWithPast; readonly touch: Touch }[] = [];
  for (const one of asking) {
    const history = historyOf(one, reach, at, dayOf);
    if (history === null || !history.isWhole) unknown.add(one.path);
    if (history === null) continue;
    histories.set(one.path, history);
    const touch = recentTouch(at(planKey(one)), settings.today, dayOf);
    if (touch === null || one.plan.lifecycle !== 'active') continue;
    const drift = time.withinPlan(() => measureDrift(one.plan, history));
    if (drift === null) unknown.add(one.path);
    else if (drift.value !== null) moving.push({ asking: one, touch });
  }
  const before = await readBoxesBefore(
    repository,
    moving.map(({ touch }) => touch),
    settings,
  );
  for (const [index, { asking: one }] of moving.entries()) {
    const history = histories.get(one.path);
    const boxes = before[index] ?? null;
    if (history === undefined) continue;
    if (boxes === 'unknown') unknown.add(one.path);
    histories.set(one.path, {
      ...history,
      boxesMoved: boxes !== boxesOf(withBody(one.plan, settings.today)),
    });
  }
  return {
    histories,
    unknown,
    gaps: [
      countedGap({
        of: 'drift',
        reason:
          answer.reason ??
          (asking.length < withPast.length || isCut(asking, reach) ? TOO_MANY_GLOBS : NOT_READ),
        // What is not judged need not be told twice.
        plans: time.isUp() ? 0 : unknown.size,
      }),
      countedGap({ of: 'broad-code', patterns: tooBroad }),
    ].filter((gap) => gap !== null),
  };
}

/** Costs nothing, not even the list of files. */
function leftToScans(wanted: readonly LoadedPlan[], hasBase: boolean): LoadedHistories {
  const plans = wanted.filter((loaded) => hasPast(loaded, hasBase)).length;
  const gap = countedGap({ of: 'drift', reason: LEFT_TO_SCANS, plans });
  return {
    histories: new Map(),
    unknown: new Set(),
    gaps: gap === null ? [] : [{ ...gap, isExpected: true }],
  };
}

const isCut = (asking: readonly PlanWithPast[], reach: CodeReach): boolean =>
  asking.some(({ entries }) => entries.some((entry) => reach.breadthOf(entry) === 'unknown'));

/** As written, sorted: a part of a scan names them in the order of the whole. */
const broadEntries = (asking: readonly PlanWithPast[], reach: CodeReach): readonly string[] =>
  [
    ...new Set(
      asking.flatMap(({ entries }) =>
        entries.filter((entry) => reach.breadthOf(entry) === 'too-broad').map(({ pattern }) => pattern),
      ),
    ),
  ].toSorted();
