import type { Reference } from '../plan/plan.ts';
import { fixOf } from './fix-of.ts';
import { setValue } from './front-matter-edit.ts';
import { movedTarget, pointedAt } from './moved-target.ts';
import { defineRule } from './rule.ts';

export const referenceMissing = defineRule({
  id: 'reference-missing',
  description: 'Every plan that a plan names is there.',
  concern: 'reference',
  severity: { changes: 'error', scan: 'warning' },
  minimal: true,
  fixable: 'safe',
  messages: {
    missing:
      '"{{field}}" names "{{target}}", which is not in the repository: correct the path, or remove it.',
    moved: '"{{field}}" names "{{target}}", which is not there: write "{{moved}}".',
  },
  // What was missing before is folded: nobody asks where it went.
  needsFiles: (plan, { base, relations }) => {
    const before = new Set(base?.references.map(keyOf));
    return plan.references.some(
      (reference) => !before.has(keyOf(reference)) && relations.resolve(plan, reference).kind === 'missing',
    );
  },
  *check(plan, { relations, renames }) {
    for (const reference of plan.references) {
      const { field, target, keyPath, range } = reference;
      if (relations.resolve(plan, reference).kind !== 'missing') continue;
      const path = movedTarget(plan, reference, { relations, renames });
      const finding = { range, subject: `${field} ${target}` };
      const data = { field: plan.frontMatter.nameOf(field), target, name: target };
      if (path === null) {
        yield { ...finding, messageId: 'missing', data };
        continue;
      }
      const moved = pointedAt(plan, target, path);
      yield {
        ...finding,
        messageId: 'moved',
        data: { ...data, moved },
        ...fixOf(setValue(plan, keyPath, moved)),
        ...(movedTarget(plan, reference, { relations, renames: NONE }) === path
          ? {}
          : { fixNeedsChange: true }),
      };
    }
  },
});

const keyOf = ({ field, target }: Reference): string => `${field} ${target}`;

const NONE: ReadonlyMap<string, string> = new Map();
