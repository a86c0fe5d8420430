import { join } from 'node:path';
import * as core from '@actions/core';
import { check } from './check.ts';
import { loadSettings } from './checking/load-settings.ts';
import { publish } from './outlets/publish.ts';
import { exitCodeOf } from './report/conclusion.ts';
import { openCheckOut } from './repository/git/check-out.ts';
import { createGitHubClient, type GitHubClient } from './repository/github/client.ts';
import { type GitHubRepository, openGitHubRepository } from './repository/github/github-repository.ts';
import type { Repository } from './repository/repository.ts';
import { RULES } from './rules/index.ts';
import { type RunContext, readRunContext } from './run-context.ts';
import { foreignInputs, type Inputs, readActionInputs } from './settings/inputs.ts';
import { DEFAULT_CONFIG_PATH, effectiveFailOn } from './settings/resolve-settings.ts';
import { readTrigger, type Trigger } from './trigger.ts';
import { VERSION } from './version.ts';

/**
 * One run of the action, from the runner's variables to its outputs.
 * @param now milliseconds since the epoch.
 * @returns the exit code.
 * @throws {PlanCheckError} when there is nothing that could be checked honestly.
 */
export async function runAction(env: NodeJS.ProcessEnv, now: number): Promise<0 | 1> {
  const inputs = readActionInputs(env);
  for (const sentence of foreignInputs(env)) core.notice(sentence);
  const context = await readRunContext(env);
  const trigger = readTrigger({ ...context, mode: inputs.mode ?? 'auto' });
  if (trigger.kind === 'nothing') {
    core.notice(`${trigger.reason} There is nothing to check.`);
    core.setOutput('conclusion', 'neutral');
    return 0;
  }
  if (trigger.kind === 'scan' && trigger.remark !== null) core.notice(trigger.remark);

  const client = await createGitHubClient({ ...context, token: inputs.githubToken ?? '' });
  const { repository, pullRequest } = await openRepository(client, context, trigger, inputs);
  const settings = await loadSettings(
    repository,
    inputs,
    RULES.map(({ id }) => id),
    now,
  );
  const { report } = await check({
    repository,
    scope: { kind: trigger.kind === 'scan' ? 'all' : 'changed' },
    run: trigger.kind,
    event: trigger.event,
    settings,
    version: VERSION,
  });
  await publish(report, {
    client,
    context,
    settings,
    pullRequest,
    reportFile: inputs.report ?? join(context.temp, 'plan-check', 'report.json'),
    dryRun: inputs.dryRun ?? false,
  });
  return exitCodeOf(report, effectiveFailOn(settings, trigger.kind));
}

interface OpenRepository {
  readonly repository: Repository;
  readonly pullRequest: GitHubRepository['pullRequest'];
}

/** A scan reads the check-out, where there is one of that commit; everything else, and a scan without, asks GitHub. */
async function openRepository(
  client: GitHubClient,
  context: RunContext,
  trigger: Trigger,
  inputs: Inputs,
): Promise<OpenRepository> {
  if (trigger.kind === 'scan' && context.workspace !== null) {
    const checkOut = await openCheckOut(context.workspace, trigger.head);
    if (checkOut !== null) return { repository: checkOut, pullRequest: null };
  }
  const prefetch = [
    inputs.config ?? DEFAULT_CONFIG_PATH,
    ...(inputs.schema === undefined ? [] : [inputs.schema]),
  ];
  const repository = await openGitHubRepository(client, context, trigger, prefetch);
  return { repository, pullRequest: repository.pullRequest };
}
