import { withRealGlyphs } from './glyphs.ts';
import { plainText } from './inline-text.ts';
import { isCommonPhrase } from './template-phrases.ts';
import { isTemplateValue } from './template-values.ts';

const NOTHING = /^(?:[-–—]+|n\/a|none|nothing|nil)\.?$/i;
const NOT_KNOWN = /^(?:[-–—?.]+|tb[acd]|todo|unknown|unassigned|nobody|no one)\.?$/i;

/** Whether a word says that there is nothing; one that says that it is not known yet does not. */
export const meansNothing = (text: string): boolean => NOTHING.test(text);

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
  return text === null || meansNothing(text) || NOT_KNOWN.test(text) ? null : text;
}
