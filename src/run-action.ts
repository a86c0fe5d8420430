import { join } from 'node:path';
import * as core from '@actions/core';
import { asideOf } from './aside-of.ts';
import { type CheckRequest, check } from './check.ts';
import { changedSettings } from './checking/changed-settings.ts';
import { loadSettings } from './checking/load-settings.ts';
import { describeFailure } from './describe-failure.ts';
import { mergeShards } from './merging/merge-shards.ts';
import { openPullRequestOf, openRepository } from './open-repository.ts';
import { commentFailure, type FailedRun } from './outlets/failure-comment.ts';
import { logSteps } from './outlets/log-steps.ts';
import { emitOutputs } from './outlets/outputs.ts';
import { publish } from './outlets/publish.ts';
import { publishShard } from './outlets/publish-shard.ts';
import { requireTwoPlaces } from './outlets/report-file.ts';
import { PlanCheckError } from './plan-check-error.ts';
import { type Redact, redacted } from './redaction.ts';
import { exitCodeOf } from './report/conclusion.ts';
import { ourWords } from './report/our-words.ts';
import { createGitHubClient } from './repository/github/client.ts';
import type { PullRequest } from './repository/github/pull-request.ts';
import { rememberLimits } from './repository/github/remember-limits.ts';
import { RULES } from './rules/index.ts';
import { readRunContext } from './run-context.ts';
import { DEFAULT_BASELINE_PATH } from './settings/baseline-file.ts';
import { foreignInputs, type Inputs, readActionInputs } from './settings/inputs.ts';
import { DEFAULT_CONFIG_PATH, effectiveFailOn } from './settings/resolve-settings.ts';
import { PLAN_TIME, RUN_TIME, runTime, SCHEMA_TIME, timeBudget } from './time-budget.ts';
import { readTrigger, type Trigger } from './trigger.ts';
import { VERSION } from './version.ts';

/**
 * One run of the action, from the runner's variables to its outputs.
 * @param now milliseconds since the epoch.
 * @param redact goes over whatever is written elsewhere than in the log.
 * @returns the exit code.
 * @throws {PlanCheckError} when there is nothing that could be checked honestly.
 */
export async function runAction(env: NodeJS.ProcessEnv, now: number, redact: Redact): Promise<0 | 1> {
  const inputs = readActionInputs(env);
  for (const sentence of foreignInputs(env)) core.notice(sentence);
  const context = await readRunContext(env);
  const trigger = readTrigger({ ...context, mode: inputs.mode ?? 'auto' });
  if (trigger.kind === 'nothing') {
    core.notice(`${trigger.reason} There is nothing to check.`);
    emitOutputs({ conclusion: 'neutral' });
    return 0;
  }
  if (trigger.kind === 'scan' && trigger.remark !== null) core.notice(trigger.remark);

  refuseParts(inputs, trigger);
  const reportFile = inputs.report ?? join(context.temp, 'plan-check', 'report.json');
  const sarifFile = inputs.sarif ?? null;
  await requireTwoPlaces(reportFile, sarifFile);
  const started = performance.now();
  const client = rememberLimits(
    await createGitHubClient({ ...context, token: inputs.githubToken ?? '' }),
    () => (now + performance.now() - started) / 1_000,
  );
  const prefetch = pathsReadFirst(inputs);
  const pullRequest = await openPullRequestOf(client, context, trigger, prefetch);
  if (pullRequest !== null && pullRequest.newerHead !== null) core.notice(hasGoneOn(pullRequest));
  // A newer commit has a run of its own, and an older result does not go over that one's.
  const commented = pullRequest?.newerHead === null ? pullRequest : null;
  const dryRun = inputs.dryRun ?? false;
  const orComment = async <Result>(
    work: Promise<Result>,
    settings: FailedRun['settings'] = null,
  ): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      if (commented !== null) {
        const sentences = redact(describeFailure(error));
        await commentFailure(sentences, {
          ...{ client, context, pullRequest: commented, inputs, settings, dryRun },
        });
      }
      throw error;
    }
  };

  const repository = await orComment(openRepository(client, context, { trigger, prefetch, pullRequest }));
  const settings = await orComment(loadSettings(repository, inputs, RULES, now));
  const steps = logSteps(() => performance.now());
  const request: CheckRequest = {
    repository,
    scope: { kind: trigger.kind === 'scan' ? 'all' : 'changed' },
    run: trigger.kind,
    event: trigger.event,
    settings,
    version: VERSION,
    withinSchemaTime: timeBudget(SCHEMA_TIME),
    time: runTime({ plan: PLAN_TIME, run: RUN_TIME }),
    shard: inputs.shard ?? null,
    log: steps.log,
  };
  const failOn = effectiveFailOn(settings, trigger.kind);
  const {
    report: told,
    sourceOf,
    changes,
  } = inputs.merge !== undefined && trigger.kind === 'scan'
    ? {
        report: await mergeShards(inputs.merge, {
          cwd: context.workspace ?? process.cwd(),
          head: trigger.head,
          failOn,
        }),
        sourceOf: () => null,
        changes: null,
      }
    : await orComment(check(request), settings);
  steps.end();
  const report = { ...redacted(told, withoutOurWords(redact)), tool: told.tool };
  if (report.shard !== undefined) {
    await publishShard({ ...report, api: client.counts() }, report.shard, reportFile);
    return 0;
  }
  const isByItself = pullRequest !== null && trigger.kind === 'changes' && !trigger.privileged;
  const changed = isByItself ? changedSettings(changes, settings, inputs.config) : null;
  if (changed !== null) core.notice(changed);
  await publish(report, {
    client,
    context,
    settings,
    pullRequest: commented,
    reportFile,
    sarifFile,
    sourceOf,
    dryRun,
    aside: asideOf(context),
    isWantedAside: inputs.trackingIssue === 'always',
  });
  return exitCodeOf(report, failOn);
}

/** No secret, whatever it reads, decides over the result: one that reads like a word of ours would make it none. */
const withoutOurWords =
  (redact: Redact): Redact =>
  (text) =>
    ourWords().has(text) ? text : redact(text);

/** Only a scan has parts: a change is small, and has one comment. */
function refuseParts({ shard, merge }: Inputs, trigger: Trigger): void {
  const [given] = [shard === undefined ? [] : ['shard'], merge === undefined ? [] : ['merge']].flat();
  if (given !== undefined && trigger.kind !== 'scan') {
    throw new PlanCheckError(
      `Input "${given}" is for scans, and the event "${trigger.event}" is about a change: set "mode" to scan, or leave "${given}" out.`,
    );
  }
  if (shard !== undefined && merge !== undefined) {
    throw new PlanCheckError('"shard" and "merge" belong to two jobs: give each its own.');
  }
}

/** Paths on the trusted side. */
const pathsReadFirst = ({ config = DEFAULT_CONFIG_PATH, schema }: Inputs): readonly string[] => [
  config,
  DEFAULT_BASELINE_PATH,
  ...(schema === undefined ? [] : [schema]),
];

const hasGoneOn = ({ number, head, newerHead }: PullRequest): string =>
  `This run is about the commit ${head}, where GitHub shows its result, and that commit is what it checks. Pull request ${number} stands at ${newerHead} by now, so the comment is left to the run for that one.`;
