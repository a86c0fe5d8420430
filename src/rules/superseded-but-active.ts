import type { Lifecycle } from '../plan/lifecycle.ts';
import type { Plan, Reference } from '../plan/plan.ts';
import { lifecycleRange, stateLine } from './lifecycle-key.ts';
import { targetPath, targetPlan } from './reference-target.ts';
import type { Relations } from './relations.ts';
import { relativePath } from './relative-path.ts';
import { defineRule } from './rule.ts';

/** A plan in one of these replaces nothing: it is not in force yet, or not any more. */
const NOT_IN_FORCE: ReadonlySet<Lifecycle | null> = new Set(['draft', 'archived']);

export const supersededButActive = defineRule({
  id: 'superseded-but-active',
  description: 'A plan that another one replaces is not active.',
  concern: 'lifecycle',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  fixable: 'hint',
  messages: {
    says: '"superseded_by" names "{{successor}}", and the plan is active: write "{{line}}", or remove "superseded_by".',
    replaced: 'The plan "{{successor}}" says that it supersedes this one, which is active: write "{{line}}".',
  },
  *check(plan, { relations }) {
    if (plan.lifecycle !== 'active') return;
    const line = stateLine(plan, 'superseded');
    const { named, successor } = replacementOf(plan, relations);
    if (named !== null) {
      const { target, range } = named;
      yield { messageId: 'says', data: { successor: target, line }, range, subject: 'superseded' };
      return;
    }
    if (successor === null) return;
    yield {
      messageId: 'replaced',
      data: { successor: successor.path, line },
      range: lifecycleRange(plan),
      subject: 'superseded',
      help: `Add "superseded_by: ${relativePath(plan.path, successor.path)}" as well.`,
    };
  },
});

/** What replaces an active plan: a reference of its own, else a plan that says so; both null where nothing does. */
export function replacementOf(
  plan: Plan,
  relations: Relations,
): { readonly named: Reference | null; readonly successor: Plan | null } {
  const own = plan.references.filter(({ field }) => field === 'superseded_by');
  const named = own.find((reference) => {
    // That a plan names itself is a finding of its own.
    if (targetPath(plan, reference, relations) === plan.path) return false;
    return !NOT_IN_FORCE.has(targetPlan(plan, reference, relations)?.lifecycle ?? null);
  });
  return { named: named ?? null, successor: own.length > 0 ? null : successorOf(plan, relations) };
}

const successorOf = (plan: Plan, relations: Relations): Plan | null =>
  successorsIn(relations)
    .get(plan.path)
    ?.find((other) => other.path !== plan.path) ?? null;

/** Asked for by every plan of a scan. */
const successorsOf = new WeakMap<Relations, ReadonlyMap<string, readonly Plan[]>>();

/** The plans in force that say they replace the one at a path. */
function successorsIn(relations: Relations): ReadonlyMap<string, readonly Plan[]> {
  const known = successorsOf.get(relations);
  if (known !== undefined) return known;
  const found = new Map<string, Plan[]>();
  for (const plan of relations.plans) {
    if (NOT_IN_FORCE.has(plan.lifecycle)) continue;
    for (const reference of plan.references) {
      const path = reference.field === 'supersedes' ? targetPath(plan, reference, relations) : null;
      if (path !== null) found.set(path, [...(found.get(path) ?? []), plan]);
    }
  }
  successorsOf.set(relations, found);
  return found;
}
