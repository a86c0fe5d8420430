const WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** The words from one to twelve, as the source of a regular expression. */
export const NUMBER_WORDS = WORDS.join('|');

/** `2` for "Two"; what is no such word stays as it is. */
export function numberInDigits(written: string): string {
  const index = WORDS.indexOf(written.toLowerCase());
  return index === -1 ? written : String(index + 1);
}
