import { parsePlanWithoutBody, type ReadingOptions } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { CoverageGap } from '../report/report.ts';
import { foldersOf } from '../repository/folders-of.ts';
import type { ChangedFile, FileContent, Repository } from '../repository/repository.ts';
import { RULES } from '../rules/index.ts';
import { makeRelations, type Relations } from '../rules/relations.ts';
import type { Rule } from '../rules/rule.ts';
import type { SharedContext } from '../rules/run-rules.ts';
import { sameNamed } from '../rules/same-named.ts';
import { isOff } from '../rules/severity.ts';
import type { RunTime } from '../run-time.ts';
import type { FoundPlanFiles } from './find-plan-files.ts';
import type { LoadedPlan } from './load-plans.ts';

/** Plans of the same name that are read beside those of a change. */
const MAX_SAME_NAMED = 50;

export interface FileQuestion {
  readonly found: FoundPlanFiles;
  readonly plans: readonly Pick<LoadedPlan, 'head' | 'base'>[];
  readonly isPlan: (path: string) => boolean;
  /** How the rules will run; its relations do not know the files yet. */
  readonly shared: SharedContext;
  readonly reading: ReadingOptions;
  readonly time: RunTime;
}

export interface KnownRelations {
  readonly relations: Relations;
  readonly baseRelations: Relations;
  readonly gaps: readonly CoverageGap[];
}

/**
 * Tells the relations which files there are. Where finding the plans has not told it (a change, or named paths) the
 * repository is asked for its list, once, and only when a rule that runs cannot judge one of the plans without it.
 */
export async function knowFiles(
  repository: Repository,
  question: FileQuestion,
  rules: readonly Rule[] = RULES,
): Promise<KnownRelations> {
  const { found, plans, isPlan, shared, reading } = question;
  const { relations, baseRelations } = shared;
  const asIs = { relations, baseRelations, gaps: [] };
  if (found.everyFile !== null) {
    const planFiles = found.files.flatMap(({ path, door }) => (door === undefined ? [path] : []));
    return { ...asIs, relations: knowing(relations, { files: found.everyFile, planFiles }) };
  }
  if (found.wasListed || !isAskedFor(question, rules)) return asIs;

  const { paths, gap } = await repository.listFiles();
  if (gap !== null) return { ...asIs, gaps: [notKnown(gap)] };
  const files = new Set(paths);
  const planFiles = paths.filter(isPlan);
  const namesakes = await readNamesakes(repository, { plans, planFiles, shared }, reading);
  const before = found.changes === null ? null : filesBefore(files, found.changes);
  return {
    relations: knowing(relations, { files, planFiles, more: namesakes.plans }),
    baseRelations:
      before === null
        ? baseRelations
        : knowing(baseRelations, { files: before, planFiles: [...before].filter(isPlan) }),
    gaps: namesakes.gaps,
  };
}

/** What takes too long to be found out is asked for. */
function isAskedFor({ plans, shared, found, time }: FileQuestion, rules: readonly Rule[]): boolean {
  const { run, settings, comparesWithBase, relations } = shared;
  const gone = found.changes === null ? null : goneIn(found.changes);
  return plans.some(({ head, base }) => {
    if (head === null || head.frontMatter.state !== 'read') return false;
    if (time.isUp()) return true;
    const isAdded = comparesWithBase && base === null;
    const { lifecycle } = head;
    const asked = time.withinPlan(() =>
      rules.some(
        (rule) =>
          rule.needsFiles !== undefined &&
          !isOff(rule, { run, settings, lifecycle }) &&
          rule.needsFiles(head, { base, isAdded, relations, gone }),
      ),
    );
    return asked?.value ?? true;
  });
}

const goneIn = (changes: readonly ChangedFile[]): readonly string[] =>
  changes.flatMap(({ path, previousPath, change }) =>
    change === 'removed' ? [path] : previousPath === null ? [] : [previousPath],
  );

interface Listed {
  readonly files: ReadonlySet<string>;
  readonly planFiles: readonly string[];
  /** Plans that were read as well. */
  readonly more?: readonly Plan[];
}

function knowing(relations: Relations, { files, planFiles, more = [] }: Listed): Relations {
  const folders = foldersOf(files);
  const isBelowFile = (path: string): boolean => [...foldersOf([path])].some((folder) => files.has(folder));
  return makeRelations({
    plans: new Map([...relations.plans, ...more].map((plan) => [plan.path, plan])),
    exists: (path) => {
      if (files.has(path) || folders.has(path)) return true;
      // What lies in a submodule, or behind a link, is on no list.
      return isBelowFile(path) ? null : false;
    },
    isFolder: (path) => folders.has(path),
    files,
    planFiles,
  });
}

/** The files of the base, from those of the head and all that changed in between. */
function filesBefore(files: ReadonlySet<string>, changes: readonly ChangedFile[]): ReadonlySet<string> {
  const before = new Set(files);
  for (const { path, change } of changes) if (change === 'added' || change === 'renamed') before.delete(path);
  for (const { path, previousPath, change } of changes) {
    if (change === 'removed') before.add(path);
    if (previousPath !== null) before.add(previousPath);
  }
  return before;
}

/** The plans elsewhere that have the name of one that the change brings: whether they are the same shows in their text. */
async function readNamesakes(
  repository: Repository,
  { plans, planFiles, shared }: Pick<FileQuestion, 'plans' | 'shared'> & Pick<Listed, 'planFiles'>,
  reading: ReadingOptions,
): Promise<{ readonly plans: readonly Plan[]; readonly gaps: readonly CoverageGap[] }> {
  const brought = plans.flatMap(({ head, base }) =>
    head !== null && head.path !== base?.path && shared.comparesWithBase ? [head.path] : [],
  );
  const paths = new Set(brought.flatMap((path) => sameNamed(path, planFiles)));
  const unread = [...paths].filter((path) => shared.relations.planAt(path) === null);
  const wanted = unread.slice(0, MAX_SAME_NAMED);
  if (wanted.length === 0) return { plans: [], gaps: [] };
  const contents = await repository.readFiles(wanted.map((path) => ({ side: 'head', path })));
  return {
    plans: contents.flatMap((content, index) =>
      content.kind === 'text' ? [parsePlanWithoutBody(wanted[index] ?? '', content.text, reading)] : [],
    ),
    gaps: notCompared(contents, unread.length),
  };
}

function notCompared(contents: readonly FileContent[], all: number): readonly CoverageGap[] {
  const failures = contents.flatMap((content) => (content.kind === 'failed' ? [content.message] : []));
  const left = all - contents.length + failures.length;
  const message = `${left} of ${all} plans that have the name of a new one could not be compared with it: ${failures[0] ?? 'they are too many.'}`;
  return left === 0 ? [] : [{ what: 'references', message, blocking: false }];
}

const notKnown = (reason: string): CoverageGap => ({
  what: 'references',
  message: `Which files there are is not known, so nobody looked whether the code and the files that the plans name are there: ${reason}`,
  blocking: false,
});
