import type { Trigger } from '../../trigger.ts';
import { unknownHistory } from '../history.ts';
import type { FileContent, FileList, FileRef, Repository } from '../repository.ts';
import { explainApiError } from './api-error.ts';
import { findChangedFiles } from './changed-files.ts';
import type { GitHubClient } from './client.ts';
import { commitHistory } from './commit-history.ts';
import { doorsInCommit, type LinkTargets } from './doors.ts';
import { type Ends, findEnds } from './find-ends.ts';
import type { PullRequest } from './pull-request.ts';
import { readBefore } from './read-before.ts';
import { readCommitFiles } from './read-files.ts';
import { readTree, type Tree } from './tree.ts';
import type { Where } from './where.ts';

/** A repository over the API: no check-out is needed, and nothing of it is ever executed. */
export interface GitHubRepository extends Repository {
  /** null for everything but a pull request. */
  readonly pullRequest: PullRequest | null;
}

/**
 * Opens the repository for a run: two requests for a pull request, one for another change, none for a scan.
 * `prefetch` are paths on the trusted side that are surely read first. `opened` is the trigger's pull request, where
 * it was opened already; that spares one request. Throws a PlanCheckError.
 */
export async function openGitHubRepository(
  client: GitHubClient,
  where: Where,
  trigger: Trigger,
  prefetch: readonly string[],
  opened: PullRequest | null = null,
): Promise<GitHubRepository> {
  const { commits, compared, pullRequest } = await findEnds(client, where, trigger, { prefetch, opened });
  const { head, base, trusted } = commits;
  const known = new Map<string, FileContent>();
  for (const [path, content] of pullRequest?.trustedFiles ?? []) known.set(keyOf(trusted, path), content);
  const targets: LinkTargets = new Map();
  let tree: Promise<Tree> | null = null;
  const wholeTree = (): Promise<Tree> => {
    tree ??= listTree(client, where, head);
    return tree;
  };
  const everyFile = async (): Promise<FileList> => fileList(await wholeTree());

  return {
    commits: { head, base },
    isHistoryRemote: true,
    pullRequest,
    changedFiles: () =>
      compared === null
        ? Promise.resolve({ files: [], gap: null })
        : findChangedFiles(client, { ...where, ...compared, head, pullRequest: listable(pullRequest) }),
    listFiles: everyFile,
    doorsAmong: async (paths) =>
      await doorsInCommit(client, where, { commit: head, tree: await wholeTree(), targets }, paths),
    async readFiles(refs) {
      await readMissing(client, where, { refs, commits, known });
      return refs.map(({ side, path }) => known.get(keyOf(commits[side], path)) ?? NO_SUCH_SIDE);
    },
    async history(request) {
      const commit = request.from === 'head' ? head : base;
      if (commit === null) return unknownHistory(request, 'there is nothing to compare with');
      return await commitHistory(client, { where, commit, listFiles: everyFile }, request);
    },
    readBefore: (touches) => readBefore(client, where, touches),
  };
}

/** What GitHub lists for a pull request is about the commit that it stands at. */
const listable = (pullRequest: PullRequest | null): PullRequest | null =>
  pullRequest?.newerHead === null ? pullRequest : null;

const listTree = (client: GitHubClient, where: Where, head: string): Promise<Tree> =>
  readTree(client, where, head).catch((error: unknown) => {
    throw explainApiError(error, {
      action: 'list the files of the repository',
      permission: 'contents: read',
    });
  });

function fileList(tree: Tree): FileList {
  const gap = tree.isComplete
    ? null
    : `GitHub listed ${tree.files.length} files and no more, because the repository is too large, so plans may be missing. Check the repository out and run "plan-check" in it.`;
  return { paths: tree.files.map(({ path }) => path), gap };
}

interface Reading {
  readonly refs: readonly FileRef[];
  readonly commits: Ends['commits'];
  readonly known: Map<string, FileContent>;
}

/** Every file once, whatever it is asked for as; what failed is asked for again the next time. */
async function readMissing(
  client: GitHubClient,
  where: Where,
  { refs, commits, known }: Reading,
): Promise<void> {
  const wanted = new Map<string, { readonly commit: string; readonly path: string }>();
  for (const { side, path } of refs) {
    const commit = commits[side];
    const key = keyOf(commit, path);
    if (commit !== null && (known.get(key)?.kind ?? 'failed') === 'failed') wanted.set(key, { commit, path });
  }
  if (wanted.size === 0) return;
  const contents = await readCommitFiles(client, where, [...wanted.values()]);
  for (const [index, key] of [...wanted.keys()].entries()) {
    const content = contents[index];
    if (content !== undefined) known.set(key, content);
  }
}

/** A side without a commit has no files. */
const NO_SUCH_SIDE: FileContent = { kind: 'missing' };

function keyOf(commit: string | null, path: string): string {
  return `${commit}:${path}`;
}
