import { groupedOnce } from './grouped-once.ts';

/** Names that many files have: they say what a file is, not what it is about. */
const GENERIC =
  /^(?:readme|index|plan|plans|design|spec|specs|proposal|tasks?|todo|notes?|overview|roadmap|summary|status|requirements|research|implementation|implementation-plan|implementation-tasks?|task-list|changelog|prd|rfc|template|main|milestones?|phases?|decisions?|context|architecture|claude|agents|phase-?\d+|step-?\d+|\d+)$/i;

/** A name that more files have than this is a custom of the repository. */
export const MAX_NAMESAKES = 2;

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a file's name says nothing of what it is about. */
export const isGenericName = (path: string): boolean => GENERIC.test(fileName(path).replace(/\.\w+$/, ''));

const byName = groupedOnce(fileName);

/** The other files that have the name of one; none where the name is generic, or one that many have. */
export function sameNamed(path: string, files: readonly string[]): readonly string[] {
  if (isGenericName(path)) return [];
  const others = (byName(files).get(fileName(path)) ?? []).filter((other) => other !== path);
  return others.length > MAX_NAMESAKES ? [] : others;
}
