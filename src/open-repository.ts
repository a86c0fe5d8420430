import { openCheckOut } from './repository/git/check-out.ts';
import type { GitHubClient } from './repository/github/client.ts';
import { openGitHubRepository } from './repository/github/github-repository.ts';
import { openPullRequest, type PullRequest } from './repository/github/pull-request.ts';
import type { Repository } from './repository/repository.ts';
import { withHistory } from './repository/with-history.ts';
import type { RunContext } from './run-context.ts';
import type { Trigger } from './trigger.ts';

/** Opened before everything else: from here on a failure can be told where people look. */
export async function openPullRequestOf(
  client: GitHubClient,
  { owner, repo }: RunContext,
  trigger: Trigger,
  prefetch: readonly string[],
): Promise<PullRequest | null> {
  if (trigger.kind === 'scan' || trigger.source.type !== 'pull-request') return null;
  const { privileged, source } = trigger;
  const { number, head } = source;
  const open = () => openPullRequest(client, { owner, repo, number, head, privileged, prefetch });
  const first = await open();
  // GitHub may not know the push yet that started this run.
  return first.newerHead !== null && (await client.pause(LAG)) ? open() : first;
}

/** Seconds after which GitHub knows everywhere what was pushed. */
const LAG = 2;

interface Opening {
  readonly trigger: Trigger;
  readonly prefetch: readonly string[];
  readonly pullRequest: PullRequest | null;
}

/** A scan reads the check-out, where there is one of that commit; everything else, and a scan without, asks GitHub. */
export async function openRepository(
  client: GitHubClient,
  context: RunContext,
  { trigger, prefetch, pullRequest }: Opening,
): Promise<Repository> {
  if (trigger.kind === 'scan' && context.workspace !== null) {
    const checkOut = await openCheckOut(context.workspace, trigger.head);
    // A check-out seldom has more than its last commit: what was before is asked of GitHub then.
    if (checkOut !== null) {
      return withHistory(checkOut, await openGitHubRepository(client, context, trigger, prefetch));
    }
  }
  return openGitHubRepository(client, context, trigger, prefetch, pullRequest);
}
