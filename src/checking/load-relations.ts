import { liesBelow } from '../lies-below.ts';
import { parsePlanWithoutBody, type ReadingOptions } from '../plan/parse-plan.ts';
import type { Plan, ReferenceField } from '../plan/plan.ts';
import type { CoverageGap } from '../report/report.ts';
import { foldersOf } from '../repository/folders-of.ts';
import type { FileContent, Repository } from '../repository/repository.ts';
import { makeRelations, type Relations, referenceCandidates } from '../rules/relations.ts';

type ComparedSide = 'head' | 'base';

/** Everything that is known of one side while references are followed. */
interface SideKnowledge {
  readonly side: ComparedSide;
  /** Paths of the plans that the run is about: all their references count. */
  readonly checked: ReadonlySet<string>;
  readonly plans: Map<string, Plan>;
  readonly contents: Map<string, FileContent>;
  readonly files: ReadonlySet<string> | null;
  /** Of these files. */
  readonly folders: ReadonlySet<string>;
  /** Links and submodules: what lies behind one is not known. */
  readonly doorPaths: ReadonlySet<string>;
}

export interface LoadedRelations {
  readonly head: Relations;
  readonly base: Relations;
  readonly gaps: readonly CoverageGap[];
}

/** Steps that a chain of references is followed through: one request each at the most. */
const MAX_STEPS = 4;
/** Files that may be asked for in one step; a plan that names more is cut, and that is said. */
const MAX_FILES = 400;
/** Of plans that are only referred to, the references that can close a cycle. */
const CHAINING: ReadonlySet<ReferenceField> = new Set(['supersedes', 'superseded_by', 'depends_on']);

/** A file that somebody must look at, and the sides that learn from it. */
interface Wanted {
  readonly side: ComparedSide;
  readonly path: string;
  readonly by: readonly SideKnowledge[];
}

/**
 * Finds out where the references of the plans lead, on both sides: which targets exist, and the plans behind them.
 * @param files every file at the head, where the run knows them: then nothing is asked for there.
 * @param isUnchanged whether a file is surely the same on both sides: then it is asked for once.
 */
export async function loadRelations(
  repository: Repository,
  plans: {
    readonly head: readonly Plan[];
    readonly base: readonly Plan[];
    /** Of the links and the like at the head. */
    readonly doorPaths?: ReadonlySet<string>;
  },
  files: ReadonlySet<string> | null,
  isUnchanged: (path: string) => boolean = () => false,
  reading: ReadingOptions = {},
): Promise<LoadedRelations> {
  const head = knowledge('head', plans.head, { files, doorPaths: plans.doorPaths ?? NONE });
  const base = knowledge('base', plans.base, { files: null, doorPaths: NONE });
  const gaps: CoverageGap[] = [];
  const failures: string[] = [];

  for (let step = 1; ; step++) {
    const wanted = merged([head, base], isUnchanged);
    if (wanted.length === 0) break;
    if (step > MAX_STEPS) {
      gaps.push({
        ...gap(
          `References were followed through ${MAX_STEPS} steps; ${wanted.length} files beyond were not looked at.`,
        ),
        // What the checked plans name is known by then; only a longer cycle could be missed.
        blocking: false,
      });
      break;
    }
    const asked = wanted.slice(0, MAX_FILES);
    if (asked.length < wanted.length) {
      gaps.push(
        gap(
          `The plans refer to ${wanted.length} places, and ${wanted.length - asked.length} of them were not looked at, so nobody knows whether something is there: change fewer plans at once, or let them name fewer others.`,
        ),
      );
    }
    const contents = await repository.readFiles(asked.map(({ side, path }) => ({ side, path })));
    asked.forEach(({ path, by }, index) => {
      const content = contents[index] ?? { kind: 'failed', message: 'The answer had no such file.' };
      for (const known of by) learn(known, path, content, reading);
    });
    failures.push(...contents.flatMap((content) => (content.kind === 'failed' ? [content.message] : [])));
    if (asked.length < wanted.length) break;
  }
  return { head: relationsOf(head), base: relationsOf(base), gaps: [...gaps, ...unread(failures)] };
}

/** A reference that nobody could follow may lead nowhere. */
const gap = (message: string): CoverageGap => ({ what: 'references', message, blocking: true });

/** However many there are, and whichever side and spelling they were asked for in: one sentence, with the first reason. */
function unread(failures: readonly string[]): readonly CoverageGap[] {
  const [first] = failures;
  return first === undefined
    ? []
    : [gap(`Whether the plans that are referred to are there could not be found out: ${first}`)];
}

const NONE: ReadonlySet<string> = new Set();

const knowledge = (
  side: ComparedSide,
  plans: readonly Plan[],
  { files, doorPaths }: Pick<SideKnowledge, 'files' | 'doorPaths'>,
): SideKnowledge => ({
  side,
  checked: new Set(plans.map(({ path }) => path)),
  plans: new Map(plans.map((plan) => [plan.path, plan])),
  contents: new Map(),
  files,
  folders: foldersOf(files ?? []),
  doorPaths,
});

/** What both sides want, a file that is the same on both only once. */
function merged(
  [head, base]: readonly [head: SideKnowledge, base: SideKnowledge],
  isUnchanged: (path: string) => boolean,
): readonly Wanted[] {
  const wanted = [head, base].flatMap((known) =>
    wantedBy(known).map(
      (path): Wanted =>
        isUnchanged(path)
          ? { side: 'head', path, by: [head, base] }
          : { side: known.side, path, by: [known] },
    ),
  );
  return [...new Map(wanted.map((one) => [`${one.side}:${one.path}`, one])).values()];
}

/** Candidates of the references that matter, where nobody has looked at them yet and none before them is there. */
function wantedBy(known: SideKnowledge): readonly string[] {
  const wanted = new Set<string>();
  // Plans whose references matter; it grows while it is walked through, as chains are followed.
  const reached = new Set(known.checked);
  for (const path of reached) {
    for (const { field, target } of known.plans.get(path)?.references ?? []) {
      if (!known.checked.has(path) && !CHAINING.has(field)) continue;
      const candidates = referenceCandidates(path, target);
      if (candidates === 'external') continue;
      const found = candidates.findIndex((path) => exists(known, path) === true && !isFolder(known, path));
      for (const candidate of found === -1 ? candidates : candidates.slice(0, found)) {
        if (!known.contents.has(candidate) && exists(known, candidate) === null) wanted.add(candidate);
      }
      const next = candidates[found];
      if (next !== undefined && CHAINING.has(field)) reached.add(next);
    }
  }
  return [...wanted];
}

function learn(known: SideKnowledge, path: string, content: FileContent, reading: ReadingOptions): void {
  known.contents.set(path, content);
  if (content.kind === 'text' && /\.md$/i.test(path)) {
    known.plans.set(path, parsePlanWithoutBody(path, content.text, reading));
  }
}

/** null: not known. */
function exists(known: SideKnowledge, path: string): boolean | null {
  if (known.plans.has(path)) return true;
  if (known.files !== null) return known.files.has(path) || known.folders.has(path);
  switch (known.contents.get(path)?.kind) {
    case 'text':
    case 'unreadable':
      return true;
    case 'missing':
      return false;
    default:
      return null;
  }
}

function isFolder({ folders, contents }: SideKnowledge, path: string): boolean {
  const content = contents.get(path);
  return folders.has(path) || (content?.kind === 'unreadable' && content.reason === 'folder');
}

const relationsOf = (known: SideKnowledge): Relations =>
  makeRelations({
    plans: known.plans,
    exists: (path) => {
      const isThere = exists(known, path);
      return isThere === false && liesBelow(path, known.doorPaths) ? null : isThere;
    },
    isFolder: (path) => isFolder(known, path),
    files: known.files,
  });
