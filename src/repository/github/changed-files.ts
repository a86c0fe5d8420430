import type { ChangedFile, ChangedFiles } from '../repository.ts';
import { explainApiError } from './api-error.ts';
import type { GitHubClient } from './client.ts';
import { compareTrees } from './compare-trees.ts';
import { type Comparison, MAX_COMPARED_FILES, readDiffEntry } from './comparison.ts';
import { currentEnds } from './current-ends.ts';
import { readDifference, readTree, type Tree } from './tree.ts';
import type { Where } from './where.ts';

export interface Change extends Where {
  readonly head: string;
  /** What was asked for as base, before its merge base was known: a commit, or the branch that a new one is for. */
  readonly base: string;
  readonly comparison: Comparison;
  /** `changedFiles`: how many GitHub says there are. */
  readonly pullRequest: { readonly number: number; readonly changedFiles: number } | null;
}

/** GitHub lists no more files of a pull request, and tells nobody. From its page "List pull requests files". */
const MAX_LISTED_FILES = 3_000;
const PAGE = 100;

/**
 * Everything that changed: as compared where that is all, else as listed for the pull request, else by the trees of
 * both commits. Throws a PlanCheckError.
 */
export async function findChangedFiles(client: GitHubClient, change: Change): Promise<ChangedFiles> {
  const { comparison, base, head, pullRequest } = change;
  if (comparison.kind === 'unknown') {
    const { files } = await treeOf(client, change, head);
    return {
      files: files.map(({ path }) => ({ path, previousPath: null, change: 'added' })),
      gap: `"${base}" is not there any more, so nothing can be compared with it and every file counts as added. Push once more to compare again.`,
    };
  }
  if (comparison.kind === 'unrelated') {
    const gap = `The commits ${base} and ${head} have no common ancestor, so everything that differs between the two counts as changed. Rebase onto the base branch.`;
    return { files: (await changesByTrees(client, change, base)) ?? [], gap };
  }
  if (comparison.kind === 'first') {
    const { files, isComplete } = await treeOf(client, change, head);
    return {
      files: files.map(({ path }) => ({ path, previousPath: null, change: 'added' })),
      gap: isComplete ? null : gapAfter(files, null),
    };
  }
  const compared = comparison.files;
  const from = comparison.kind === 'rewritten' ? base : comparison.mergeBase;
  if (pullRequest === null) {
    const isWhole = comparison.kind === 'related' && compared.length < MAX_COMPARED_FILES;
    const files = isWhole ? compared : await changesByTrees(client, change, from);
    return files === null ? { files: compared, gap: gapAfter(compared, null) } : { files, gap: null };
  }

  const { changedFiles: count } = pullRequest;
  if (isAll(compared, count)) return { files: compared, gap: null };
  if (count <= MAX_LISTED_FILES) {
    const listed = await listedFiles(client, change, pullRequest);
    if (listed.length === count && (await isListOf(client, change, listed))) {
      return { files: listed, gap: null };
    }
  }
  // Either there are too many, or the pull request moved while it was read: the commits do not.
  const files = await changesByTrees(client, change, from);
  if (files !== null) return { files, gap: null };
  const listed = await listedFiles(client, change, { ...pullRequest, changedFiles: MAX_LISTED_FILES });
  return { files: [...byPath([...compared, ...listed])], gap: gapAfter(listed, count) };
}

/** GitHub lists what a pull request changes when it is asked: that is ours if it has all that was compared, and neither end moved. */
async function isListOf(
  client: GitHubClient,
  { owner, repo, head, base, comparison, pullRequest }: Change,
  listed: readonly ChangedFile[],
): Promise<boolean> {
  const paths = new Set(listed.map(({ path }) => path));
  const compared = 'files' in comparison ? comparison.files : [];
  if (pullRequest === null || !compared.every(({ path }) => paths.has(path))) return false;
  const ends = await currentEnds(client, { owner, repo, number: pullRequest.number });
  return ends.head === head && ends.base === base;
}

function isAll(compared: readonly ChangedFile[], count: number): boolean {
  return compared.length < MAX_COMPARED_FILES ? compared.length >= count : compared.length === count;
}

/** The pages side by side: their number is known. */
async function listedFiles(
  client: GitHubClient,
  { owner, repo }: Where,
  { number, changedFiles }: { readonly number: number; readonly changedFiles: number },
): Promise<readonly ChangedFile[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
  const pages = Array.from({ length: Math.ceil(changedFiles / PAGE) }, async (_, index) => {
    const parameters = { owner, repo, pull_number: number, per_page: PAGE, page: index + 1 };
    const { data } = await client.request(route, parameters);
    return data.flatMap(readDiffEntry);
  });
  const task = {
    action: `list the files of pull request ${number}`,
    permission: 'pull-requests: read',
  } as const;
  const files = await Promise.all(pages).catch((error: unknown) => {
    throw explainApiError(error, task);
  });
  return [...byPath(files.flat())];
}

/** Each path once, as it stands last. */
const byPath = (files: readonly ChangedFile[]): Iterable<ChangedFile> =>
  new Map(files.map((file) => [file.path, file])).values();

/** null when too much of the trees differs to be told whole. */
async function changesByTrees(
  client: GitHubClient,
  change: Change,
  from: string,
): Promise<readonly ChangedFile[] | null> {
  const { owner, repo, head } = change;
  const differing = await readDifference(client, { owner, repo }, { base: from, head }).catch(
    (error: unknown) => {
      throw explainApiError(error, {
        action: `list the files of ${from} and ${head}`,
        permission: 'contents: read',
      });
    },
  );
  return differing === null ? null : compareTrees(differing.base, differing.head);
}

function treeOf(client: GitHubClient, { owner, repo }: Where, commit: string): Promise<Tree> {
  return readTree(client, { owner, repo }, commit).catch((error: unknown) => {
    throw explainApiError(error, { action: `list the files of ${commit}`, permission: 'contents: read' });
  });
}

function gapAfter(files: readonly unknown[], count: number | null): string {
  const of = count === null ? '' : ` of ${count}`;
  return `GitHub listed ${files.length}${of} changed files and no more, and the repository is too large to compare it whole, so changed plans may be missing. Split the change into smaller ones.`;
}
