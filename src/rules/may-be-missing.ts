import type { Plan } from '../plan/plan.ts';
import type { FileNeeds } from './rule.ts';

/**
 * Whether one of the files that a plan names may be missing, and was not missing before: the change names it, takes it away, or
 * has the plan judged as a whole. What was missing before is folded, so that nobody needs to look.
 * @param namesOf what a plan names, as written.
 * @param isAbout whether a name of the plan is about a path.
 */
export function mayBeMissing(
  plan: Plan,
  { base, gone }: Pick<FileNeeds, 'base' | 'gone'>,
  namesOf: (plan: Plan) => readonly string[],
  isAbout: (name: string, path: string) => boolean,
): boolean {
  const names = namesOf(plan);
  if (names.length === 0) return false;
  if (base === null || base.lifecycle !== plan.lifecycle || gone === null) return true;
  const before = new Set(base.path === plan.path ? namesOf(base) : []);
  return names.some((name) => !before.has(name) || gone.some((path) => isAbout(name, path)));
}
