import type { Plan, RelatedCode } from '../plan/plan.ts';
import { filesBelow } from './files-below.ts';
import { fixOf } from './fix-of.ts';
import { setValue } from './front-matter-edit.ts';
import { mayBeMissing } from './may-be-missing.ts';
import { type RelatedCodeMatcher, relatedCodeMatcher, relatedCodeOf } from './related-code.ts';
import type { Relations } from './relations.ts';
import { renamedPath } from './renamed-path.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { folderAndName, folderNamesakesOf } from './same-named.ts';

type NamedCode = Extract<RelatedCodeMatcher, { readonly spellings: readonly string[] }>;

export const relatedCodeMissing = defineRule({
  id: 'related-code-missing',
  description: 'The code that a plan names is there.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  fixable: 'safe',
  messages: {
    missing:
      '"related_code" names "{{pattern}}", which matches no file of the repository: correct it, or remove it.',
    renamed: '"related_code" names "{{pattern}}", which the change renames: write "{{renamed}}".',
    unreadable:
      '"related_code" has "{{pattern}}", which {{problem}}: write a path or a glob from the root of the repository.',
  },
  needsFiles: (plan, needs) =>
    mayBeMissing(plan, needs, patternsIn, (pattern) => relatedCodeMatcher(pattern, plan.path).matches),
  *check(plan, context) {
    const { isAdded, relations } = context;
    for (const { entry, code } of relatedCodeOf(plan)) {
      const { pattern, range, keyPath } = entry;
      // What is only planned may not be there yet.
      const finding = { range, subject: pattern, ...(isAdded ? { atMost: 'notice' as const } : {}) };
      if (code.kind === 'external') continue;
      if (code.kind === 'unreadable') {
        yield {
          ...finding,
          messageId: 'unreadable',
          data: { pattern, name: pattern, problem: code.problem },
        };
        continue;
      }
      if (isThere(code, relations) !== false) continue;
      const renamed = renamedEntry(plan, entry, code, context);
      if (renamed !== null) {
        const fix = fixOf(setValue(plan, keyPath, renamed));
        yield {
          ...finding,
          messageId: 'renamed',
          data: { pattern, name: pattern, renamed },
          ...fix,
          fixNeedsChange: true,
        };
        continue;
      }
      const likely = likelyPlace(code, relations);
      yield {
        ...finding,
        messageId: 'missing',
        data: { pattern, name: pattern },
        ...(likely === null ? {} : { help: `Perhaps it is "${likely}" now.` }),
      };
    }
  },
});

const patternsIn = (plan: Plan): readonly string[] =>
  relatedCodeOf(plan).flatMap(({ entry, code }) => (named(code) === null ? [] : [entry.pattern]));

/** null: nobody knows. */
function isThere(code: NamedCode, { exists, files }: Relations): boolean | null {
  const answers = code.spellings.map(exists);
  if (answers.includes(true)) return true;
  if (code.kind === 'path') return answers.includes(null) ? null : false;
  return files === null ? null : filesBelow(files, code.folder).some(code.matches);
}

/** The entry with another path in its place; what stands behind the path stays. */
function renamedEntry(
  { path: planPath }: Plan,
  { pattern }: RelatedCode,
  code: NamedCode,
  context: Pick<RuleContext, 'renames' | 'relations'>,
): string | null {
  const [spelt = ''] = code.spellings;
  const old = code.kind === 'path' ? spelt : code.folder;
  const renamed = old === '' ? null : renamedPath(old, context);
  if (renamed === null) return null;
  const whole = `${renamed}${spelt.slice(old.length)}`;
  const written =
    pattern.includes(spelt) && !pattern.includes('../') ? pattern.replace(spelt, () => whole) : whole;
  // A fix must mend what it is about.
  return isThere(named(relatedCodeMatcher(written, planPath)) ?? code, context.relations) === true
    ? written
    : null;
}

const named = (code: RelatedCodeMatcher): NamedCode | null => ('spellings' in code ? code : null);

/** The one other file of that name in a folder of the same name. */
function likelyPlace({ kind, spellings: [spelt = ''] }: NamedCode, { files }: Relations): string | null {
  const end = folderAndName(spelt);
  if (kind === 'glob' || files === null || !end.includes('/')) return null;
  const namesakes = folderNamesakesOf(spelt, files);
  const [only, ...others] = namesakes.slice(0, 3).filter((file) => file !== end);
  return others.length === 0 ? (only ?? null) : null;
}
