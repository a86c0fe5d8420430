import { PlanCheckError } from '../../plan-check-error.ts';
import type { Repository } from '../repository.ts';
import { openGitSnapshot, repositoryRoot } from './git-repository.ts';
import { resolveCommit } from './resolve-commits.ts';

/** A check-out at a commit, read as it was committed; null when `folder` is none of that commit, and the API must be asked. */
export async function openCheckOut(folder: string, commit: string): Promise<Repository | null> {
  try {
    const root = await repositoryRoot(folder);
    if (root === null || (await resolveCommit(root, 'HEAD')).id !== commit) return null;
    return await openGitSnapshot({ cwd: root, head: commit });
  } catch (error) {
    // No check-out, or one that git will not open for this user: the API knows the same files.
    if (error instanceof PlanCheckError) return null;
    throw error;
  }
}
