import type { KeyPath } from '../plan/front-matter.ts';
import type { Plan } from '../plan/plan.ts';
import type { Position, Range } from '../plan/position.ts';
import { type TextPlaces, textPlaces } from '../plan/text-places.ts';

/** Where a key, or a member of a list, stands in a front matter. */
export interface KeyPlace {
  readonly places: TextPlaces;
  /** null for a member of a list. */
  readonly keyRange: Range | null;
  /** Of the value; of the key where it has none. */
  readonly range: Range;
}

/** null for what is not there: `rangeOf` answers with the place of its parent then. */
export function placeOf(plan: Plan, path: KeyPath): KeyPlace | null {
  const { frontMatter, text } = plan;
  if (path.length === 0 || frontMatter.state !== 'read') return null;
  const places = textPlaces(text);
  const keyRange = frontMatter.rangeOf(path, 'key');
  const range = frontMatter.rangeOf(path, 'value');
  const parent = frontMatter.rangeOf(path.slice(0, -1), 'key');
  if (typeof path.at(-1) === 'number') {
    return isSameRange(keyRange, parent) ? null : { places, keyRange: null, range };
  }
  const isThere = keyRange.start.line > 1 && !isSameRange(keyRange, parent);
  return isThere ? { places, keyRange, range } : null;
}

/** What stands left of a position, in its line. */
export const before = (places: TextPlaces, { line, column }: Position): string =>
  places.lineAt(line).slice(0, column - 1);

/** What stands right of a position, in its line. */
export const behind = (places: TextPlaces, { line, column }: Position): string =>
  places.lineAt(line).slice(column - 1);

/** Nothing but a comment follows. */
export const endsItsLine = (places: TextPlaces, end: Position): boolean =>
  /^ *:?[ \t]*(?:#|$)/.test(behind(places, end));

export const isSameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.column === b.start.column &&
  a.end.line === b.end.line &&
  a.end.column === b.end.column;
