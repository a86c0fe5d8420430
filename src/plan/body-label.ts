import type { Body } from './body.ts';
import { plainText } from './inline-text.ts';
import { isTemplateValue } from './template-values.ts';

/** The value of the first line `**Name:** value` of a body, as plain text; null when absent, empty or still the template's. */
export function bodyLabel(text: string, { proseLines }: Body, name: string): string | null {
  const lines = text.split('\n');
  const opening = `**${name.toLowerCase()}:**`;
  for (const line of proseLines) {
    const source = (lines[line - 1] ?? '').trim();
    if (!source.toLowerCase().startsWith(opening)) continue;
    const value = plainText(source.slice(opening.length));
    return value === '' || isTemplateValue(value) ? null : value;
  }
  return null;
}
