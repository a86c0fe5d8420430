import type { ChangedFile } from '../repository.ts';
import { classifyApiError, explainApiError } from './api-error.ts';
import type { GitHubClient } from './client.ts';
import type { Where } from './where.ts';

/** What GitHub says of two commits. */
export type Comparison =
  | {
      readonly kind: 'related';
      readonly mergeBase: string;
      /** `MAX_COMPARED_FILES` at most: then there may be more. */
      readonly files: readonly ChangedFile[];
    }
  /** After a push that took commits away: what differs is more than what came since both parted, and `files` are the latter. */
  | { readonly kind: 'rewritten'; readonly files: readonly ChangedFile[] }
  /** Both are there, and have nothing in common. */
  | { readonly kind: 'unrelated' }
  /** At least one of them is not there any more, such as the former tip after a forced push. */
  | { readonly kind: 'unknown' }
  /** There is nothing to compare with: all is new. */
  | { readonly kind: 'first' };

/** From GitHub's page "Compare two commits". */
export const MAX_COMPARED_FILES = 300;

/** An entry of a list of changed files, as REST writes it. */
export interface DiffEntry {
  readonly filename: string;
  readonly status: string;
  readonly previous_filename?: string;
}

/** The merge base and the first changed files, in one request. Throws a PlanCheckError. */
export async function compareCommits(
  client: GitHubClient,
  { owner, repo }: Where,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<Comparison> {
  const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
  try {
    // Pages are of commits, which nobody asked for: as few as possible. The files come with the first page.
    const { data } = await client.request(route, { owner, repo, basehead: `${base}...${head}`, per_page: 1 });
    return {
      kind: 'related',
      mergeBase: data.merge_base_commit.sha,
      files: (data.files ?? []).flatMap(readDiffEntry),
    };
  } catch (error) {
    const problem = classifyApiError(error);
    if (problem.kind === 'missing') {
      return /no common ancestor/i.test(problem.message) ? { kind: 'unrelated' } : { kind: 'unknown' };
    }
    throw explainApiError(error, { action: 'compare the commits', permission: 'contents: read' });
  }
}

/** What a push did: the commit before it is what stood there, also where it is none that the new one came from. */
export async function comparePushed(
  client: GitHubClient,
  where: Where,
  commits: { readonly base: string; readonly head: string },
): Promise<Comparison> {
  const comparison = await compareCommits(client, where, commits);
  return comparison.kind === 'related' && comparison.mergeBase !== commits.base
    ? { kind: 'rewritten', files: comparison.files }
    : comparison;
}

/** What a new branch brings to the one that it is for; all it has, where the two have nothing in common. */
export async function compareNew(
  client: GitHubClient,
  where: Where,
  { from, head }: { readonly from: string | null; readonly head: string },
): Promise<Comparison> {
  if (from === null) return { kind: 'first' };
  const comparison = await compareCommits(client, where, { base: from, head });
  return comparison.kind === 'unrelated' ? { kind: 'first' } : comparison;
}

/** One changed file, or none for an entry that says that nothing changed. */
export function readDiffEntry({ filename, status, previous_filename }: DiffEntry): readonly ChangedFile[] {
  const file = { path: filename, previousPath: null };
  switch (status) {
    case 'unchanged':
      return [];
    case 'removed':
      return [{ ...file, change: 'removed' }];
    case 'renamed':
      return [{ ...file, previousPath: previous_filename ?? null, change: 'renamed' }];
    case 'added':
    case 'copied':
      return [{ ...file, change: 'added' }];
    default:
      return [{ ...file, change: 'modified' }];
  }
}
