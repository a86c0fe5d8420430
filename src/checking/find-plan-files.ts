import type { CoverageGap } from '../report/report.ts';
import { foldersOf } from '../repository/folders-of.ts';
import type { ChangedFile, Repository } from '../repository/repository.ts';
import type { DoorSelection } from '../settings/plan-doors.ts';
import { findDoors } from './find-doors.ts';
import { changedPlanFiles, doorFiles, markBehind, type PlanFile, standingPlanFiles } from './plan-files.ts';

/** Which plans a run is about. */
export type Scope =
  /** The plans that differ between base and head. */
  | { readonly kind: 'changed' }
  /** Every plan at the head. */
  | { readonly kind: 'all' }
  /** These files, whether or not the settings' globs match them; `gap` says why some of those named may be missing. */
  | { readonly kind: 'paths'; readonly paths: readonly string[]; readonly gap: string | null };

export interface FoundPlanFiles {
  readonly files: readonly PlanFile[];
  /** Every file at the head, where finding the plans told it. */
  readonly everyFile: ReadonlySet<string> | null;
  /** Whether the repository was asked for every file: where `everyFile` is null the answer was cut. */
  readonly wasListed: boolean;
  /** All that differs between base and head, where that is known whole. */
  readonly changes: readonly ChangedFile[] | null;
  /** Whether a file is surely the same on both sides. */
  readonly isUnchanged: (path: string) => boolean;
  readonly gaps: readonly CoverageGap[];
}

/** Asks the repository which plan files a run is about; a link or a submodule that plans may lie behind is one, too. */
export async function findPlanFiles(
  repository: Repository,
  scope: Scope,
  isPlan: (path: string) => boolean,
  doors: DoorSelection,
): Promise<FoundPlanFiles> {
  switch (scope.kind) {
    case 'paths': {
      const named = scope.paths.filter((path) => !isPlan(path) && doors.leadsToPlans(path));
      const found = await findDoors(repository, named, isPlan);
      const behind = new Set(found.doors.map(({ path }) => path));
      return {
        files: [
          ...standingPlanFiles(scope.paths.filter((path) => !behind.has(path))),
          ...doorFiles(found.doors, null),
        ],
        everyFile: null,
        wasListed: false,
        changes: null,
        isUnchanged: nothing,
        gaps: [...blocking('plan-files', scope.gap), ...blocking('plan-files', found.gap)],
      };
    }
    case 'changed': {
      const { files, gap } = await repository.changedFiles();
      const paths = files.flatMap(({ path, previousPath }) => [
        path,
        ...(previousPath === null ? [] : [previousPath]),
      ]);
      // A folder may come and go with its files.
      const touched = new Set([...paths, ...foldersOf(paths)]);
      const found = await findDoors(repository, touchedDoors(files, isPlan, doors), isPlan);
      return {
        files: [
          ...markBehind(changedPlanFiles(files, isPlan), found.doors),
          ...doorFiles(found.doors, files),
        ],
        everyFile: null,
        wasListed: false,
        changes: gap === null ? files : null,
        isUnchanged: gap === null ? (path) => !touched.has(path) : nothing,
        gaps: [...blocking('changed-files', gap), ...blocking('plan-files', found.gap)],
      };
    }
    case 'all': {
      const { paths, gap } = await repository.listFiles();
      const candidates = paths.filter((path) => !isPlan(path) && doors.leadsToPlans(path));
      const found = await findDoors(repository, candidates, isPlan);
      return {
        files: [...standingPlanFiles(paths.filter(isPlan)), ...doorFiles(found.doors, null)],
        everyFile: gap === null ? new Set(paths) : null,
        wasListed: true,
        changes: null,
        isUnchanged: nothing,
        gaps: [...blocking('plan-files', gap), ...blocking('plan-files', found.gap)],
      };
    }
    default:
      return scope satisfies never;
  }
}

/** What a change brings where plans may lie behind it: as the globs say, or because plans lay there before. */
function touchedDoors(
  files: readonly ChangedFile[],
  isPlan: (path: string) => boolean,
  { leadsToPlans, isIgnored }: DoorSelection,
): readonly string[] {
  const gone = files.flatMap(({ path, previousPath, change }) =>
    [previousPath, change === 'removed' ? path : null].filter((one) => one !== null && isPlan(one)),
  );
  const folders = foldersOf(gone.filter((path) => path !== null));
  return files.flatMap(({ path, change }) =>
    change !== 'removed' && !isPlan(path) && (leadsToPlans(path) || (folders.has(path) && !isIgnored(path)))
      ? [path]
      : [],
  );
}

/** Where the renamed files are now: path before → path after. */
export const renamesIn = (changes: FoundPlanFiles['changes']): ReadonlyMap<string, string> =>
  new Map(
    (changes ?? []).flatMap(({ path, previousPath }) =>
      previousPath === null ? [] : [[previousPath, path] as const],
    ),
  );

const nothing = (): boolean => false;

const blocking = (what: CoverageGap['what'], gap: string | null): readonly CoverageGap[] =>
  gap === null ? [] : [{ what, message: gap, blocking: true }];
