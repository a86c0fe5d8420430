import type { Stretch } from './text-line.ts';

/** Also in full width, or by its number as a character. */
const DIGIT = '(?:[0-9０-９]|&#(?:4[89]|5[0-7]|[xX]3[0-9]);)';
/** A number as people write one: `75`, `87.5`, `37,5`, or with an exponent. */
const NUMBER = String.raw`${DIGIT}{1,12}(?:[.,]${DIGIT}{1,4})?(?:[eE]\+?\d{1,2})?`;
/** Between them stand blanks, and what nobody sees: `**100** **%**`, `100\\%`. */
const GAP = String.raw`(?:[*_\x60 \t\u00A0\u202F\\]|&(?:nbsp|ensp|emsp|thinsp|#160|#xA0);|</?[a-z]{1,10}>|<!--[^<>]{0,99}-->){0,30}`;
const SIGN = '[%％﹪]|&percnt;|&#37;|&#x25;';
const WORD = String.raw`percent|per[ \t]cent|pct`;
const UNIT = String.raw`${GAP}(?:${SIGN}|(?:${WORD})(?!\p{L}))`;
/** A number and its sign or word, with the brackets of the template around the number. */
export const PERCENT_SOURCE = String.raw`(?:\[${NUMBER}\]|${NUMBER})${UNIT}`;

const PERCENT = new RegExp(String.raw`(?<![\p{L}\d０-９.,])(?:\[(${NUMBER})\]|(${NUMBER}))${UNIT}`, 'iu');
const PERCENT_ALONE = new RegExp(`^${PERCENT_SOURCE}$`, 'iu');
/** The lower end of `50–100%`, right before the upper one; with blanks at the start alone: not "Week 3 – 60%". */
const FROM = /(?<![-–—\d.,/\p{L}])(\d{1,3}(?:\.\d{1,4})?)[-–—]$/u;
const FROM_AT_START = /^(\d{1,3}(?:\.\d{1,4})?)[ \t](?:[-–—]|to)[ \t]$/;
/** Less than nothing, at the start alone. */
const MINUS = /^[\s*_]*[-−]$/u;
/** Characters that the lower end may have. */
const MAX_FROM = 20;
/** What may stand in front of more than all: "throughput 150%" may well be. */
const SIGNS_IN_FRONT =
  /^[^\p{L}\p{N}]*(?:(?:done|completed?|finished|in progress|overall|now|currently|about)[^\p{L}\p{N}]*)?$/iu;

/**
 * The first percentage of a text with its sign, `75%`, `87.5 %` or `75 percent`; of a range its lower end. More than 100
 * is one where the text begins with it; null when there is none, or when it is that of something else.
 */
export function readPercent(text: string): (Stretch & { readonly percent: number }) | null {
  const match = PERCENT.exec(text);
  if (match === null) return null;
  const isBelow = match.index <= MAX_FROM && MINUS.test(text.slice(0, match.index));
  const percent = (isBelow ? -1 : 1) * numberIn(match[1] ?? match[2] ?? '');
  if (percent > 100 && !SIGNS_IN_FRONT.test(text.slice(0, match.index))) return null;
  const before = text.slice(Math.max(0, match.index - MAX_FROM), match.index);
  const from = FROM.exec(before) ?? (before.length === match.index ? FROM_AT_START.exec(before) : null);
  const start = match.index - (from?.[0].length ?? (isBelow ? 1 : 0));
  return {
    percent: Math.min(percent, Number(from?.[1] ?? percent)),
    index: start,
    length: match.index + match[0].length - start,
  };
}

/** Whether a text is one percentage and nothing else. */
export const isPercent = (text: string): boolean => PERCENT_ALONE.test(text);

/** Whether what stands at the place of a claim is a percentage or a range of them; else it is words, signs or a share. */
export const endsInPercent = (text: string): boolean => AT_END.test(text);
const AT_END = new RegExp(`(?:${SIGN}|${WORD})$`, 'i');

/** Whether a text goes on from a percentage to another one: `–120%` behind `0%`. */
export const goesOnToPercent = (text: string): boolean => TO_PERCENT.test(text);
const TO_PERCENT = new RegExp(
  String.raw`^[\s*_\x60]*(?:[-–—~/]|\.{2,3}|…|(?:to|or|up to|until)(?!\p{L}))[\s*_\x60~]*${PERCENT_SOURCE}`,
  'iu',
);

/** What stands between the number and its sign. */
export const gapIn = (written: string): string => GAP_AT.exec(written)?.[1] ?? '';
const GAP_AT = new RegExp(String.raw`^\[?${NUMBER}\]?(${GAP})(?:${SIGN}|${WORD})$`, 'iu');

/** The digits of full width stand apart from ours by a fixed distance; a comma with three digits behind it parts thousands. */
const numberIn = (written: string): number =>
  Number(
    written
      .replace(/&#(\d\d);/g, (_, point: string) => String.fromCharCode(Number(point)))
      .replace(/&#[xX]3(\d);/g, '$1')
      .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
      .replace(/,(?=\d{3}(?!\d))/, '')
      .replace(',', '.'),
  );
