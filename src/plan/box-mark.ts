import { withRealGlyphs } from './glyphs.ts';

const BRACKETS = /^\[[ \t]{0,4}([^[\]\s]{1,8})[ \t]{0,4}\]\s+(\S[\s\S]*)$/;
/** Letters and signs that show as an x, and more than one. */
const LIKE_X = /^(?:[хχ×]|[xхχ]{2,3})$/iu;

/**
 * The mark of a list item's box and the text behind it; null when the item has none. `text` begins as it is written:
 * an escaped bracket is text.
 * What GitHub takes for `[ ]`, `[x]` or `[X]` says `checked` alone; other marks stand in the text. A single letter or
 * digit in brackets may be a footnote, so it is a mark only `amongBoxes`.
 */
export function boxMark(
  text: string,
  checked: boolean | null,
  amongBoxes: boolean,
): { readonly mark: string; readonly text: string } | null {
  if (checked !== null) return { mark: checked ? 'x' : ' ', text };
  const [, inner = '', rest = ''] = BRACKETS.exec(text) ?? [];
  return isMark(withRealGlyphs(inner), amongBoxes) ? { mark: inner, text: rest } : null;
}

function isMark(inner: string, amongBoxes: boolean): boolean {
  if (/^x$/i.test(inner)) return false;
  if (/^n\/a$/i.test(inner) || LIKE_X.test(inner)) return true;
  const characters = [...inner.replaceAll('\uFE0F', '')];
  if (characters.length !== 1) return false;
  return amongBoxes || !/[\p{L}\p{N}]/u.test(inner);
}
