import { liesBelow } from '../lies-below.ts';
import { parsePlanWithoutBody, type ReadingOptions } from '../plan/parse-plan.ts';
import type { Plan, ReferenceField } from '../plan/plan.ts';
import { foldersOf } from '../repository/folders-of.ts';
import type { FileContent } from '../repository/repository.ts';
import { makeRelations, type Relations, referenceCandidates } from '../rules/relations.ts';

export type ComparedSide = 'head' | 'base';

/** Everything that is known of one side while references are followed. */
export interface SideKnowledge {
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

/** Of plans that are only referred to, the references that can close a cycle. */
const CHAINING: ReadonlySet<ReferenceField> = new Set(['supersedes', 'superseded_by', 'depends_on']);

export const knowledge = (
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

/** Candidates of the references that matter, where nobody has looked at them yet and none before them is there. */
export function wantedBy(known: SideKnowledge): readonly string[] {
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

export function learn(
  known: SideKnowledge,
  path: string,
  content: FileContent,
  reading: ReadingOptions,
): void {
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

export const relationsOf = (known: SideKnowledge): Relations =>
  makeRelations({
    plans: known.plans,
    exists: (path) => {
      const isThere = exists(known, path);
      return isThere === false && liesBelow(path, known.doorPaths) ? null : isThere;
    },
    isFolder: (path) => isFolder(known, path),
    files: known.files,
  });
