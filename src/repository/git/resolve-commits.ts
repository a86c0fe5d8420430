import { PlanCheckError } from '../../plan-check-error.ts';
import { askGit, git } from './git.ts';

/** Tried in this order for the branch that a change is made for. */
const DEFAULT_BRANCHES = ['origin/HEAD', 'main', 'master', 'origin/main', 'origin/master'] as const;

/** A commit as a user names it, and its full id. */
export interface NamedCommit {
  readonly ref: string;
  readonly id: string;
}

/**
 * The commit that a user names; whatever the name begins with, it is never taken for an option.
 * @throws {PlanCheckError} when there is none.
 */
export async function resolveCommit(root: string, ref: string): Promise<NamedCommit> {
  const id = await findCommit(root, ref);
  if (id !== null) return { ref, id };
  if (ref === 'HEAD') {
    throw new PlanCheckError(
      `The repository at "${root}" has no commit yet, so there is nothing to compare with; commit first.`,
    );
  }
  throw new PlanCheckError(
    (await isShallow(root))
      ? `There is no commit "${ref}" in "${root}", whose history is cut short: ${UNSHALLOW}.`
      : `There is no commit "${ref}" in "${root}": fetch it with "git fetch origin", or name another one.`,
  );
}

/**
 * The branch that a change is made for.
 * @throws {PlanCheckError} when the repository has none of the usual ones.
 */
export async function defaultBranch(root: string): Promise<string> {
  for (const branch of DEFAULT_BRANCHES) {
    if ((await findCommit(root, branch)) !== null) return branch;
  }
  throw new PlanCheckError(
    `The default branch of "${root}" is not known, as there is neither "origin/HEAD" nor "main" nor "master": name what to compare with by "--base".`,
  );
}

/**
 * The newest commit that both have in common: what a pull request is compared with.
 * @throws {PlanCheckError} when there is none, or when the history does not reach that far.
 */
export async function mergeBase(root: string, base: NamedCommit, head: NamedCommit): Promise<string> {
  const answer = await askGit(root, ['merge-base', base.id, head.id]);
  const commit = answer.ok ? answer.output.trim() : '';
  if (commit !== '') return commit;
  const pair = `"${base.ref}" and "${head.ref}"`;
  throw new PlanCheckError(
    (await isShallow(root))
      ? `The history of "${root}" is cut short before the commit that ${pair} have in common: ${UNSHALLOW}.`
      : `${pair} have no commit in common, so nothing can be compared; name another base.`,
  );
}

const UNSHALLOW = 'run "git fetch --unshallow", or check out with "fetch-depth: 0"';

/** null where there is none. */
export async function findCommit(root: string, ref: string): Promise<string | null> {
  const answer = await askGit(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  return answer.ok ? answer.output.trim() : null;
}

/** Whether the history ends before its beginning. */
export async function isShallow(root: string): Promise<boolean> {
  return (await git(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}
