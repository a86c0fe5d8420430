import type { FrontMatter, KeyPath } from '../plan/front-matter.ts';
import type { Position } from '../plan/position.ts';
import type { TextEdit } from '../rules/text-edit.ts';

/**
 * True when the front matter says the same as before, but for keys that the edits stand at: a value that was rewritten, a
 * key that was taken away or written. An edit that breaks the YAML, or changes a key elsewhere, is no fix.
 */
export function keepsFrontMatter(
  before: FrontMatter,
  after: FrontMatter,
  edits: readonly TextEdit[],
): boolean {
  return (
    before.state === after.state &&
    changedPaths(before.data, after.data, []).every((path) => isNamed(path, before, edits))
  );
}

/** Keys whose values differ, as deep as mappings go; a list is one value. */
function changedPaths(before: unknown, after: unknown, path: KeyPath): readonly KeyPath[] {
  if (!isRecord(before) || !isRecord(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => changedPaths(ownValue(before, key), ownValue(after, key), [...path, key]));
}

function isNamed(
  path: KeyPath,
  { data, lineCount, rangeOf }: FrontMatter,
  edits: readonly TextEdit[],
): boolean {
  const inFront = edits.filter(({ range }) => range.start.line <= lineCount);
  const value = path.reduce<unknown>(
    (at, key) => (isRecord(at) ? ownValue(at, String(key)) : undefined),
    data,
  );
  // A key that was absent stands nowhere for certain: its name, or its empty value, is where the edit is.
  const key = String(path.at(-1));
  if (value === undefined && inFront.some(({ text }) => text.includes(key))) return true;
  const from = rangeOf(path, 'key').start;
  const to = lineEndOf(rangeOf(path, 'value').end);
  return inFront.some(({ range }) => isBefore(from, range.end) && isBefore(range.start, to));
}

/** An empty value is written behind its key. */
const lineEndOf = ({ line }: Position): Position => ({ line, column: Number.MAX_SAFE_INTEGER });

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.column < b.column);

const ownValue = (record: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
