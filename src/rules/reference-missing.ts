import { defineRule } from './rule.ts';

export const referenceMissing = defineRule({
  id: 'reference-missing',
  description: 'Every plan that a plan names is there.',
  concern: 'reference',
  severity: { changes: 'error', scan: 'warning' },
  minimal: true,
  messages: {
    missing:
      '"{{field}}" names "{{target}}", which is not in the repository: correct the path, or remove it.',
    moved: '"{{field}}" names "{{target}}", which is not there: write "{{path}}".',
  },
  *check(plan, { relations }) {
    for (const reference of plan.references) {
      const { field, target, range } = reference;
      if (relations.resolve(plan, reference).kind !== 'missing') continue;
      const path = movedTo(target, relations.files);
      const finding = { range, subject: `${field} ${target}` };
      yield path === null
        ? { ...finding, messageId: 'missing', data: { field, target } }
        : { ...finding, messageId: 'moved', data: { field, target, path } };
    }
  },
});

/** The one file of that name, where every file is known: it moved. */
function movedTo(target: string, files: ReadonlySet<string> | null): string | null {
  const name =
    target
      .split('/')
      .at(-1)
      ?.replace(/[#?].*$/, '') ?? '';
  if (files === null || name === '') return null;
  const isSame = (path: string): boolean =>
    path.split('/').at(-1) === name || path.split('/').at(-1) === `${name}.md`;
  const [only, ...others] = [...files].filter(isSame);
  return only !== undefined && others.length === 0 ? only : null;
}
