import { PlanCheckError } from '../../plan-check-error.ts';
import type { Trigger } from '../../trigger.ts';
import type { Side } from '../repository.ts';
import { explainApiError } from './api-error.ts';
import type { GitHubClient } from './client.ts';
import { type Comparison, compareCommits, compareNew, comparePushed } from './comparison.ts';
import { openPullRequest, type PullRequest } from './pull-request.ts';
import type { Where } from './where.ts';

/** The two ends of what is checked, and what is known of them already. */
export interface Ends {
  readonly commits: Readonly<Record<Side, string | null>> & { readonly head: string };
  /** null for a scan. */
  readonly compared: { readonly base: string; readonly comparison: Comparison } | null;
  readonly pullRequest: PullRequest | null;
}

/** At the most two requests. Throws a PlanCheckError. */
export async function findEnds(
  client: GitHubClient,
  where: Where,
  trigger: Trigger,
  { prefetch, opened }: { readonly prefetch: readonly string[]; readonly opened: PullRequest | null },
): Promise<Ends> {
  if (trigger.kind === 'scan') {
    const { head } = trigger;
    return { commits: { head, base: null, trusted: head }, compared: null, pullRequest: null };
  }
  const { source, privileged } = trigger;
  if (source.type === 'range') {
    const { base, head } = source;
    const comparison = await comparePushed(client, where, { base, head });
    const trusted = privileged ? base : head;
    return {
      commits: { head, base: comparedWith(comparison, base), trusted },
      compared: { base, comparison },
      pullRequest: null,
    };
  }
  if (source.type === 'first-push') {
    const { head } = source;
    const comparison = await compareNew(client, where, source);
    const base = comparison.kind === 'related' ? comparison.mergeBase : null;
    return {
      commits: { head, base, trusted: head },
      compared: { base: base ?? source.from ?? head, comparison },
      pullRequest: null,
    };
  }
  const pullRequest =
    opened ?? (await openPullRequest(client, { ...where, ...source, privileged, prefetch }));
  const { number, base, head, trusted, newerHead } = pullRequest;
  const comparison = await compareCommits(client, where, { base, head });
  if (comparison.kind === 'unknown' && newerHead !== null) {
    throw new PlanCheckError(
      `The commit ${head}, which this run is about, cannot be compared any more, and pull request ${number} stands at ${newerHead} by now. The run for that one says how it is.`,
    );
  }
  if (comparison.kind === 'unknown') {
    // The pull request was just read, so both commits are there: it is the right that is missing.
    throw explainApiError(
      { status: 404, message: `${base}...${head}` },
      { action: `compare the commits of pull request ${number}`, permission: 'contents: read' },
    );
  }
  return {
    commits: { head, base: comparedWith(comparison, base), trusted },
    compared: { base, comparison },
    pullRequest,
  };
}

/** Without a common ancestor the two are compared as they stand; without the base there is nothing to compare with. */
function comparedWith(comparison: Comparison, base: string): string | null {
  switch (comparison.kind) {
    case 'related':
      return comparison.mergeBase;
    case 'unrelated':
    case 'rewritten':
      return base;
    case 'unknown':
    case 'first':
      return null;
  }
}
