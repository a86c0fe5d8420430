import type { KeyPath } from '../plan/front-matter.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';
import { textPlaces } from '../plan/text-places.ts';
import { removeListMember } from './remove-list-member.ts';
import { replaceRange, type TextEdit } from './text-edit.ts';

/** `-`, `- ""`: a member of a list on lines of its own that says nothing. */
const EMPTY_LINE = /^ *-(?: +(?:""|''))? *(?:#.*)?$/;
/** `""` between the commas of a list in brackets. */
const EMPTY_IN_BRACKETS = /[[,] *(?:""|'')(?= *[,\]])/g;

/** How many members of a list are written without a word in them: the data leaves them out. */
export function emptyMembers(plan: Plan, path: KeyPath): number {
  const { written, lines } = listAt(plan, path);
  if (written.startsWith('[')) return written.match(EMPTY_IN_BRACKETS)?.length ?? 0;
  return lines.filter(({ text }) => EMPTY_LINE.test(text)).length;
}

/**
 * Takes members out of a list of words, by their index among those that say something, and all that say nothing. null
 * where the list is written in a way that cannot be cut for certain.
 */
export function withoutMembers(
  plan: Plan,
  path: KeyPath,
  members: readonly unknown[],
  indices: ReadonlySet<number>,
): readonly TextEdit[] | null {
  const { range, written, lines } = listAt(plan, path);
  if (written.startsWith('[')) {
    const kept = members.flatMap((_, index) =>
      indices.has(index) ? [] : [writtenAt(plan, [...path, index])],
    );
    const isPlain =
      range.start.line === range.end.line && members.every((member) => typeof member !== 'object');
    return isPlain ? replaceRange(range, `[${kept.join(', ')}]`) : null;
  }
  const edits = [...indices].map((index) => removeListMember(plan, [...path, index]));
  const empty = lines.filter(({ text }) => EMPTY_LINE.test(text)).map(({ line }) => lineEdit(line));
  return edits.includes(null) ? null : [...edits.flatMap((edit) => edit ?? []), ...empty];
}

interface WrittenList {
  readonly range: Range;
  readonly written: string;
  /** From its first line to the last that may belong to it. */
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

function listAt({ frontMatter, text }: Plan, path: KeyPath): WrittenList {
  const places = textPlaces(text);
  const range = frontMatter.rangeOf(path, 'value');
  const lines = Array.from({ length: range.end.line - range.start.line + 1 }, (_, index) => {
    const line = range.start.line + index;
    return { line, text: places.lineAt(line) };
  });
  return { range, written: places.textIn(range), lines };
}

const writtenAt = ({ frontMatter, text }: Plan, path: KeyPath): string =>
  textPlaces(text).textIn(frontMatter.rangeOf(path, 'value'));

const lineEdit = (line: number): TextEdit => ({
  range: { start: { line, column: 1 }, end: { line: line + 1, column: 1 } },
  text: '',
});
