import { placeAbove } from '../lies-below.ts';
import type { ChangedFile, Door } from '../repository/repository.ts';

/** A plan file that a run is about; `removed` stands for one that is not there at the head any more. */
export interface PlanFile {
  readonly path: string;
  /** Where it was at the base, when not at `path`. */
  readonly previousPath: string | null;
  readonly change: ChangedFile['change'] | 'unchanged';
  /** Only where the file of a removed plan went to a place that is no plan's. */
  readonly movedTo?: string;
  /** Only where a link or the like stands now that a removed plan lay below: it may lie behind that. */
  readonly behind?: string;
  /** Only where it is no file: plans may lie behind it. */
  readonly door?: Door;
}

/** The plans among changed files. A plan that moves out of the plan folders, or to a name that is no plan's, counts as removed. */
export function changedPlanFiles(
  files: readonly ChangedFile[],
  isPlan: (path: string) => boolean,
): readonly PlanFile[] {
  return files.flatMap((file): readonly PlanFile[] => {
    if (isPlan(file.path)) return [file];
    if (file.previousPath !== null && isPlan(file.previousPath)) {
      return [{ path: file.previousPath, previousPath: null, change: 'removed', movedTo: file.path }];
    }
    return [];
  });
}

/** Plans that are looked at as they stand, without a base. */
export const standingPlanFiles = (paths: readonly string[]): readonly PlanFile[] =>
  paths.map((path) => ({ path, previousPath: null, change: 'unchanged' }));

/** Paths of those that plans may lie behind. */
export const doorPaths = (files: readonly PlanFile[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ path, door }) => (door === undefined ? [] : [path])));

/** Marks the removed plans that may lie behind one of these now. */
export const markBehind = (files: readonly PlanFile[], doors: readonly Door[]): readonly PlanFile[] => {
  const paths = new Set(doors.map(({ path }) => path));
  return files.map((file) => {
    const behind = file.change === 'removed' ? placeAbove(file.path, paths) : null;
    return behind === null ? file : { ...file, behind };
  });
};

/** Links, submodules and the like, each with what the change does to it. */
export const doorFiles = (
  doors: readonly Door[],
  files: readonly ChangedFile[] | null,
): readonly PlanFile[] => {
  const changes = new Map(files?.map((file) => [file.path, file.change]));
  return doors.map((door) => ({
    path: door.path,
    previousPath: null,
    // One that moved was not there before.
    change: files === null ? 'unchanged' : changes.get(door.path) === 'modified' ? 'modified' : 'added',
    door,
  }));
};
