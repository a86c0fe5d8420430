import { isGivenUp } from './given-up.ts';
import { withRealGlyphs } from './glyphs.ts';
import { spokenText } from './inline-text.ts';
import type { ItemState } from './plan.ts';

/** Other ticks are text on GitHub, and nobody says whether they stand for done. */
const DONE = /^(?:[xX]|✅\uFE0F?)$/u;
const CANCELLED_WORDS =
  /\b(?:cancell?ed|dropped|abandoned|removed|obsolete|descoped|won['’]?t (?:do|fix)|not needed)\b/i;
/** `(N/A)` and `(deferred to v2)` speak for the whole item where they begin or end it. */
const NOT_APPLICABLE =
  /^[[(]n\/a\b[^)\]]*[)\]]|[[(]n\/a\b[^)\]]*[)\]][\s.,;:!*_)\]]*$|[[(]n\/a\b[^)\]]*[)\]]\s*[-–—:]\s/i;
const DEFERRED =
  /^[[(]deferred\b[^)\]]*[)\]]|[[(]deferred\b[^)\]]*[)\]][\s.,;:!*_)\]]*$|[[(]deferred\b[^)\]]*[)\]]\s*[-–—:]\s/i;
const SKIPPED = /^(?:⏭)|⏭\uFE0F?[\s.]*$/u;

/**
 * What a box with this mark and this text (Markdown, without the box) says. The text is asked first: what is
 * struck, not applicable or deferred is neither done nor open, whatever its mark.
 */
export function itemState(mark: string, markdown: string): ItemState {
  const sign = withRealGlyphs(mark).trim();
  const text = withRealGlyphs(spokenText(markdown)).trim();
  const bare = text.replace(/^[*_\s]+/, '');
  if (isStruck(text) || saysSo(NOT_APPLICABLE, bare) || SKIPPED.test(bare)) return 'cancelled';
  if (saysSo(DEFERRED, bare)) return 'deferred';
  return stateOfMark(sign, text);
}

/** "(deferred?)" and "(N/A for now, still needed)" are not settled. */
const TAKEN_BACK = /\?|\b(?:no longer|not any ?more|still|must|needed)\b/i;

function saysSo(words: RegExp, text: string): boolean {
  const [said] = words.exec(text) ?? [];
  return said !== undefined && !TAKEN_BACK.test(said);
}

function stateOfMark(sign: string, text: string): ItemState {
  if (DONE.test(sign)) return 'done';
  if (/^⏭/u.test(sign) || /^n\/a$/i.test(sign)) return 'cancelled';
  switch (sign) {
    case '/':
    case '🔄':
      return 'in-progress';
    case '>':
      return 'deferred';
    case '-':
      return CANCELLED_WORDS.test(text) ? 'cancelled' : 'in-progress';
    case '~':
      return /\bdeferred\b/i.test(text) ? 'deferred' : 'open';
    default:
      return 'open';
  }
}

/** It has a letter or a digit: what is struck must be seen to be so. */
export const isShown = (markdown: string): boolean =>
  /[\p{L}\p{N}]/u.test(spokenText(markdown).replace(/&[#\w]{1,40};/g, ''));

/** The whole text is struck through, with no blank inside of the signs; only a remark may follow, as in `~~Old way~~ (replaced)` or `~~Old way~~ dropped`. */
export function isStruck(markdown: string): boolean {
  const struck = /^[*_\s]*~~(?!\s)([^~]*[^~\s])~~[*_\s.,;:]*(.*)/su.exec(markdown);
  const [, text = '', remark = ''] = struck ?? [];
  return isShown(text) && (remark === '' || /^[([\-–—→]/u.test(remark) || isGivenUp(remark));
}
