import { realpath } from 'node:fs/promises';
import { PlanCheckError } from '../../plan-check-error.ts';
import { unknownHistory } from '../history.ts';
import type { FileContent, Repository } from '../repository.ts';
import { changedBetween, changedInWorkTree } from './changed-files.ts';
import { doorsInTree, doorsInWorkTree } from './doors.ts';
import { askGit } from './git.ts';
import { gitHistory, readBefore } from './git-history.ts';
import { filesOf, readTree } from './git-tree.ts';
import { isWithin } from './is-within.ts';
import { locateFiles, type Revision, type Sides } from './locate-files.ts';
import { readBlobs } from './read-blobs.ts';
import { defaultBranch, findCommit, mergeBase, resolveCommit } from './resolve-commits.ts';
import { workTreeFiles } from './work-tree.ts';

export interface ComparedCommits {
  /** A folder inside the repository. */
  readonly cwd: string;
  /** A ref; without one the default branch. What is compared with is always its merge base with the head. */
  readonly base?: string | null | undefined;
  /** A ref; without one the work tree, with what is not committed and not ignored. */
  readonly head?: string | null | undefined;
  /** Where configuration and schema come from: the head, or the commit that `base` names. */
  readonly trusted: 'head' | 'base';
}

/**
 * A local git repository, with a base to compare with.
 * @throws {PlanCheckError} outside of a repository, for an unknown ref, and where the history shows no merge base.
 */
export async function openGitRepository(commits: ComparedCommits): Promise<Repository> {
  const root = await requireRoot(commits.cwd);
  const head = await resolveCommit(root, commits.head ?? 'HEAD');
  const base = await resolveCommit(root, commits.base ?? (await defaultBranch(root)));
  const comparedWith = await mergeBase(root, base, head);
  const shown: Revision = commits.head == null ? { kind: 'work-tree' } : { kind: 'commit', id: head.id };
  return repositoryOf(root, {
    head: shown,
    base: { kind: 'commit', id: comparedWith },
    trusted: commits.trusted === 'base' ? { kind: 'commit', id: base.id } : shown,
  });
}

/**
 * A local git repository as it stands, compared with nothing; its work tree may be read before the first commit.
 * @throws {PlanCheckError} outside of a repository, and for an unknown ref.
 */
export async function openGitSnapshot({
  cwd,
  head,
}: Pick<ComparedCommits, 'cwd' | 'head'>): Promise<Repository> {
  const root = await requireRoot(cwd);
  const shown: Revision =
    head == null ? { kind: 'work-tree' } : { kind: 'commit', id: (await resolveCommit(root, head)).id };
  return repositoryOf(root, { head: shown, base: { kind: 'nothing' }, trusted: shown });
}

/**
 * The folder of the git repository around another folder, with links resolved; null where there is none, or no git.
 * @throws {PlanCheckError} when git finds a repository and refuses to open it, or one without a work tree.
 */
export async function repositoryRoot(cwd: string): Promise<string | null> {
  const found = await findRoot(cwd);
  if ('root' in found) return found.root;
  // Its files are git's own: as a folder it would be one without plans, and all would be well.
  if (found.isBare) throw new PlanCheckError(found.missing);
  return null;
}

async function requireRoot(cwd: string): Promise<string> {
  const found = await findRoot(cwd);
  if ('root' in found) return found.root;
  throw new PlanCheckError(found.missing);
}

type FoundRoot = { readonly root: string } | { readonly missing: string; readonly isBare: boolean };

async function findRoot(cwd: string): Promise<FoundRoot> {
  const answer = await askGit(cwd, ['rev-parse', '--show-toplevel']);
  if (answer.ok) {
    const root = answer.output.replace(/\r?\n$/, '');
    if (await isAround(root, cwd)) return { root };
    throw new PlanCheckError(
      `The git repository around "${cwd}" keeps its files elsewhere, in "${root}"; run this there.`,
    );
  }
  if (!answer.started) {
    return { missing: `"${cwd}" cannot be read as a repository: ${answer.words}.`, isBare: false };
  }
  if (/not a git repository/.test(answer.words)) {
    return { missing: `There is no git repository around "${cwd}"; run this inside of one.`, isBare: false };
  }
  if (/must be run in a work tree|cannot use bare repository/.test(answer.words)) {
    return {
      missing: `The git repository at "${cwd}" has no work tree; run this in a clone that has one.`,
      isBare: true,
    };
  }
  throw new PlanCheckError(`git does not open the repository around "${cwd}": ${answer.words}.`);
}

/** A configuration may name any folder as its work tree, and files of that one would be read and fixed. */
async function isAround(root: string, folder: string): Promise<boolean> {
  return isWithin(await realpath(root), await realpath(folder));
}

function repositoryOf(root: string, sides: Sides): Repository {
  const { head, base } = sides;
  const treeOf = remembered((commit) => readTree(root, commit));
  return {
    commits: { head: idOf(head), base: idOf(base) },
    isHistoryRemote: false,
    async changedFiles() {
      if (base.kind !== 'commit') return { files: [], gap: null };
      const files =
        head.kind === 'commit'
          ? await changedBetween(root, base.id, head.id)
          : await changedInWorkTree(root, base.id);
      return { files, gap: null };
    },
    async listFiles() {
      const paths = head.kind === 'commit' ? filesOf(await treeOf(head.id)) : await workTreeFiles(root);
      return { paths: paths.toSorted(), gap: null };
    },
    doorsAmong: async (paths) =>
      head.kind === 'commit'
        ? await doorsInTree(root, await treeOf(head.id), paths)
        : await doorsInWorkTree(root, paths),
    async readFiles(files) {
      const located = await locateFiles(files, sides, { root, treeOf });
      const blobs = await readBlobs(
        root,
        located.flatMap((file) => ('blob' in file ? [file.blob] : [])),
      );
      return located.map((file) => ('blob' in file ? (blobs.get(file.blob) ?? LOST) : file.content));
    },
    async history(request) {
      const from = request.from === 'head' ? head : base;
      const commit = from.kind === 'commit' ? from.id : await findCommit(root, 'HEAD');
      return commit === null || from.kind === 'nothing'
        ? unknownHistory(request, 'there is no commit yet')
        : await gitHistory(root, commit, request);
    },
    readBefore: (touches) => readBefore(root, touches),
  };
}

const LOST: FileContent = { kind: 'failed', message: 'git did not hand it out.' };

const idOf = (revision: Revision): string | null => (revision.kind === 'commit' ? revision.id : null);

/** Asks once for each key. */
function remembered<Answer>(ask: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}
