import type { Body } from './body.ts';
import { findBodyPlaceholders } from './body-placeholders.ts';
import type { FrontMatter, KeyPath } from './front-matter.ts';
import type { Placeholder } from './plan.ts';
import type { Range } from './position.ts';
import { isTemplateValue } from './template-values.ts';

/** The template's own text that still stands in a plan: first that of the front matter, then in the order of the file. */
export function findPlaceholders(text: string, frontMatter: FrontMatter, body: Body): readonly Placeholder[] {
  const lines = text.split('\n', frontMatter.lineCount);
  return [
    ...templatePaths(frontMatter.data, []).map((path): Placeholder => {
      const range = frontMatter.rangeOf(path, 'value');
      return { where: 'front-matter', subject: path.join('.'), text: firstLineOf(range, lines), range };
    }),
    ...findBodyPlaceholders(text, body),
  ];
}

/** The outermost values that say nothing else: `owner`, but `ai.triggers.0` when other triggers are real. */
function templatePaths(value: unknown, path: KeyPath): readonly KeyPath[] {
  if (path.length > 0 && isAllTemplate(value)) return [path];
  if (typeof value !== 'object' || value === null) return [];
  const children: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((member: unknown, index) => [index, member] as const)
    : Object.entries(value);
  return children.flatMap(([key, child]) => templatePaths(child, [...path, key]));
}

/** A text, or a list of nothing but such texts; YAML reads `[Team/person responsible]` as a list. */
const isAllTemplate = (value: unknown): boolean =>
  typeof value === 'string'
    ? isTemplateValue(value)
    : Array.isArray(value) && value.length > 0 && value.every(isAllTemplate);

function firstLineOf({ start, end }: Range, lines: readonly string[]): string {
  const line = (lines[start.line - 1] ?? '').trimEnd();
  return line.slice(start.column - 1, end.line === start.line ? end.column - 1 : line.length);
}
