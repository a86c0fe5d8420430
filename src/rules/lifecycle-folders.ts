import { type Lifecycle, normaliseWord } from '../plan/lifecycle.ts';
import { stateOfWord, type Vocabulary } from '../plan/vocabulary.ts';

const FOLDERS: ReadonlyMap<string, Lifecycle> = new Map([
  ['draft', 'draft'],
  ['drafts', 'draft'],
  ['active', 'active'],
  ['completed', 'completed'],
  ['done', 'completed'],
  ['archived', 'archived'],
  ['archive', 'archived'],
  ['superseded', 'superseded'],
]);

export interface Place {
  readonly folder: string;
  /** Of the folder among the parts of the path. */
  readonly index: number;
  readonly lifecycle: Lifecycle;
}

/** The innermost folder of the path that stands for a lifecycle. */
export function lifecycleOfPath(path: string, folders: ReadonlyMap<string, Lifecycle>): Place | null {
  const parts = path.split('/').slice(0, -1);
  for (const [index, folder] of [...parts.entries()].reverse()) {
    const lifecycle = folders.get(normaliseWord(folder));
    if (lifecycle !== undefined) return { folder, index, lifecycle };
  }
  return null;
}

/** The team's folders in place of the built-in ones; the configuration's reader has looked at what they say. */
export function readFolders(option: unknown, vocabulary: Vocabulary): ReadonlyMap<string, Lifecycle> {
  if (typeof option !== 'object' || option === null) return FOLDERS;
  return new Map(
    Object.entries(option).flatMap(([folder, word]) => {
      const lifecycle = stateOfWord(String(word), vocabulary);
      return lifecycle === null ? [] : [[normaliseWord(folder), lifecycle] as const];
    }),
  );
}
