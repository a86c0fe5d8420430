import { groupedOnce } from './grouped-once.ts';

/** Names that many files have: they say what a file is, not what it is about. */
const GENERIC =
  /^(?:readme|index|plan|plans|design|spec|specs|proposal|tasks?|todo|notes?|overview|roadmap|summary|status|requirements|research|implementation|implementation-plan|implementation-tasks?|task-list|changelog|prd|rfc|template|main|milestones?|phases?|decisions?|context|architecture|claude|agents|phase-?\d+|step-?\d+|\d+)$/i;

/** A name that more files have than this is a custom of the repository. */
export const MAX_NAMESAKES = 2;

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a file's name says nothing of what it is about. */
export const isGenericName = (path: string): boolean => GENERIC.test(fileName(path).replace(/\.\w+$/, ''));

/** A file's name with the folder that it lies in; the name alone at the root. */
export const folderAndName = (path: string): string => path.split('/').slice(-2).join('/');

const byName = groupedOnce(fileName);
const byFolderAndName = groupedOnce(folderAndName);

/** The files that have the name of one, with that one. */
export const namesakesOf = (path: string, files: ReadonlySet<string>): readonly string[] =>
  byName(files).get(fileName(path)) ?? [];

/** The files that have the name of one and lie in a folder of the same name, with that one. */
export const folderNamesakesOf = (path: string, files: ReadonlySet<string>): readonly string[] =>
  byFolderAndName(files).get(folderAndName(path)) ?? [];

/** The other files that have the name of one; none where the name is generic, or one that many have. */
export function sameNamed(path: string, files: readonly string[]): readonly string[] {
  if (isGenericName(path)) return [];
  const others = (byName(files).get(fileName(path)) ?? []).filter((other) => other !== path);
  return others.length > MAX_NAMESAKES ? [] : others;
}
