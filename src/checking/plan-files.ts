import type { ChangedFile } from '../repository/repository.ts';

/** A plan file that a run is about; `removed` stands for one that is not there at the head any more. */
export interface PlanFile {
  readonly path: string;
  /** Where it was at the base, when not at `path`. */
  readonly previousPath: string | null;
  readonly change: ChangedFile['change'] | 'unchanged';
}

/** The plans among changed files. A plan that moves out of the plan folders counts as removed. */
export function changedPlanFiles(
  files: readonly ChangedFile[],
  isPlan: (path: string) => boolean,
): readonly PlanFile[] {
  return files.flatMap((file): readonly PlanFile[] => {
    if (isPlan(file.path)) return [file];
    if (file.previousPath !== null && isPlan(file.previousPath)) {
      return [{ path: file.previousPath, previousPath: null, change: 'removed' }];
    }
    return [];
  });
}

/** Plans that are looked at as they stand, without a base. */
export const standingPlanFiles = (paths: readonly string[]): readonly PlanFile[] =>
  paths.map((path) => ({ path, previousPath: null, change: 'unchanged' }));
