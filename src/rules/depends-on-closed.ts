import { isClosed, type Lifecycle } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { stateLine } from './lifecycle-key.ts';
import { targetPath, targetPlan } from './reference-target.ts';
import type { Relations } from './relations.ts';
import { relativePath } from './relative-path.ts';
import { defineRule } from './rule.ts';

export const dependsOnClosed = defineRule({
  id: 'depends-on-closed',
  description: 'A plan waits only for plans that can still be done, and is replaced only by one in force.',
  concern: 'reference',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  messages: {
    archived:
      '"depends_on" names "{{target}}", which is archived: what this plan waits for will not be done, so name another plan, or remove it.',
    superseded:
      '"depends_on" names "{{target}}", which is superseded: name the plan that replaces it, or remove it.',
    replaced: '"depends_on" names "{{target}}", which is superseded: write "{{successor}}".',
    draft:
      '"superseded_by" names "{{target}}", which is a draft: nothing is in force then, so activate it, or remove "superseded_by".',
    gone: '"superseded_by" names "{{target}}", which is archived: name the plan that is in force, or write "{{line}}".',
  },
  *check(plan, { relations }) {
    for (const reference of plan.references) {
      const { field, target, range } = reference;
      const other = targetPlan(plan, reference, relations);
      if (other === null || other.path === plan.path) continue;
      const messageId = wrongWith(field, { plan, other }, relations);
      if (messageId === null) continue;
      const successor = successorPath(other, relations);
      yield {
        messageId,
        data: {
          target,
          name: target,
          line: stateLine(plan, 'archived'),
          ...(successor === null ? {} : { successor: relativePath(plan.path, successor) }),
        },
        range,
        subject: `${field} ${other.path} ${other.lifecycle}`,
      };
    }
  },
});

type Wrong = 'archived' | 'superseded' | 'replaced' | 'draft' | 'gone';

function wrongWith(
  field: Plan['references'][number]['field'],
  { plan, other }: { readonly plan: Plan; readonly other: Plan },
  relations: Relations,
): Wrong | null {
  const { lifecycle } = other;
  if (field === 'superseded_by') return BAD_SUCCESSOR.get(lifecycle) ?? null;
  // What is closed waits for nothing any more.
  if (field !== 'depends_on' || isClosed(plan.lifecycle)) return null;
  if (lifecycle === 'archived') return 'archived';
  if (lifecycle !== 'superseded') return null;
  const successor = successorPath(other, relations);
  return successor === null || successor === plan.path ? 'superseded' : 'replaced';
}

const BAD_SUCCESSOR: ReadonlyMap<Lifecycle | null, Wrong> = new Map([
  ['draft', 'draft'],
  ['archived', 'gone'],
]);

/** Where the one plan is that replaces another one. */
function successorPath(plan: Plan, relations: Relations): string | null {
  const [only, ...others] = plan.references.filter(({ field }) => field === 'superseded_by');
  return only === undefined || others.length > 0 ? null : targetPath(plan, only, relations);
}
