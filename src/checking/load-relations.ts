import type { ReadingOptions } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { CoverageGap } from '../report/report.ts';
import type { Repository } from '../repository/repository.ts';
import type { Relations } from '../rules/relations.ts';
import {
  type ComparedSide,
  knowledge,
  learn,
  relationsOf,
  type SideKnowledge,
  wantedBy,
} from './side-knowledge.ts';

export interface LoadedRelations {
  readonly head: Relations;
  readonly base: Relations;
  readonly gaps: readonly CoverageGap[];
}

/** Steps that a chain of references is followed through: one request each at the most. */
const MAX_STEPS = 4;
/** Files that may be asked for in one step; a plan that names more is cut, and that is said. */
const MAX_FILES = 400;

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

const NONE: ReadonlySet<string> = new Set();

/** A reference that nobody could follow may lead nowhere. */
const gap = (message: string): CoverageGap => ({ what: 'references', message, blocking: true });

/** However many there are, and whichever side and spelling they were asked for in: one sentence, with the first reason. */
function unread(failures: readonly string[]): readonly CoverageGap[] {
  const [first] = failures;
  return first === undefined
    ? []
    : [gap(`Whether the plans that are referred to are there could not be found out: ${first}`)];
}

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
