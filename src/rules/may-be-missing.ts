import type { Plan } from '../plan/plan.ts';
import type { FileNeeds } from './rule.ts';

/** Names and paths that are held against each other; beyond that the list of files is the cheaper answer. */
const MAX_PAIRS = 100_000;
/** Names that a glob counts as: it may be read in hundreds of ways. */
const GLOB = 1_000;

/**
 * Whether one of the files that a plan names may be missing, and was not missing before: the change names it, takes it away, or
 * has the plan judged as a whole. What was missing before is folded, so that nobody needs to look.
 * @param namesOf what a plan names, as written.
 * @param aboutOf tells of a name of the plan which paths it is about.
 */
export function mayBeMissing(
  plan: Plan,
  { base, gone }: Pick<FileNeeds, 'base' | 'gone'>,
  namesOf: (plan: Plan) => readonly string[],
  aboutOf: (name: string) => (path: string) => boolean,
): boolean {
  const names = namesOf(plan);
  if (names.length === 0) return false;
  if (base === null || base.lifecycle !== plan.lifecycle || gone === null) return true;
  const before = new Set(base.path === plan.path ? namesOf(base) : []);
  if (names.some((name) => !before.has(name))) return true;
  const all = names.reduce((sum, name) => sum + (/[*?[{]/.test(name) ? GLOB : 1), 0);
  return all * gone.length > MAX_PAIRS || names.some((name) => gone.some(aboutOf(name)));
}
