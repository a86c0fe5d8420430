import { type LoadedPlan, loadPlans } from './checking/load-plans.ts';
import { loadRelations } from './checking/load-relations.ts';
import { changedPlanFiles, type PlanFile, standingPlanFiles } from './checking/plan-files.ts';
import { declaredType } from './plan/declared-type.ts';
import { normaliseWord } from './plan/lifecycle.ts';
import type { Plan } from './plan/plan.ts';
import { PlanCheckError } from './plan-check-error.ts';
import { assembleReport } from './report/assemble-report.ts';
import { planResult, planResultWithoutText } from './report/plan-result.ts';
import type { CoverageGap, PlanResult, Report } from './report/report.ts';
import type { FileContent, Repository } from './repository/repository.ts';
import type { Diagnostic } from './rules/diagnostic.ts';
import { reviewStamps } from './rules/review-stamps.ts';
import type { RunKind } from './rules/rule.ts';
import { runRules, type SharedContext } from './rules/run-rules.ts';
import { unreadableFileDiagnostic } from './rules/unreadable-file.ts';
import { compileSchema, type SchemaValidator } from './schema/compile-schema.ts';
import { selectPlans } from './settings/plan-selection.ts';
import { effectiveFailOn } from './settings/resolve-settings.ts';
import type { Settings } from './settings/settings.ts';

/** Which plans a run is about. */
export type Scope =
  /** The plans that differ between base and head. */
  | { readonly kind: 'changed' }
  /** Every plan at the head. */
  | { readonly kind: 'all' }
  /** These files, whether or not the settings' globs match them. */
  | { readonly kind: 'paths'; readonly paths: readonly string[] };

export interface CheckRequest {
  readonly repository: Repository;
  readonly scope: Scope;
  readonly run: RunKind;
  /** The event's name; at the terminal the command's. */
  readonly event: string;
  readonly settings: Settings;
  /** Of this tool. */
  readonly version: string;
}

export interface Checked {
  /** `api` is zero: only the entry knows what the run cost. */
  readonly report: Report;
  /** The text of a checked plan, where it could be read. */
  readonly sourceOf: (path: string) => string | null;
}

/**
 * One run: which plans, what do they say, what do the rules find.
 * @throws {PlanCheckError} when the team's schema cannot be used.
 */
export async function check(request: CheckRequest): Promise<Checked> {
  const { repository, settings, run } = request;
  const found = await findPlanFiles(request);
  const loaded = await loadPlans(repository, found.files, settings.schema);
  const plans = loaded.plans.filter((plan) => !saysItIsNoPlan(plan));
  const validator = compileSchema(schemaText(settings.schema, loaded.schema), settings.schema ?? BUILT_IN);
  const relations = await loadRelations(
    repository,
    { head: present(plans.map(({ head }) => head)), base: present(plans.map(({ base }) => base)) },
    found.everyFile,
    found.isUnchanged,
  );

  const shared: SharedContext = {
    run,
    settings,
    relations: relations.head,
    baseRelations: relations.base,
    reviewStamps: reviewStamps(
      plans.flatMap(({ head, base }) => (head === null ? [] : [{ plan: head, base }])),
    ),
  };
  const report = assembleReport({
    version: request.version,
    today: settings.today,
    trigger: { kind: run, event: request.event, ...repository.commits },
    plans: plans.map((plan) => judgePlan(plan, validator, shared)),
    diagnostics: [],
    coverage: [...found.gaps, ...loaded.gaps, ...plans.flatMap(unreadBody), ...relations.gaps],
    skipped: loaded.plans.length - plans.length,
    failOn: effectiveFailOn(settings, run),
    api: { requests: 0, writes: 0 },
  });
  const sources = new Map(plans.map(({ file, head }) => [file.path, head?.text ?? null]));
  return { report, sourceOf: (path) => sources.get(path) ?? null };
}

const BUILT_IN = 'the built-in schema';

const nothing = (): boolean => false;

interface FoundPlanFiles {
  readonly files: readonly PlanFile[];
  /** Every file at the head, where finding the plans told it. */
  readonly everyFile: ReadonlySet<string> | null;
  /** Whether a file is surely the same on both sides. */
  readonly isUnchanged: (path: string) => boolean;
  readonly gaps: readonly CoverageGap[];
}

async function findPlanFiles({ repository, scope, settings }: CheckRequest): Promise<FoundPlanFiles> {
  const isPlan = selectPlans(settings);
  switch (scope.kind) {
    case 'paths':
      return { files: standingPlanFiles(scope.paths), everyFile: null, isUnchanged: nothing, gaps: [] };
    case 'changed': {
      const { files, gap } = await repository.changedFiles();
      const touched = new Set(files.flatMap(({ path, previousPath }) => [path, previousPath]));
      return {
        files: changedPlanFiles(files, isPlan),
        everyFile: null,
        isUnchanged: gap === null ? (path) => !touched.has(path) : nothing,
        gaps: blocking('changed-files', gap),
      };
    }
    case 'all': {
      const { paths, gap } = await repository.listFiles();
      return {
        files: standingPlanFiles(paths.filter(isPlan)),
        everyFile: gap === null ? new Set(paths) : null,
        isUnchanged: nothing,
        gaps: blocking('plan-files', gap),
      };
    }
    default:
      return scope satisfies never;
  }
}

function judgePlan(
  { file, head, base, unreadable }: LoadedPlan,
  validator: SchemaValidator,
  shared: SharedContext,
): PlanResult {
  const { settings } = shared;
  if (head === null) {
    const findings: readonly Diagnostic[] =
      unreadable === null ? [] : [unreadableFileDiagnostic(file.path, unreadable, shared)];
    return planResultWithoutText(file, base, findings);
  }
  const diagnostics = runRules(
    {
      plan: head,
      base,
      schemaProblems: validator(head.frontMatter.data),
      baseSchemaProblems: base === null ? [] : validator(base.frontMatter.data),
    },
    shared,
  );
  return planResult(file, head, base, diagnostics, {
    today: settings.today,
    reviewEvery: settings.reviewEvery,
    expiringWithin: settings.expiringWithin,
  });
}

/** A body that was not read to its end may hide anything. */
const unreadBody = ({ file, head }: LoadedPlan): readonly CoverageGap[] =>
  head === null || head.bodyProblem === null
    ? []
    : [{ what: 'file', path: file.path, message: `"${file.path}": ${head.bodyProblem}`, blocking: true }];

/** A file that declares another type is no plan; one that is gone is judged by what it was. */
const saysItIsNoPlan = ({ head, base }: LoadedPlan): boolean => {
  const plan = head ?? base;
  const type = plan === null ? null : declaredType(plan);
  return type !== null && normaliseWord(type) !== 'plan';
};

function schemaText(path: string | null, content: FileContent | null): string | null {
  if (path === null) return null;
  switch (content?.kind) {
    case 'text':
      return content.text;
    case 'failed':
      throw new PlanCheckError(`The schema "${path}" could not be read: ${content.message}`);
    case 'unreadable':
      throw new PlanCheckError(
        `The schema "${path}" is not a text file (${content.reason}); "schema" must name a JSON Schema.`,
      );
    default:
      throw new PlanCheckError(
        `There is no file "${path}"; "schema" must name a JSON Schema inside the repository.`,
      );
  }
}

const blocking = (what: CoverageGap['what'], gap: string | null): readonly CoverageGap[] =>
  gap === null ? [] : [{ what, message: gap, blocking: true }];

const present = (plans: readonly (Plan | null)[]): readonly Plan[] => plans.filter((plan) => plan !== null);
