/** What a stranger's text may hold of line ends and tabs; each run of white space becomes one space. */
const WHITE_SPACE = /[\s\u0085]+/gu;

/**
 * Control characters and everything that shows as nothing: bidi marks and zero-width characters reorder or hide what
 * stands beside them. The one that asks for an emoji's colour (U+FE0F) may stay.
 */
const INVISIBLE = /(?!\uFE0F)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Marks stacked so high that they cover the neighbouring lines. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** One line of visible text: without control, bidi and zero-width characters, and without half surrogate pairs. */
export const cleanLine = (value: string): string =>
  value.toWellFormed().replace(WHITE_SPACE, ' ').replace(INVISIBLE, '').replace(STACKED_MARKS, '$1').trim();

/** At most `maxLength` characters (code points), the last one an ellipsis when something was cut. */
export function shorten(line: string, maxLength: number): string {
  if (line.length <= maxLength) return line;
  const characters = Array.from(line);
  return characters.length <= maxLength ? line : `${characters.slice(0, maxLength - 1).join('')}…`;
}

/** Like `shorten`, but cuts in the middle: of a path both ends matter. */
export function shortenMiddle(line: string, maxLength: number): string {
  if (line.length <= maxLength) return line;
  const characters = Array.from(line);
  if (characters.length <= maxLength) return line;
  const head = Math.floor((maxLength - 1) / 2);
  const tail = maxLength - 1 - head;
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
