import { refersTo, targetPlan } from './reference-target.ts';
import { relativePath } from './relative-path.ts';
import { defineRule } from './rule.ts';

export const referenceNotMutual = defineRule({
  id: 'reference-not-mutual',
  description: 'A plan that is replaced says by which one.',
  concern: 'reference',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  fixable: 'hint',
  messages: {
    unsaid:
      '"supersedes" names "{{predecessor}}", which does not name this plan: write "superseded_by: {{path}}" in "{{file}}".',
  },
  *check(plan, { relations }) {
    // A draft has not replaced anything yet.
    if (plan.lifecycle === 'draft') return;
    for (const reference of plan.references) {
      if (reference.field !== 'supersedes') continue;
      const predecessor = targetPlan(plan, reference, relations);
      if (predecessor === null || predecessor.path === plan.path) continue;
      // What was never in force needs no successor; what is no plan has none.
      if (predecessor.lifecycle === 'draft' || predecessor.frontMatter.state !== 'read') continue;
      if (refersTo(predecessor, 'superseded_by', plan.path, relations)) continue;
      yield {
        messageId: 'unsaid',
        data: {
          predecessor: reference.target,
          name: reference.target,
          path: relativePath(predecessor.path, plan.path),
          file: predecessor.path,
        },
        range: reference.range,
        subject: predecessor.path,
      };
    }
  },
});
