import type { KeyPath } from '../plan/front-matter.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';
import { type TextPlaces, textPlaces } from '../plan/text-places.ts';
import { before, behind, endsItsLine, isSameRange, type KeyPlace, placeOf } from './key-place.ts';
import { type Quotes, type Scalar, scalarText } from './scalar-text.ts';
import { removeLines, replaceRange, type TextEdit } from './text-edit.ts';

/*
 * Builds the edits of a safe fix. In front matter: `setValue` (`setValueAt` where the value's range is known), `removeKey`,
 * `insertKey`, and `removeListMember` next door; anywhere: `replaceRange`. Each but the last answers null where the YAML is written in a way that it
 * does not change for certain without touching more (an anchor, a block text, braces over several lines): then the
 * finding has no fix.
 * Hand the answer to `fixOf`:
 *
 *   yield { messageId: 'always', range, ...fixOf(setValue(plan, ['ai', 'context_load'], 'never')) };
 */

/**
 * Writes another value behind a key, or for a member of a list. The quotes that stand there are kept, and the comment
 * behind them; a text that YAML would read as something else gets quotes. A key without a value gets one.
 */
export function setValue(plan: Plan, path: KeyPath, value: Scalar): readonly TextEdit[] | null {
  const place = placeOf(plan, path);
  if (place === null) return null;
  const { places, keyRange, range } = place;
  return isEmptyRange(keyRange, range) ? fillEmpty(places, range, value) : setValueAt(plan, range, value);
}

/** The same for a value whose range is known: that of a reference, of an entry of `related_code`. */
export function setValueAt({ text }: Plan, range: Range, value: Scalar): readonly TextEdit[] | null {
  const places = textPlaces(text);
  const written = places.textIn(range);
  if (!isOneScalar(written) || !standsAlone(before(places, range.start))) return null;
  return replaceRange(range, scalarText(value, quotesOf(written)));
}

/** Takes a key away, with its value and the comment behind it: whole lines. */
export function removeKey(plan: Plan, path: KeyPath): readonly TextEdit[] | null {
  const place = placeOf(plan, path);
  if (place === null || place.keyRange === null) return null;
  const { places, keyRange, range } = place;
  return /^ *$/.test(before(places, keyRange.start)) && endsItsLine(places, range.end)
    ? removeLines(keyRange.start.line, range.end.line)
    : null;
}

/**
 * Writes a key that is not there yet on a line of its own: below the first of `after` that stands in the same mapping,
 * else, at the top level, above the closing fence.
 */
export function insertKey(
  plan: Plan,
  path: KeyPath,
  value: Scalar,
  { after }: { readonly after: readonly string[] },
): readonly TextEdit[] | null {
  const name = path.at(-1);
  if (typeof name !== 'string' || plan.frontMatter.state !== 'read' || placeOf(plan, path) !== null)
    return null;
  const parent = path.slice(0, -1);
  const siblings = after.map((key) => placeOf(plan, [...parent, key]));
  const sibling = siblings.find((place) => place !== null) ?? null;
  const line = sibling === null ? lastLineOf(plan, parent) : lineBelow(sibling);
  if (line === null) return null;
  const indent = sibling?.keyRange === null || sibling === null ? 0 : sibling.keyRange.start.column - 1;
  const at = { line, column: 1 };
  const key = parent.length === 0 ? plan.frontMatter.nameOf(name) : name;
  const text = `${' '.repeat(indent)}${scalarText(key, '')}: ${scalarText(value, '')}${lineEnd(plan)}`;
  return [{ range: { start: at, end: at }, text }];
}

function fillEmpty(places: TextPlaces, { end }: Range, value: Scalar): readonly TextEdit[] | null {
  const colon = /^ *:(?= |$)/.exec(behind(places, end))?.[0];
  if (colon === undefined || !/^\s*(?:#|$)/.test(behind(places, end).slice(colon.length))) return null;
  const at = { line: end.line, column: end.column + colon.length };
  return [{ range: { start: at, end: at }, text: ` ${scalarText(value, '')}` }];
}

/** The line below a key and its value; null where more than a comment follows. */
const lineBelow = ({ places, keyRange, range }: KeyPlace): number | null =>
  keyRange !== null && /^ *$/.test(before(places, keyRange.start)) && endsItsLine(places, range.end)
    ? range.end.line + 1
    : null;

/** The closing fence, where every key of the top level begins its line. */
function lastLineOf({ frontMatter, text }: Plan, parent: KeyPath): number | null {
  const places = textPlaces(text);
  const isBlock = Object.keys(frontMatter.data).every((key) => {
    const { start } = frontMatter.rangeOf([key], 'key');
    return start.column === 1 && start.line > 1 && !/^[{?]/.test(places.lineAt(start.line));
  });
  return parent.length === 0 && isBlock ? frontMatter.lineCount : null;
}

/** No list, no mapping, no block of text; and no alias: nothing else in the file depends on how it is written. */
const isOneScalar = (written: string): boolean =>
  written !== '' && !/^(?:[|>*[{]|- )|:(?:\s|$)/.test(unquoted(written));

/** Quotes may hold anything. */
const unquoted = (written: string): string => (quotesOf(written) === '' ? written : 'quoted');

/** No anchor and no tag stands before it. */
const standsAlone = (left: string): boolean => /(?:^ *|: +|^ *- +|[[{,] *)$/.test(left);

const quotesOf = (written: string): Quotes =>
  written.startsWith('"') ? '"' : written.startsWith("'") ? "'" : '';

const lineEnd = ({ text }: Plan): string => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');

const isEmptyRange = (keyRange: Range | null, range: Range): boolean =>
  keyRange !== null && isSameRange(keyRange, range);
