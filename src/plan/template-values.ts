import { isChoice, isSpecificPhrase } from './template-phrases.ts';

const BRACKETED = /\[([^[\]]+)\]/g;

/**
 * Whether a text of the front matter is still the template's: `YYYY-MM-DD`, a choice that was never made, or one
 * of its phrases, with or without the brackets (YAML takes them for a list).
 */
export function isTemplateValue(text: string): boolean {
  const value = text.trim();
  if (/^yyyy-mm-dd$/i.test(value) || isChoice(value) || isSpecificPhrase(value)) return true;
  return [...value.matchAll(BRACKETED)].some(([, phrase = '']) => isSpecificPhrase(phrase));
}
