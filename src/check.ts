import { ledgerOf, outdatedBaseline } from './checking/baseline-ledger.ts';
import { type BoundedValidator, boundedValidator } from './checking/bounded-validator.ts';
import { type FoundPlanFiles, findPlanFiles, type Scope } from './checking/find-plan-files.ts';
import { inboundReferences, plansToAsk } from './checking/inbound-references.ts';
import { judgePlans } from './checking/judge-plans.ts';
import { loadBaseline } from './checking/load-baseline.ts';
import { loadPlans } from './checking/load-plans.ts';
import { noPlanFound } from './checking/no-plan-found.ts';
import { pairMovedPlans } from './checking/pair-moved-plans.ts';
import { doorPaths } from './checking/plan-files.ts';
import { saysItIsNoPlan } from './checking/says-it-is-no-plan.ts';
import { schemaInVain } from './checking/schema-in-vain.ts';
import { schemaText } from './checking/schema-text.ts';
import { shardIdentity } from './checking/shard-identity.ts';
import { shareContext } from './checking/share-context.ts';
import { silentRules } from './checking/silent-rules.ts';
import { type CodeQuestion, touchedCode, touchedPlans } from './checking/touched-plans.ts';
import { assembleReport } from './report/assemble-report.ts';
import type { CoverageGap, Report } from './report/report.ts';
import type { Repository } from './repository/repository.ts';
import type { BaselineEntry } from './rules/ledger.ts';
import type { RunKind } from './rules/rule.ts';
import { ENDLESS, type RunTime } from './run-time.ts';
import { compileSchema } from './schema/compile-schema.ts';
import { selectDoors } from './settings/plan-doors.ts';
import { selectPlans } from './settings/plan-selection.ts';
import { effectiveFailOn } from './settings/resolve-settings.ts';
import type { Settings } from './settings/settings.ts';
import { isInShard, type Shard } from './settings/shard.ts';
import type { WithinTime } from './within-time.ts';
import { noLog, type WorkLog } from './work-log.ts';

export interface CheckRequest {
  readonly repository: Repository;
  readonly scope: Scope;
  readonly run: RunKind;
  /** The event's name; at the terminal the command's. */
  readonly event: string;
  readonly settings: Settings;
  /** Of this tool. */
  readonly version: string;
  /** Holds the team's schema to its time. */
  readonly withinSchemaTime: WithinTime;
  /** Default: no bounds. */
  readonly time?: RunTime;
  /** The part of the plans that is judged; default: all. Their relations are those among all plans. */
  readonly shard?: Shard | null;
  /** Default: silent. */
  readonly log?: WorkLog;
  /** `nothing`: as if nobody had written a baseline yet. Default: that of the settings. */
  readonly baseline?: 'read' | 'nothing';
}

export interface Checked {
  /** `api` is zero: only the entry knows what the run cost. */
  readonly report: Report;
  /** The text of a checked plan, where it could be read. */
  readonly sourceOf: (path: string) => string | null;
  /** All that differs between base and head, where that is known whole. */
  readonly changes: FoundPlanFiles['changes'];
  /** Every finding but the waived ones, as a baseline has it; sorted. */
  readonly standing: readonly BaselineEntry[];
}

/**
 * One run: which plans, what do they say, what do the rules find.
 * @throws {PlanCheckError} when the team's schema or its baseline cannot be used.
 */
export async function check(request: CheckRequest): Promise<Checked> {
  const { repository, settings, run, shard = null, log = noLog, time = ENDLESS } = request;
  const isOurs = ({ path }: { readonly path?: string }): boolean => isInShard(path ?? '', shard);
  const isPlan = selectPlans(settings);
  const found = await findPlanFiles(repository, request.scope, isPlan, selectDoors(settings));
  const code: CodeQuestion = { found, isPlan, run, settings };
  const others = await plansToAsk(repository, found.files, isPlan, touchedCode(code));
  // Before the plans: where the requests do not reach for all of them, it is known what the others are judged by.
  const entries = request.baseline === 'nothing' ? [] : await loadBaseline(repository, settings);
  const loaded = await loadPlans(repository, found.files, settings.schema, others, settings, log, time);
  const ours = loaded.plans.filter((plan) => !saysItIsNoPlan(plan, isPlan));
  const plans = pairMovedPlans(ours);
  const baseline = {
    entries,
    paths: plans.map(({ file }) => file.path),
    everyFile: found.everyFile,
  };
  const ledger = ledgerOf(baseline);
  const schemaSource = schemaText(settings.schema, loaded.schema);
  const schema = teamOrOwnSchema(schemaSource, settings.schema, request.withinSchemaTime);
  const { shared, gaps: unshared } = await shareContext(repository, {
    found,
    plans,
    isPlan,
    isOurs,
    run,
    settings,
    schemaSource,
    ledger,
    time,
  });
  const inbound = await inboundReferences(
    repository,
    plans.map(({ file }) => file),
    isPlan,
    shared,
    settings,
    time,
  );
  const touched = await touchedPlans(repository, code, shared, settings, time);
  const judged = judgePlans(
    plans.filter(({ file }) => isOurs(file)),
    schema.validate,
    shared,
    { log, time },
  );
  const coverage: readonly CoverageGap[] = [
    ...found.gaps,
    ...noPlanFound(request.scope, found, settings),
    ...loaded.gaps.filter(isOurs),
    ...judged.gaps,
    ...unshared,
    ...inbound.gaps,
    ...touched.gaps,
    ...schema.gaps(),
    ...schemaInVain(schemaSource, settings.schema, request.withinSchemaTime),
  ];
  const report = assembleReport({
    version: request.version,
    today: settings.today,
    trigger: { kind: run, event: request.event, ...repository.commits },
    plans: judged.results,
    diagnostics: [...inbound.diagnostics, ...touched.diagnostics],
    coverage: [
      ...coverage,
      ...outdatedBaseline({
        ...baseline,
        ledger,
        doorPaths: doorPaths(found.files),
        results: judged.results,
        isOurs: (path) => isInShard(path, shard),
        isSilent: silentRules(plans, shared),
        run,
        settings,
        coverage,
      }),
    ],
    skipped: loaded.plans.filter((plan) => isOurs(plan.file) && saysItIsNoPlan(plan, isPlan)).length,
    failOn: effectiveFailOn(settings, run),
    api: { requests: 0, writes: 0 },
  });
  const sources = new Map(plans.map(({ file, head }) => [file.path, head?.text ?? null]));
  const sourceOf = (path: string): string | null => sources.get(path) ?? null;
  const { changes } = found;
  if (shard === null) return { report, sourceOf, changes, standing: ledger.standing() };
  const inputs = {
    settings,
    schema: schemaSource,
    baseline: baseline.entries,
    plans: loaded.plans,
    head: repository.commits.head,
  };
  return {
    report: { ...report, shard: shardIdentity(shard, inputs) },
    sourceOf,
    changes,
    standing: ledger.standing(),
  };
}

/** Only a team's schema can take long. */
function teamOrOwnSchema(text: string | null, path: string | null, within: WithinTime): BoundedValidator {
  return path === null
    ? { validate: compileSchema(null, BUILT_IN), gaps: () => [] }
    : boundedValidator(() => compileSchema(text, path), path, within);
}

const BUILT_IN = 'the built-in schema';
