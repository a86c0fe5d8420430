import { leavesADoubt } from './doubts.ts';
import { datesIn } from './spoken-date.ts';
import { NOT_OF_WORK } from './state-mark.ts';

const SIGN = String.raw`(?:✅|✔|✓|☑)\uFE0F?`;
const WORD = String.raw`(?:\[x\]|x|yes|(?:(?:all|fully|completely|entirely|100\s?%) )?(?:done|completed?|finished))(?=$|[\s()[\],.;:!–—\p{Extended_Pictographic}]|-(?![\p{L}\p{N}])|/(?:done|verified|tested|reviewed|approved|merged|shipped|released|deployed|closed|live|documented)(?!\p{L}))`;
/** Adjectives as well: "Closed beta" and "Live tests" are nothing that is done. */
const OUT = String.raw`(?:(?:fully )?(?:shipped|merged|deployed|released|closed|resolved|implemented|live)|100\s?%)(?=\s*(?:$|[()[\],.;:!–—#\p{Extended_Pictographic}]|-(?![\p{L}\p{N}])|\d{4}-)|\s(?:in|on|by|as|at|with|via|since|to|into|for|and|from)(?!\p{L})|\s(?:v?\d{1,4}\.\d|v\d|[pm]rs? ?#?\d))`;
/** A sign or a number, of which only what follows tells what it is about. */
const SAYS_NO_WORD = /(?:[✅✔✓☑]\uFE0F?|%)$/u;
const GLAD_FIRST = String.raw`[\s([🟢🎉🎊🚀✨🏁🏆⭐🌟💯\uFE0F]*`;
const DONE = new RegExp(`^${GLAD_FIRST}(?:${SIGN}|${WORD}|${OUT})`, 'iu');
/** Nobody reads more of a cell; what is longer is not plain. */
const MAX_TEXT = 1_000;

/** Whether a text says that something is done, and nothing behind that leaves a doubt. `text` is plain. */
export function isPlainlyDone(text: string): boolean {
  if (text.length > MAX_TEXT) return false;
  const [mark] = DONE.exec(text) ?? [];
  if (mark === undefined) return false;
  const behind = decoded(text.slice(mark.length));
  return !(SAYS_NO_WORD.test(mark) && NOT_OF_WORK.test(behind)) && !leavesADoubt(withoutDates(behind));
}

/** Which day it is, is asked elsewhere. */
function withoutDates(text: string): string {
  let shown = '';
  let from = 0;
  for (const { index, length } of datesIn(text)) {
    shown += `${text.slice(from, index)} `;
    from = index + length;
  }
  return shown + text.slice(from);
}

const HARMLESS =
  /&(?:amp|nbsp|ensp|emsp|thinsp|ndash|mdash|hellip|lt|gt|quot|apos|rarr|larr|middot|bull|check);/gi;
const REFERENCE = /&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|[a-zA-Z]\w{1,30});/g;

/** A character by its number is that character; one by a name that is not known here may be anything. */
const decoded = (text: string): string =>
  text.replace(HARMLESS, ' ').replace(REFERENCE, (_, hexadecimal?: string, decimal?: string) => {
    const point = hexadecimal === undefined ? Number(decimal ?? 0) : Number.parseInt(hexadecimal, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '?';
  });
