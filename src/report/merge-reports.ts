import { PlanCheckError } from '../plan-check-error.ts';
import { listed } from '../rules/message.ts';
import { shown } from '../settings/setting-problem.ts';
import type { FailOn } from '../settings/settings.ts';
import { shardOf } from '../settings/shard.ts';
import { assembleReport } from './assemble-report.ts';
import { joinGaps } from './counted-gap.ts';
import type { CoverageGap, Report, ShardIdentity } from './report.ts';
import { AS_WRITTEN, requireConsistent } from './require-consistent.ts';

/** A report, and what messages call it. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

interface Part extends NamedReport {
  readonly shard: ShardIdentity;
}

/**
 * Joins the reports of shards into the one that a single run would have made. Findings are counted and judged anew. A part
 * that is missing makes the result incomplete.
 * @throws {PlanCheckError} when the reports are not parts of one run, one part was given twice, or one contradicts itself.
 */
export function mergeReports(
  reports: readonly NamedReport[],
  { failOn, version }: { readonly failOn: FailOn; readonly version: string },
): Report {
  const parts = reports.map(asPart);
  const [first] = parts;
  if (first === undefined) throw new PlanCheckError('There is no report to merge; name at least one.');
  if (first.report.tool.version !== version) {
    throw new PlanCheckError(
      `"${first.name}" was made by version ${first.report.tool.version} of Plan Check, and this is ${version}; use one version for all jobs.`,
    );
  }
  for (const part of parts) requireSameRun(first, part);
  requireOnce(parts);
  for (const part of parts) requireOwnPlans(part);
  for (const { name, report } of parts) requireConsistent(name, report);
  requireApart(parts);

  const all = parts.map(({ report }) => report);
  return assembleReport({
    version,
    today: first.report.today,
    trigger: first.report.trigger,
    plans: all.flatMap(({ plans }) => plans),
    diagnostics: distinct(all.flatMap(({ diagnostics }) => diagnostics)),
    coverage: joinGaps([missing(parts, first.shard.count), ...all.map(({ coverage }) => coverage)]),
    skipped: sum(all.map(({ counts }) => counts.skipped)),
    failOn,
    api: {
      requests: sum(all.map(({ api }) => api.requests)),
      writes: sum(all.map(({ api }) => api.writes)),
    },
  });
}

function asPart({ name, report }: NamedReport): Part {
  const { shard } = report;
  if (shard === undefined) {
    throw new PlanCheckError(
      `"${name}" is the report of a whole run, so there is nothing to merge it with: name reports of runs with "shard".`,
    );
  }
  if (shard.index > shard.count) {
    throw new PlanCheckError(`"${name}" says that it is shard ${shard.index} of ${shard.count}.`);
  }
  return { name, report, shard };
}

/** What must be the same in all parts, and what to do where it is not. */
const IDENTITY: readonly {
  readonly what: string;
  readonly of: (part: Part) => string | number | null;
  readonly cure: string;
}[] = [
  {
    what: 'the version of Plan Check',
    of: ({ report }) => report.tool.version,
    cure: 'use one version for all jobs',
  },
  {
    what: 'the number of shards',
    of: ({ shard }) => shard.count,
    cure: 'merge the reports of one matrix only',
  },
  {
    what: 'the commit',
    of: ({ report }) => JSON.stringify(report.trigger),
    cure: 'merge the reports of one workflow run only',
  },
  { what: 'the day', of: ({ report }) => report.today, cure: 'give all jobs the same "today"' },
  {
    what: 'the settings',
    of: ({ shard }) => shard.settings,
    cure: 'give all jobs the same inputs, configuration, schema and baseline',
  },
  { what: 'the plans', of: ({ shard }) => shard.plans, cure: 'check out the same commit in all jobs' },
];

function requireSameRun(first: Part, part: Part): void {
  for (const { what, of, cure } of IDENTITY) {
    if (of(first) !== of(part)) {
      throw new PlanCheckError(
        `"${first.name}" and "${part.name}" differ in ${what}, so they are not of one run: ${cure}.`,
      );
    }
  }
}

function requireOnce(parts: readonly Part[]): void {
  const seen = new Map<number, string>();
  for (const { name, shard } of parts) {
    const earlier = seen.get(shard.index);
    if (earlier !== undefined) {
      throw new PlanCheckError(
        `Shard ${shard.index} of ${shard.count} was given twice, as "${earlier}" and as "${name}"; name one of them.`,
      );
    }
    seen.set(shard.index, name);
  }
}

function requireOwnPlans({ name, report, shard }: Part): void {
  const seen = new Set<string>();
  for (const { path } of report.plans) {
    if (shardOf(path, shard.count) !== shard.index) {
      throw new PlanCheckError(
        `"${name}" has the plan ${shown(path)}, which does not belong to shard ${shard.index} of ${shard.count}.`,
      );
    }
    if (seen.has(path)) throw new PlanCheckError(`"${name}" has the plan ${shown(path)} twice.`);
    seen.add(path);
  }
}

/** A finding beside the plans is about none that was checked, in whichever part. */
function requireApart(parts: readonly Part[]): void {
  const checked = new Set(parts.flatMap(({ report }) => report.plans.map(({ path }) => path)));
  for (const { name, report } of parts) {
    const finding = report.diagnostics.find(({ path }) => checked.has(path));
    if (finding !== undefined) {
      throw new PlanCheckError(
        `"${name}" has a finding about ${shown(finding.path)} beside the plan, and not in it: ${AS_WRITTEN}.`,
      );
    }
  }
}

function missing(parts: readonly Part[], count: number): readonly CoverageGap[] {
  const there = new Set(parts.map(({ shard }) => shard.index));
  const gone = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !there.has(index));
  if (gone.length === 0) return [];
  const numbers = listed(gone.map(String), 'and');
  const message =
    gone.length === 1
      ? `The report of shard ${numbers} of ${count} is missing, so its plans are not known: look at that job.`
      : `The reports of shards ${numbers} of ${count} are missing, so their plans are not known: look at those jobs.`;
  return [{ what: 'shard', message, blocking: true }];
}

/** What every part says is said once. */
function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
