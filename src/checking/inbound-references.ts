import { liesBelow } from '../lies-below.ts';
import { parsePlanWithoutBody, type ReadingOptions, withBody } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { CoverageGap } from '../report/report.ts';
import { foldersOf } from '../repository/folders-of.ts';
import type { Repository } from '../repository/repository.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import { referenceMissing } from '../rules/reference-missing.ts';
import { makeRelations, referenceCandidates } from '../rules/relations.ts';
import { runRules, type SharedContext } from '../rules/run-rules.ts';
import { ENDLESS, type RunTime } from '../run-time.ts';
import { inTime } from './in-time.ts';
import { doorPaths, type PlanFile } from './plan-files.ts';

/** Plans that are read to find who refers to what is gone; a repository with more says so. */
export const MAX_PLANS = 400;

export interface InboundReferences {
  /** About plans that the change does not touch. */
  readonly diagnostics: readonly Diagnostic[];
  readonly gaps: readonly CoverageGap[];
}

/**
 * The untouched plans, at most `MAX_PLANS`, when a change takes a plan away or touches code that one may name: who reads
 * them together with the changed ones spares a request. Costs the list of files, or nothing.
 */
export async function plansToAsk(
  repository: Repository,
  files: readonly PlanFile[],
  isPlan: (path: string) => boolean,
  touchedCode: readonly string[] = [],
): Promise<readonly string[]> {
  if (files.flatMap(pathThatWent).length === 0 && touchedCode.length === 0) return [];
  const { paths } = await repository.listFiles();
  return untouchedPlans(paths, files, isPlan).slice(0, MAX_PLANS);
}

/**
 * Finds the references of untouched plans that a change breaks by removing or moving what they name.
 * Costs nothing when no plan goes away; else the list of files, and the other plans in one batch.
 */
export async function inboundReferences(
  repository: Repository,
  files: readonly PlanFile[],
  isPlan: (path: string) => boolean,
  shared: SharedContext,
  reading: ReadingOptions = {},
  time: RunTime = ENDLESS,
): Promise<InboundReferences> {
  const gone = new Set(files.flatMap(pathThatWent));
  if (gone.size === 0) return { diagnostics: [], gaps: [] };

  const { paths, gap } = await repository.listFiles();
  const there = new Set(paths);
  const [folders, foldersBefore] = [foldersOf(paths), foldersOf([...paths, ...gone])];
  const doors = doorPaths(files);
  const goneWithFolders = new Set([...gone, ...foldersOf(gone)]);
  const others = untouchedPlans(paths, files, isPlan);
  const asked = others.slice(0, MAX_PLANS);
  const contents =
    asked.length === 0 ? [] : await repository.readFiles(asked.map((path) => ({ side: 'head', path })));
  const plans = contents.flatMap((content, index) =>
    content.kind === 'text' ? [parsePlanWithoutBody(asked[index] ?? '', content.text, reading)] : [],
  );

  const before: SharedContext = {
    ...shared,
    relations: makeRelations({
      plans: new Map(),
      exists: (path) => {
        if (there.has(path) || folders.has(path)) return true;
        // Nobody knows what lies behind a link or in a submodule.
        if (liesBelow(path, doors)) return null;
        // A list that was cut says nothing of what it does not hold.
        return gap === null || gone.has(path) ? false : null;
      },
      files: gap === null ? there : null,
    }),
    baseRelations: makeRelations({
      plans: new Map(),
      exists: (path) => there.has(path) || gone.has(path) || foldersBefore.has(path),
    }),
  };
  const failed = contents.flatMap((content) => (content.kind === 'failed' ? [content.message] : []));
  const judge = (plan: Plan): readonly Diagnostic[] =>
    runRules(unchanged(withBody(plan, shared.settings.today)), before, [referenceMissing]);
  const judged = inTime(
    plans.filter((plan) => namesOneOf(goneWithFolders, plan)),
    judge,
    time,
  );
  return {
    diagnostics: judged.values.flat().filter(({ isNew }) => isNew),
    gaps: [
      ...judged.gaps,
      ...(gap === null ? [] : [notLookedAt(gap)]),
      ...unasked(others.length - plans.length - failed.length, others.length),
      ...unread(failed),
    ],
  };
}

/** The plans of the repository that are not among these files. */
export function untouchedPlans(
  paths: readonly string[],
  files: readonly PlanFile[],
  isPlan: (path: string) => boolean,
): readonly string[] {
  const touched = new Set(files.map(({ path }) => path));
  return paths.filter((path) => isPlan(path) && !touched.has(path));
}

/** Where a plan was that is not there any more. */
const pathThatWent = ({ path, previousPath, change }: PlanFile): readonly string[] => {
  if (change === 'removed') return [path];
  return previousPath === null ? [] : [previousPath];
};

const unchanged = (plan: Plan) => ({ plan, base: plan, schemaProblems: [], baseSchemaProblems: [] });

const namesOneOf = (gone: ReadonlySet<string>, plan: Plan): boolean =>
  plan.references.some(({ target }) => {
    const candidates = referenceCandidates(plan.path, target);
    return candidates !== 'external' && candidates.some((path) => gone.has(path));
  });

const unasked = (count: number, all: number): readonly CoverageGap[] =>
  count === 0
    ? []
    : [notLookedAt(`${count} of ${all} other plans were not asked whether they refer to what is gone.`)];

/** One of them may be broken by the change. */
const unread = ([first, ...more]: readonly string[]): readonly CoverageGap[] =>
  first === undefined
    ? []
    : [
        {
          ...notLookedAt(
            `${more.length + 1} of the plans that may refer to what is gone could not be read: ${first}`,
          ),
          blocking: true,
        },
      ];

const notLookedAt = (message: string): CoverageGap => ({ what: 'references', message, blocking: false });
