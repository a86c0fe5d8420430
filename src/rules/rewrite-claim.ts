import { signAt } from '../plan/glyphs.ts';
import { gapIn, goesOnToPercent } from '../plan/percent-mark.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';
import { STATE_WORDS, stateOfSign } from '../plan/state-words.ts';
import { type TextPlaces, textPlaces } from '../plan/text-places.ts';
import { saysAnother } from './says-another.ts';
import { replaceRange, type TextEdit } from './text-edit.ts';

/** What a plan may say of a phase in place of what it says: sign and words as the template has them. */
export const CLAIMS = {
  'not-started': { sign: '⏳', code: ':hourglass:', words: 'Not Started' },
  'in-progress': { sign: '🔄', code: ':arrows_counterclockwise:', words: 'In Progress' },
  blocked: { sign: '❌', code: ':x:', words: 'Blocked' },
  complete: { sign: '✅', code: ':white_check_mark:', words: 'Complete' },
  dropped: { sign: '⏭️', code: ':next_track_button:', words: 'Dropped' },
} as const;

export type Claim = keyof typeof CLAIMS;

/** A number with its sign, with the blank or the emphasis between them where what stands there has it. */
export function percentLike(written: string, percent: number): string {
  const gap = gapIn(written);
  if (/[*_`<]/.test(gap)) return `${percent}${gap}%`;
  return `${percent}${/[ \t][%％﹪]$/.test(written) ? ' ' : ''}%`;
}

/** Whether a percentage is the first of two, of which nobody knows which one to write anew. */
export function isOneOfTwo({ lineAt }: TextPlaces, { end }: Range): boolean {
  return goesOnToPercent(lineAt(end.line).slice(end.column - 1));
}

/** null for one of two, and where the value says more. */
export function setPercent({ text }: Plan, range: Range, percent: number): readonly TextEdit[] | null {
  const places = textPlaces(text);
  return isOneOfTwo(places, range) || saysAnother(places, range)
    ? null
    : replaceRange(range, percentLike(places.textIn(range), percent));
}

const WORDS = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${STATE_WORDS})(?![\p{L}\p{N}])`, 'iu');

/**
 * Another state in the words and signs that stand there: a sign for a sign, words for words and in their case, with the
 * emphasis around them. null where neither is found, as for a box.
 */
export function rewriteState(written: string, claim: Claim): string | null {
  const sign = signAt(written);
  const isSign = sign !== null && stateOfSign(sign.sign) !== null;
  const lead = isSign ? signLike(written.slice(0, sign.length), claim) : '';
  const rest = isSign ? written.slice(sign.length) : written;
  const words = WORDS.exec(rest);
  if (!isSign && words === null) return null;
  return lead + (words === null ? rest : rest.replace(WORDS, wordsLike(words[0], claim)));
}

const signLike = (written: string, claim: Claim): string =>
  written.startsWith(':') ? CLAIMS[claim].code : CLAIMS[claim].sign;

/** `COMPLETE`, `complete` and `In progress` tell how the others are written. */
function wordsLike(written: string, claim: Claim): string {
  const { words } = CLAIMS[claim];
  if (written === written.toLowerCase()) return words.toLowerCase();
  if (written === written.toUpperCase()) return words.toUpperCase();
  return /[ -]\p{Ll}/u.test(written) ? words.replace(/ ./, (letter) => letter.toLowerCase()) : words;
}
