import { addDays, type CalendarDate, dayIn, daysBetween, startOfDay } from '../plan/calendar-date.ts';
import { isClosed } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { measureDrift } from '../progress/measure-drift.ts';
import { isSnoozed } from '../progress/measure-staleness.ts';
import { BOX_DAYS, type PastChanges, type PlanHistory } from '../progress/plan-history.ts';
import { countedGap } from '../report/counted-gap.ts';
import type { CoverageGap } from '../report/report.ts';
import type { Touch, Watch, WatchHistory } from '../repository/history.ts';
import type { Repository } from '../repository/repository.ts';
import { reviewDrift } from '../rules/review-drift.ts';
import type { RunKind } from '../rules/rule.ts';
import { severityOf } from '../rules/severity.ts';
import type { Settings } from '../settings/settings.ts';
import { type CodeEntry, type CodeReach, codeReach } from './code-reach.ts';
import type { LoadedPlan } from './load-plans.ts';
import { boxesOf, readBoxesBefore } from './past-boxes.ts';

/** Requests to GitHub that the past of the plans may cost in a scan; the few of a pull request are spent otherwise. */
const MAX_REQUESTS = 50;
const LEFT_TO_SCANS = 'a scan asks GitHub for it, a pull request does not';

export interface HistoryQuestion {
  readonly plans: readonly LoadedPlan[];
  /** Every file at the head, where the run knows them. */
  readonly files: ReadonlySet<string> | null;
  readonly run: RunKind;
  readonly settings: Settings;
}

export interface LoadedHistories {
  /** By the plan's path at the head; a plan of which nothing is known is missing. */
  readonly histories: ReadonlyMap<string, PlanHistory>;
  /** Paths of the plans of which something could not be looked at; empty where that was left to scans. */
  readonly unknown: ReadonlySet<string>;
  readonly gaps: readonly CoverageGap[];
}

/** A plan whose past matters. */
interface Asking {
  readonly path: string;
  readonly plan: Plan;
  /** Where the history begins that is looked at: on a change its base. */
  readonly pastPath: string;
  readonly base: Plan | null;
  readonly entries: readonly CodeEntry[];
}

/**
 * What happened to the plans and to their code, where a state of staleness hangs on it. On a change only the drift of
 * plans that the change leaves in force is of interest, as it stood before the change.
 */
export async function loadHistories(
  repository: Repository,
  { plans, files, run, settings }: HistoryQuestion,
): Promise<LoadedHistories> {
  const hasBase = run === 'changes' && repository.commits.base !== null;
  const wanted = plans.filter((loaded) => isWanted(loaded, run, settings));
  if (wanted.length === 0) return { histories: new Map(), unknown: new Set(), gaps: [] };
  if (run === 'changes' && repository.isHistoryRemote) return leftToScans(wanted, hasBase);
  const hasCode = wanted.some(({ head }) => (head?.relatedCode.length ?? 0) > 0);
  const reach = codeReach(hasCode ? [...(files ?? (await repository.listFiles()).paths)] : []);
  const asking = wanted.flatMap((loaded) => askingOf(loaded, reach, hasBase));
  const tooBroad = broadEntries(asking, reach);

  const { watches, placeOf } = watchesOf(asking, reach, settings, run);
  const answer = await repository.history({
    from: hasBase ? 'base' : 'head',
    watches,
    lastChanges: run === 'scan',
    maxRequests: MAX_REQUESTS,
  });
  const at = (key: string): WatchHistory | null => answer.watches[placeOf.get(key) ?? -1] ?? null;

  const dayOf = dayOfIn(settings.timezone);
  const histories = new Map<string, PlanHistory>();
  const unknown = new Set<string>();
  const moving: { readonly asking: Asking; readonly touch: Touch }[] = [];
  for (const one of asking) {
    const history = historyOf(one, reach, at, dayOf);
    if (history === null || !history.isWhole) unknown.add(one.path);
    if (history === null) continue;
    histories.set(one.path, history);
    const touch = recentTouch(at(planKey(one)), settings.today, dayOf);
    if (touch !== null && one.plan.lifecycle === 'active' && measureDrift(one.plan, history) !== null) {
      moving.push({ asking: one, touch });
    }
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
    histories.set(one.path, { ...history, boxesMoved: boxes !== boxesOf(one.plan, settings.today) });
  }
  return {
    histories,
    unknown,
    gaps: [
      countedGap({
        of: 'drift',
        reason: answer.reason ?? 'what the plan held before could not be read',
        plans: unknown.size,
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

/** What a change adds has no past. */
const hasPast = ({ base }: LoadedPlan, hasBase: boolean): boolean => !hasBase || base !== null;

/** Whether a state of the plan hangs on its past. */
function isWanted({ head, base }: LoadedPlan, run: RunKind, settings: Settings): boolean {
  if (head === null || isClosed(head.lifecycle) || isSnoozed(head, settings.today)) return false;
  const isActive = head.lifecycle === 'active';
  if (run === 'scan') return isActive || head.lifecycle === 'draft';
  const { concern } = reviewDrift;
  if (severityOf(reviewDrift, { run, settings, lifecycle: head.lifecycle, concern }) === 'off') return false;
  const { reviewed } = head.dates;
  if (!isActive || head.relatedCode.length === 0 || reviewed === null || reviewed > settings.today)
    return false;
  return base === null || boxesOf(base, settings.today) === boxesOf(head, settings.today);
}

function askingOf(loaded: LoadedPlan, reach: CodeReach, hasBase: boolean): readonly Asking[] {
  const { file, head, base } = loaded;
  if (head === null || !hasPast(loaded, hasBase)) return [];
  const entries = head.relatedCode.flatMap(({ pattern }) => reach.entryOf(pattern, head.path) ?? []);
  const pastPath = hasBase ? (file.previousPath ?? file.path) : file.path;
  return [{ path: file.path, plan: head, pastPath, base, entries: uniqueByKey(entries) }];
}

const uniqueByKey = (entries: readonly CodeEntry[]): readonly CodeEntry[] => [
  ...new Map(entries.map((entry) => [entry.key, entry])).values(),
];

/** As written, sorted: a part of a scan names them in the order of the whole. */
const broadEntries = (asking: readonly Asking[], reach: CodeReach): readonly string[] =>
  [
    ...new Set(
      asking.flatMap(({ entries }) => entries.filter(reach.isTooBroad).map(({ pattern }) => pattern)),
    ),
  ].toSorted();

const planKey = ({ pastPath }: Asking): string => `plan ${pastPath}`;

/** One watch for each plan and for each entry, however many plans name it: since the earliest time that one wants. */
function watchesOf(
  asking: readonly Asking[],
  reach: CodeReach,
  { today, timezone }: Settings,
  run: RunKind,
): { readonly watches: readonly Watch[]; readonly placeOf: ReadonlyMap<string, number> } {
  const starts = new Map<CalendarDate, number>();
  const startOf = (day: CalendarDate): number => {
    const start = starts.get(day) ?? startOfDay(timezone, day);
    starts.set(day, start);
    return start;
  };
  const watches = new Map<string, Watch>();
  const add = (key: string, watch: Watch): void => {
    const known = watches.get(key);
    watches.set(key, { ...watch, since: Math.min(watch.since, known?.since ?? watch.since) });
  };
  for (const one of asking) {
    const { reviewed } = one.plan.dates;
    const review = reviewed === null || reviewed > today ? today : reviewed;
    const days = [addDays(today, 1 - BOX_DAYS), review];
    add(planKey(one), {
      kind: 'path',
      roots: [one.pastPath],
      isFollowed: true,
      matches: (path) => path === one.pastPath,
      since: Math.min(...days.map(startOf)),
    });
    if (run === 'scan' && one.plan.lifecycle === 'draft') continue;
    for (const entry of one.entries) {
      if (reach.isTooBroad(entry)) continue;
      const roots = entry.kind === 'glob' ? [entry.folder, ...entry.spellings] : entry.spellings;
      add(entry.key, {
        kind: entry.kind,
        roots,
        matches: entry.matches,
        since: startOf(review),
        isFollowed: false,
      });
    }
  }
  return {
    watches: [...watches.values()],
    placeOf: new Map([...watches.keys()].map((key, at) => [key, at])),
  };
}

/** null where nothing is known of the plan itself. */
function historyOf(
  one: Asking,
  reach: CodeReach,
  at: (key: string) => WatchHistory | null,
  dayOf: DayOf,
): PlanHistory | null {
  const own = at(planKey(one));
  if (own === null) return null;
  const entries =
    one.plan.lifecycle === 'draft' ? [] : one.entries.filter((entry) => !reach.isTooBroad(entry));
  const code = entries.flatMap((entry) => {
    const past = at(entry.key);
    const { pattern, matches } = entry;
    return past === null ? [] : [{ pattern, matches, ...changesOf(past, dayOf) }];
  });
  return {
    plan: changesOf(own, dayOf),
    code,
    isWhole: code.length === entries.length,
    boxesMoved: false,
  };
}

const changesOf = ({ touches, isCut, last }: WatchHistory, dayOf: DayOf): PastChanges => ({
  changes: touches.map(({ commit }) => ({ ...commit, day: dayOf(commit.time) })),
  isCut,
  last: last === null ? null : dayOf(last.commit.time),
});

/** Seconds since 1970. */
type DayOf = (time: number) => CalendarDate;

/** The same commits come up for many plans. */
function dayOfIn(timezone: string): DayOf {
  const days = new Map<number, CalendarDate>();
  return (time) => {
    const day = days.get(time) ?? dayIn(timezone, time * 1000);
    days.set(time, day);
    return day;
  };
}

/** The oldest change of the plan within the days in which no box may have changed. */
const recentTouch = (past: WatchHistory | null, today: CalendarDate, dayOf: DayOf): Touch | null =>
  past?.touches.findLast(({ commit }) => daysBetween(dayOf(commit.time), today) < BOX_DAYS) ?? null;
