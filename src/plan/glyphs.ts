/**
 * Signs as they look after their UTF-8 was read as Mac Roman. The four-byte ones begin with U+F8FF, which some
 * editors drop, so that they are met with and without it.
 */
const DAMAGED: readonly (readonly [damaged: string, sign: string])[] = [
  ['‚úÖ', '✅'],
  ['\uF8FFüîÑ', '🔄'],
  ['üîÑ', '🔄'],
  ['‚è≥', '⏳'],
  ['‚ùå', '❌'],
  ['‚è≠Ô∏è', '⏭️'],
  ['‚è≠', '⏭'],
  ['‚Üí', '→'],
];

const SHORT_CODES: readonly (readonly [code: string, sign: string])[] = [
  [':white_check_mark:', '✅'],
  [':heavy_check_mark:', '✅'],
  [':arrows_counterclockwise:', '🔄'],
  [':hourglass_flowing_sand:', '⏳'],
  [':hourglass:', '⏳'],
  [':x:', '❌'],
  [':next_track_button:', '⏭️'],
];

/** Puts damaged signs and short codes back to what they stand for; all other text stays as it is. */
export function withRealGlyphs(text: string): string {
  let real = text;
  if (/[‚\uF8FFü]/.test(text)) for (const [damaged, sign] of DAMAGED) real = real.replaceAll(damaged, sign);
  if (text.includes(':')) for (const [code, sign] of SHORT_CODES) real = real.replaceAll(code, sign);
  return text.includes('&#')
    ? real.replace(REFERENCES, (reference) => signByNumber(reference) ?? reference)
    : real;
}

/** `&#9989;` and `&#x2705;`, which are shown as a tick. */
const REFERENCE = /^&#(?:[xX]([\da-fA-F]{1,6})|(\d{1,7}));/;
const REFERENCES = /&#(?:[xX][\da-fA-F]{1,6}|\d{1,7});/g;
const SIGN = /^[\p{Extended_Pictographic}✓☐]\uFE0F?/u;

/** The sign that a numeric reference stands for; null where it is none, or that of another character. */
function signByNumber(reference: string): string | null {
  const [whole, hexadecimal, decimal] = REFERENCE.exec(reference) ?? [];
  if (whole === undefined) return null;
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  const character = point > 0x10ffff ? '' : String.fromCodePoint(point);
  return SIGN.test(character) ? character : null;
}

/** The sign with which a text begins, in any of its spellings; `length` is that of the spelling. */
export function signAt(text: string): { readonly sign: string; readonly length: number } | null {
  for (const [spelling, sign] of [...DAMAGED, ...SHORT_CODES]) {
    if (text.startsWith(spelling)) return { sign, length: spelling.length };
  }
  const byNumber = signByNumber(text);
  if (byNumber !== null) return { sign: byNumber, length: text.indexOf(';') + 1 };
  const [sign] = SIGN.exec(text) ?? [];
  return sign === undefined ? null : { sign, length: sign.length };
}
