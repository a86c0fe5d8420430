import { type Checked, check } from '../check.ts';
import { loadSettings } from '../checking/load-settings.ts';
import { mergeShards } from '../merging/merge-shards.ts';
import { exitCodeOf } from '../report/conclusion.ts';
import { openGitRepository } from '../repository/git/git-repository.ts';
import { RULES } from '../rules/index.ts';
import { effectiveFailOn } from '../settings/resolve-settings.ts';
import { PLAN_TIME, RUN_TIME, runTime, SCHEMA_TIME, timeBudget } from '../time-budget.ts';
import { VERSION } from '../version.ts';
import { noLog, timedLog } from '../work-log.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { HELP } from './command-words.ts';
import { diskRequest } from './disk-request.ts';
import { explainRule, listRules } from './explain.ts';
import { fixPlans } from './fix-plans.ts';
import { printResult } from './print-result.ts';
import { runInit } from './run-init.ts';
import { runNew } from './run-new.ts';
import type { Surroundings } from './surroundings.ts';
import { writeBaseline } from './write-baseline.ts';

/** The rules' pages, from `src` and from `dist` alike. */
const PAGES = new URL('../docs/rules/', import.meta.url);

/**
 * Runs one command of the terminal. Results go to standard output, everything else to standard error.
 * @returns the exit code: 0 fine, 1 findings at or above `--fail-on`, 2 a plan that `fix` could not write.
 * @throws {PlanCheckError} for wrong usage and unusable configuration.
 */
export async function runCommand(words: readonly string[], around: Surroundings): Promise<number> {
  const line = readCommandLine(words);
  if (line === 'help') return say(HELP);
  if (line === 'version') return say(`${VERSION}\n`);
  switch (line.command) {
    case 'explain':
      return explain(line);
    case 'check':
      return await checkOnDisk(line, around);
    case 'diff':
      return await compareCommits(line, around);
    case 'scan':
      return await scanOnDisk(line, around);
    case 'merge':
      return await mergeOnDisk(line, around);
    case 'fix':
      return await fixOnDisk(line, around);
    case 'init':
      return await runInit(line, around);
    case 'new':
      return await runNew(line, around);
    default:
      return line.command satisfies never;
  }
}

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

async function explain({ operands: [rule] }: CommandLine): Promise<0> {
  return say(rule === undefined ? `${listRules(RULES)}\n` : await explainRule(rule, RULES, PAGES));
}

async function checkOnDisk(line: CommandLine, around: Surroundings): Promise<number> {
  const { root, request } = await diskRequest(line, around);
  const { settings } = request;
  announce(line, `Checking the plans of ${root} as of ${settings.today}.`);
  if (line.writeBaseline) {
    return await writeBaseline({ ...request, schemaTime: () => timeBudget(SCHEMA_TIME) }, root);
  }
  const checked = await check({ ...request, withinSchemaTime: timeBudget(SCHEMA_TIME) });
  return finish(line, around, checked, effectiveFailOn(settings, 'changes'));
}

/** What the scheduled action would say of these plans. */
async function scanOnDisk(line: CommandLine, around: Surroundings): Promise<number> {
  const { root, request } = await diskRequest(line, around);
  const { settings } = request;
  const { shard = null } = line.inputs;
  const part = shard === null ? '' : `shard ${shard.index} of ${shard.count} of `;
  announce(line, `Scanning ${part}the plans of ${root} as of ${settings.today}.`);
  if (shard !== null && line.format !== 'json') {
    announce(
      line,
      '"--format json" prints the report that "plan-check merge" joins; this format is for reading.',
    );
  }
  const checked = await check({
    ...request,
    run: 'scan',
    shard,
    log: line.quiet
      ? noLog
      : timedLog({ write: (sentence) => announce(line, sentence), clock: () => performance.now() }),
    withinSchemaTime: timeBudget(SCHEMA_TIME),
  });
  // What a part is worth is said where all parts are joined.
  return finish(line, around, checked, shard === null ? effectiveFailOn(settings, 'scan') : 'never');
}

async function mergeOnDisk(line: CommandLine, around: Surroundings): Promise<number> {
  const failOn = line.inputs.failOn ?? 'never';
  const report = await mergeShards(line.operands, { cwd: around.cwd, head: null, failOn });
  return finish(line, around, { report, sourceOf: () => null }, failOn);
}

async function fixOnDisk(line: CommandLine, around: Surroundings): Promise<number> {
  const { root, request } = await diskRequest(line, around);
  announce(line, `Fixing the plans of ${root} as of ${request.settings.today}.`);
  return await fixPlans(
    { ...request, schemaTime: () => timeBudget(SCHEMA_TIME) },
    { root, dryRun: line.dryRun },
  );
}

async function compareCommits(line: CommandLine, around: Surroundings): Promise<number> {
  const repository = await openGitRepository({
    cwd: around.cwd,
    base: line.base,
    head: line.head,
    trusted: 'head',
  });
  const settings = await loadSettings(repository, line.inputs, RULES, around.now);
  announce(
    line,
    `Comparing ${line.head ?? 'the work tree'} with ${repository.commits.base ?? 'nothing'} as of ${settings.today}.`,
  );
  const checked = await check({
    repository,
    scope: { kind: 'changed' },
    run: 'changes',
    event: 'diff',
    settings,
    version: VERSION,
    withinSchemaTime: timeBudget(SCHEMA_TIME),
    time: runTime({ plan: PLAN_TIME, run: RUN_TIME }),
  });
  return finish(line, around, checked, effectiveFailOn(settings, 'changes'));
}

function announce({ quiet }: CommandLine, sentence: string): void {
  if (!quiet) process.stderr.write(`${sentence}\n`);
}

function finish(
  line: CommandLine,
  around: Surroundings,
  checked: Pick<Checked, 'report' | 'sourceOf'>,
  failOn: Parameters<typeof exitCodeOf>[1],
): number {
  printResult(checked, { format: line.format, colors: line.color && around.colors });
  return exitCodeOf(checked.report, failOn);
}
