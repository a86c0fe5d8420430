/**
 * UTF-8 whose bytes were taken for characters of another code page: `‚úÖ` (Mac Roman) and `âœ…` (Windows-1252) for a
 * tick. Tables of ours, because some versions of Node take Windows-1252 for Latin-1.
 */

/** The characters of the bytes 0x80–0xFF of Mac Roman. */
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
/** Of 0x80–0x9F of Windows-1252; above them it is Latin-1. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

type CodePage = ReadonlyMap<string, number>;

const CODE_PAGES: readonly CodePage[] = [
  new Map([...MAC_ROMAN].map((character, index) => [character, 0x80 + index])),
  new Map([
    ...[...WINDOWS].map((character, index) => [character, 0x80 + index] as const),
    ...Array.from({ length: 0x60 }, (_, index) => [String.fromCharCode(0xa0 + index), 0xa0 + index] as const),
  ]),
];

export interface MisreadRun {
  /** UTF-16 code units from the start of the text. */
  readonly index: number;
  readonly text: string;
  /** What it was before it was misread. */
  readonly restored: string;
}

/** Every byte of such a character lies above ASCII, and so does what it was taken for. */
const ABOVE_ASCII = /[^\0-\x7F]+/g;
/** Some text is misread more than once on its way. */
const MAX_TIMES = 3;
/** Characters that chance does not put together. */
const BEYOND_CHANCE = 3;

/**
 * The stretches of a text that can be put back exactly: each of their characters is a byte of one code page, all
 * together are UTF-8, and what comes out is likely. What stands in back ticks by itself is spoken of and stays.
 */
export const findMisreadText = (text: string): readonly MisreadRun[] =>
  [...text.matchAll(ABOVE_ASCII)].flatMap(({ index, 0: run }) => {
    const isQuoted = text[index - 1] === '`' && text[index + run.length] === '`';
    const restored = isQuoted ? null : restore(run, text[index - 1] ?? '');
    return restored === null ? [] : [{ index, text: run, restored }];
  });

function restore(run: string, before: string): string | null {
  let restored: string | null = null;
  for (let time = 0; time < MAX_TIMES; time += 1) {
    const next = restoreOnce(restored ?? run, before);
    if (next === null) break;
    restored = next;
  }
  // What is still a control character was more than misread.
  return restored === null || /\p{Cc}/u.test(restored) ? null : restored;
}

function restoreOnce(run: string, before: string): string | null {
  for (const codePage of CODE_PAGES) {
    const restored = decoded(run, codePage);
    if (restored !== null && isLikely(restored, run, before)) return restored;
  }
  return null;
}

function decoded(run: string, codePage: CodePage): string | null {
  const bytes = new Uint8Array(run.length);
  for (let index = 0; index < run.length; index += 1) {
    const byte = codePage.get(run.charAt(index));
    if (byte === undefined) return null;
    bytes[index] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Accents, signs and marks of the Latin scripts; punctuation, arrows, boxes and signs; their variants; emoji. */
const USUAL = /^(?:[\u0080-\u00FF\u2000-\u2FFF\uFEFF\u{1F000}-\u{1FAFF}]|\uFE0E|\uFE0F)+$/u;

/**
 * A letter with a quote or a sign behind it may come out as a character of some script: `Spaß“`, `fatigué…»`. A few
 * characters count when they are usual ones.
 */
function isLikely(restored: string, run: string, before: string): boolean {
  if ([...restored].length >= BEYOND_CHANCE) return true;
  return USUAL.test(restored) && !isCapital(run, before) && !isFormula(run, before);
}

/** `AMANHÃ»`: a capital of a word in capitals, and a closing quote. */
const isCapital = (run: string, before: string): boolean => /^[ÃÂ]/.test(run) && /[A-Z]/.test(before);

/** `2√π`, `¬∂`; not `20¬∞`. */
const isFormula = (run: string, before: string): boolean =>
  /^[√¬][π∞∑∏∫Ωµ∂∆≤≥±]$/.test(run) && !(run.startsWith('√') ? /[A-Za-z]/ : /[A-Za-z\d]/).test(before);
