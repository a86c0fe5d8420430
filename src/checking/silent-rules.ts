import { becomesActive, LEFT_TO_ACTIVATION } from '../rules/becomes-active.ts';
import { RULES } from '../rules/index.ts';
import type { SharedContext } from '../rules/run-rules.ts';
import type { LoadedPlan } from './load-plans.ts';

/** Rules that look for files say nothing without the list. */
const NEED_FILES: ReadonlySet<string> = new Set(
  RULES.flatMap(({ id, needsFiles }) => (needsFiles === undefined ? [] : [id])),
);

const SYNTAX: ReadonlySet<string> = new Set(
  RULES.flatMap(({ id, concern }) => (concern === 'syntax' ? [id] : [])),
);

/**
 * Tells of a plan, by its path now or before, whether a rule kept silent about it in this run though another run may hear
 * it: nobody can say then that what it found is gone.
 */
export function silentRules(
  plans: readonly LoadedPlan[],
  shared: Pick<SharedContext, 'run' | 'settings' | 'relations' | 'comparesWithBase'>,
): (path: string, rule: string) => boolean {
  const knowsFiles = shared.relations.files !== null;
  const activated = new Set<string>();
  const unreadable = new Set<string>();
  for (const { file, head, base } of plans) {
    if (head === null) continue;
    const isAdded = shared.comparesWithBase && base === null;
    const paths = [file.path, ...(file.previousPath === null ? [] : [file.previousPath])];
    for (const path of paths) {
      if (becomesActive({ plan: head, base, isAdded }, shared)) activated.add(path);
      if (head.frontMatter.state === 'unreadable') unreadable.add(path);
    }
  }
  return (path, rule) =>
    (activated.has(path) && LEFT_TO_ACTIVATION.has(rule)) ||
    (unreadable.has(path) && !SYNTAX.has(rule)) ||
    (!knowsFiles && NEED_FILES.has(rule));
}
