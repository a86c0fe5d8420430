import type { CoverageGap } from '../report/report.ts';
import { foldersOf } from '../repository/folders-of.ts';
import type { ChangedFile, Repository } from '../repository/repository.ts';
import { changedPlanFiles, type PlanFile, standingPlanFiles } from './plan-files.ts';

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

/** Asks the repository which plan files a run is about. */
export async function findPlanFiles(
  repository: Repository,
  scope: Scope,
  isPlan: (path: string) => boolean,
): Promise<FoundPlanFiles> {
  switch (scope.kind) {
    case 'paths':
      return {
        files: standingPlanFiles(scope.paths),
        everyFile: null,
        wasListed: false,
        changes: null,
        isUnchanged: nothing,
        gaps: blocking('plan-files', scope.gap),
      };
    case 'changed': {
      const { files, gap } = await repository.changedFiles();
      const paths = files.flatMap(({ path, previousPath }) => [
        path,
        ...(previousPath === null ? [] : [previousPath]),
      ]);
      // A folder may come and go with its files.
      const touched = new Set([...paths, ...foldersOf(paths)]);
      return {
        files: changedPlanFiles(files, isPlan),
        everyFile: null,
        wasListed: false,
        changes: gap === null ? files : null,
        isUnchanged: gap === null ? (path) => !touched.has(path) : nothing,
        gaps: blocking('changed-files', gap),
      };
    }
    case 'all': {
      const { paths, gap } = await repository.listFiles();
      return {
        files: standingPlanFiles(paths.filter(isPlan)),
        everyFile: gap === null ? new Set(paths) : null,
        wasListed: true,
        changes: null,
        isUnchanged: nothing,
        gaps: blocking('plan-files', gap),
      };
    }
    default:
      return scope satisfies never;
  }
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
