import { withRealGlyphs } from './glyphs.ts';
import { plainText } from './inline-text.ts';
import { isCommonPhrase } from './template-phrases.ts';
import { isTemplateValue } from './template-values.ts';
import { withoutUnseen } from './unseen.ts';

const NOTHING = /^(?:[-–—]+|n\/a|n\.a|none|nothing|nil)\.?$/i;
const NOT_KNOWN =
  /^(?:tb[acd]|to be (?:announced|assigned|confirmed|decided|determined)|todo|unknown|unassigned|not (?:yet )?(?:assigned|known)|nobody|no one|no owner|owner|name|your (?:name|team)|some(?:one|body)|any(?:one|body))$/i;
/** Longer texts say something, or nothing in a way that nobody lists. */
const MAX_NOTHING = 40;

/** Whether a word says that there is nothing; one that says that it is not known yet does not. */
export const meansNothing = (text: string): boolean => NOTHING.test(text);

/**
 * Whether a value says nothing, or not yet what: words such as "none" and "TBD", also in brackets, and a text without a
 * letter or a digit that anybody sees.
 */
export function saysNothing(value: string): boolean {
  const text = withoutUnseen(value).replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (text.length > MAX_NOTHING) return false;
  const words = text.replace(/^[^\p{L}\p{N}@]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
  return meansNothing(words) || NOT_KNOWN.test(words);
}

/** The plain text of a value; null when it is empty or still the template's. */
export function saidIn(markdown: string): string | null {
  const text = withRealGlyphs(plainText(markdown));
  const [, bracketed] = /^\[([^[\]]*)\]$/.exec(text) ?? [];
  const isTemplate = isTemplateValue(text) || (bracketed !== undefined && isCommonPhrase(bracketed));
  return text === '' || isTemplate ? null : text;
}

/** The same, where words such as "TBD" and "none" say as little as nothing. */
export function namedIn(markdown: string): string | null {
  const text = saidIn(markdown);
  return text === null || saysNothing(text) ? null : text;
}
