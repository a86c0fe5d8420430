import { liesBelow } from '../lies-below.ts';
import { countedGap } from '../report/counted-gap.ts';
import type { CoverageGap, PlanResult } from '../report/report.ts';
import { RULES } from '../rules/index.ts';
import { type BaselineEntry, type Ledger, openLedger } from '../rules/ledger.ts';
import type { RunKind } from '../rules/rule.ts';
import { isOff } from '../rules/severity.ts';
import { DEFAULT_BASELINE_PATH } from '../settings/baseline-file.ts';
import type { Settings } from '../settings/settings.ts';

export interface BaselineRun {
  readonly entries: readonly BaselineEntry[];
  /** Of every plan that the run is about. */
  readonly paths: readonly string[];
  /** Every file at the head; null where the run does not know. */
  readonly everyFile: ReadonlySet<string> | null;
}

/** The ledger of a run. A run that knows every file finds the entries of a plan that moved and kept its name. */
export const ledgerOf = (run: BaselineRun): Ledger => openLedger(run.entries, movesSince(run));

/** Where a plan was when the baseline was written: only what is certain, one plan of that name gone and one come. */
function movesSince({ entries, paths, everyFile }: BaselineRun): ReadonlyMap<string, string> {
  if (everyFile === null || entries.length === 0) return new Map();
  const written = new Set(entries.map(({ path }) => path));
  const gone = byName([...written].filter((path) => !everyFile.has(path)));
  const come = byName(paths.filter((path) => !written.has(path)));
  return new Map(
    [...come].flatMap(([name, [now, ...more]]) => {
      const [before, ...others] = gone.get(name) ?? [];
      const isCertain = more.length === 0 && others.length === 0;
      return now === undefined || before === undefined || !isCertain ? [] : [[now, before] as const];
    }),
  );
}

const byName = (paths: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  Map.groupBy(paths, (path) => path.slice(path.lastIndexOf('/') + 1));

export interface LedgerEnd extends BaselineRun {
  readonly ledger: Ledger;
  readonly results: readonly Pick<PlanResult, 'path' | 'previousPath'>[];
  /** Whether a path is this run's to judge; a shard judges its own. */
  readonly isOurs: (path: string) => boolean;
  /** Links and the like that plans may lie behind. */
  readonly doorPaths: ReadonlySet<string>;
  /** Whether a rule kept silent about the plan at a path in this run. */
  readonly isSilent: (path: string, rule: string) => boolean;
  readonly run: RunKind;
  readonly settings: Settings;
  /** What the run did not get to know. */
  readonly coverage: readonly CoverageGap[];
}

/** What is in the baseline and gone from the plans: it would hide the next mistake of its kind. */
export function outdatedBaseline(end: LedgerEnd): readonly CoverageGap[] {
  const { ledger, results, everyFile, paths, coverage, isOurs, doorPaths, isSilent } = end;
  // What was not looked at is not gone.
  if (coverage.some(({ blocking }) => blocking)) return [];
  const judged = new Set(results.flatMap(({ path, previousPath }) => [path, previousPath]));
  const plans = new Set(paths);
  const movedTo = new Map([...movesSince(end)].map(([now, before]) => [before, now]));
  const isJudged = (path: string): boolean => {
    const now = movedTo.get(path) ?? path;
    return (
      judged.has(now) || (everyFile !== null && !plans.has(now) && isOurs(now) && !liesBelow(path, doorPaths))
    );
  };
  const gone = ledger
    .left()
    .filter(
      ({ path, rule }) => isJudged(path) && isHeard(rule, end) && !isSilent(movedTo.get(path) ?? path, rule),
    );
  const [onCalendar, others] = [true, false].map((is) =>
    gone
      .filter(({ rule }) => (concernOf(rule) === 'calendar') === is)
      .reduce((sum, { count }) => sum + count, 0),
  );
  const path = end.settings.baseline ?? DEFAULT_BASELINE_PATH;
  const gap = countedGap({ of: 'baseline', path, onCalendar: onCalendar ?? 0, others: others ?? 0 });
  return gap === null ? [] : [gap];
}

const ruleOf = (id: string) => RULES.find((one) => one.id === id);
const concernOf = (id: string) => ruleOf(id)?.concern;

/** Whether a run of this kind would have found it. */
function isHeard(id: string, { run, settings, coverage }: LedgerEnd): boolean {
  const rule = ruleOf(id);
  if (rule === undefined) return true;
  const { concern } = rule;
  if (run === 'changes' && concern === 'reference') return false;
  if (concern === 'calendar' && coverage.some(({ what }) => what === 'history')) return false;
  return !isOff(rule, { run, settings, lifecycle: null });
}
