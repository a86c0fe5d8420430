import { type CheckRequest, check } from '../check.ts';
import { loadBaseline } from '../checking/load-baseline.ts';
import { liesBelow } from '../lies-below.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import { counted } from '../report/counted.ts';
import { type CoverageGap, isUnreadable } from '../report/report.ts';
import { MAX_FILE_BYTES } from '../repository/repository.ts';
import { type BaselineEntry, sortedEntries } from '../rules/ledger.ts';
import { DEFAULT_BASELINE_PATH, formatBaseline } from '../settings/baseline-file.ts';
import { DEFAULT_CONFIG_PATH } from '../settings/resolve-settings.ts';
import { writeInside } from './write-inside.ts';

export interface BaselineRequest extends Omit<CheckRequest, 'run' | 'baseline' | 'withinSchemaTime'> {
  readonly schemaTime: () => CheckRequest['withinSchemaTime'];
}

/**
 * Writes every finding that stands, of a change and of a scan, to the baseline: afterwards both are silent. Where only some plans
 * are checked, the entries of the others stay.
 * @param root the repository's root on the disk.
 * @returns the exit code: 1 when not everything could be checked.
 * @throws {PlanCheckError} when it would be too large to be read, or cannot be written.
 */
export async function writeBaseline(request: BaselineRequest, root: string): Promise<0 | 1> {
  const { scope, settings } = request;
  const path = settings.baseline ?? DEFAULT_BASELINE_PATH;
  const before = await entriesBefore(request);
  const runs = [await standingOf(request, 'changes'), await standingOf(request, 'scan')];
  const checked = scope.kind === 'paths' ? new Set(scope.paths) : null;
  // What lies behind a link, or in a submodule, was not looked at.
  const unread = new Set(runs.flatMap(({ unreadable }) => unreadable));
  const kept = before.filter(({ path }) => (checked === null ? liesBelow(path, unread) : !checked.has(path)));
  const entries = sortedEntries([...kept, ...ofEither(runs.map(({ standing }) => standing))]);
  const text = formatBaseline(entries);
  refuseTooLarge(text, entries, path);
  await writeInside(root, path, { name: 'baseline', text });
  process.stdout.write(`${told(path, entries, before, settings.baseline === null)}\n`);
  return tellGaps(runs.flatMap(({ gaps }) => gaps));
}

/** A baseline that cannot be read is written anew, unless a part of it is to stay. */
async function entriesBefore({
  repository,
  settings,
  scope,
}: BaselineRequest): Promise<readonly BaselineEntry[]> {
  const path = settings.baseline ?? DEFAULT_BASELINE_PATH;
  const [content] = await repository.readFiles([{ side: 'trusted', path }]);
  if (content?.kind === 'missing') return [];
  const entries = loadBaseline(repository, settings);
  return scope.kind === 'paths' ? await entries : await entries.catch(() => []);
}

async function standingOf(
  { schemaTime, ...request }: BaselineRequest,
  run: CheckRequest['run'],
): Promise<{
  readonly standing: readonly BaselineEntry[];
  readonly gaps: readonly CoverageGap[];
  readonly unreadable: readonly string[];
}> {
  const { standing, report } = await check({
    ...request,
    run,
    baseline: 'nothing',
    withinSchemaTime: schemaTime(),
  });
  return {
    standing,
    gaps: report.coverage.filter(({ blocking }) => blocking),
    unreadable: report.plans.filter(isUnreadable).map((plan) => plan.path),
  };
}

/** The greater count of each: what both kinds of run find is the same finding. */
function ofEither(runs: readonly (readonly BaselineEntry[])[]): readonly BaselineEntry[] {
  const found = new Map<string, BaselineEntry>();
  for (const entry of runs.flat()) {
    const key = JSON.stringify([entry.path, entry.rule, entry.text]);
    const other = found.get(key);
    if (other === undefined || other.count < entry.count) found.set(key, entry);
  }
  return [...found.values()];
}

function refuseTooLarge(text: string, entries: readonly BaselineEntry[], path: string): void {
  if (Buffer.byteLength(text) <= MAX_FILE_BYTES) return;
  const byRule = [...Map.groupBy(entries, ({ rule }) => rule)].map(([rule, all]) => ({
    rule,
    count: all.length,
  }));
  const most = byRule
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 3)
    .map(({ rule, count }) => `${rule} (${count})`);
  throw new PlanCheckError(
    `The baseline "${path}" would be larger than one megabyte, and no run could read it: mend some of the ${entries.length} findings first, or switch rules off. Most are of ${most.join(', ')}.`,
  );
}

function told(
  path: string,
  entries: readonly BaselineEntry[],
  before: readonly BaselineEntry[],
  isUnnamed: boolean,
): string {
  const sum = entries.reduce((all, { count }) => all + count, 0);
  const plans = new Set(entries.map((entry) => entry.path)).size;
  const keys = new Set(entries.map((entry) => JSON.stringify([entry.path, entry.rule, entry.text])));
  const gone = before.filter(
    (entry) => !keys.has(JSON.stringify([entry.path, entry.rule, entry.text])),
  ).length;
  return [
    `Wrote ${counted(sum, 'finding')} in ${counted(plans, 'plan')} to ${path}${gone === 0 ? '' : `, and removed ${gone} that no longer ${gone === 1 ? 'stands' : 'stand'}`}.`,
    ...(isUnnamed
      ? [
          `Commit it, and add this line to ${DEFAULT_CONFIG_PATH}, so that a run without it is an error:`,
          `baseline: ${path}`,
        ]
      : []),
  ].join('\n');
}

function tellGaps(gaps: readonly CoverageGap[]): 0 | 1 {
  const messages = new Set(gaps.map(({ message }) => message));
  for (const message of messages) process.stderr.write(`incomplete: ${message}\n`);
  return messages.size === 0 ? 0 : 1;
}
