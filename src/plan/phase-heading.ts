import { signAt, withRealGlyphs } from './glyphs.ts';
import { splitEnd, splitFront } from './heading-tails.ts';
import { plainText } from './inline-text.ts';
import { isStruck } from './item-state.ts';
import { NUMBER_WORDS, numberInDigits } from './number-words.ts';
import { readStateMark } from './state-mark.ts';
import { stateOfSign } from './state-words.ts';

export interface PhaseHeading {
  /** `phase`, `milestone`, …: numbers are counted for each word. */
  readonly word: string;
  /** In digits where it is a word from one to twelve. */
  readonly number: string;
  /** Without tails such as `(Weeks 1-2)` or `✅ COMPLETE`. */
  readonly name: string;
  readonly dropped: boolean;
}

const MAX_HEADING = 500;
/** Signs, a box and other brackets in front of the word: `[DONE] Phase 1`. */
const LEAD = /^(?:[^\p{L}\p{N}[(]*(?:\[[^()[\]]{0,60}\]|\([^()[\]]{0,60}\))){0,3}[^\p{L}\p{N}]*/u;
const WORD = /^(phase|milestone|step|stage|track|wave|part|task)\s+#?/i;
const NUMBER = new RegExp(
  String.raw`^(\d+(?:\.\d+)*[a-z]?|[IVX]{1,6}|[A-Z]|${[...NUMBER_WORDS.split('|')].map(anyCase).join('|')})(?![\p{L}\p{N}])`,
  'u',
);
const NAME = /^\s*(?::\s*|(?:\.|[-–—|])(?:\s+|$))(.*)$/u;

/** `two`, `Two` or `TWO`. */
function anyCase(word: string): string {
  return [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

/**
 * Reads a heading (Markdown, without its `#`s) that may be one of a phase; null when it is not.
 * @param place where phases are expected, `Phase 2 Backend` needs no separator: to lose it would make the plan look better.
 */
export function readPhaseHeading(
  markdown: string,
  place: { readonly isAmongPhases: boolean } = { isAmongPhases: false },
): PhaseHeading | null {
  const text = withRealGlyphs(
    plainText(
      markdown
        .slice(0, 2 * MAX_HEADING)
        .replaceAll('\r', '')
        .slice(0, MAX_HEADING),
    ),
  );
  const lead = text.slice(0, leadLength(text));
  const numbered = readNumber(text.slice(lead.length));
  if (numbered === null) return null;

  const front = splitFront(text.slice(lead.length + numbered.length));
  const end = splitEnd(front.rest);
  const needsNoSeparator = front.tails.length > 0 || (place.isAmongPhases && numbered.word === 'phase');
  const name = nameIn(end.rest, { needsNoSeparator });
  if (name === null) return null;
  const { sign, length } = markInFront(name);
  return {
    word: numbered.word,
    number: numbered.number,
    name: name.slice(length).replace(/^[-–—:|\s]+/, '') || (front.aside ?? ''),
    dropped:
      isStruck(markdown) ||
      sign.includes('⏭') ||
      lead.includes('⏭') ||
      [...bracketsIn(lead), ...front.tails, ...end.tails].some(
        (said) => readStateMark(said)?.state === 'dropped',
      ),
  };
}

/** How much stands in front of the word of a phase, or would if there were one. */
export const leadLength = (text: string): number => LEAD.exec(text)?.[0].length ?? 0;

const bracketsIn = (lead: string): readonly string[] =>
  [...lead.matchAll(/[([]([^()[\]]*)[)\]]/g)].map(([, inner = '']) => inner);

/** Behind a separator, or where none is needed behind a blank; null when there is neither. */
function nameIn(text: string, { needsNoSeparator }: { readonly needsNoSeparator: boolean }): string | null {
  const named = NAME.exec(text)?.[1];
  if (named !== undefined || text.trim() === '') return (named ?? '').trim();
  return needsNoSeparator && /^\s/.test(text) ? text.trim() : null;
}

/** The sign of a state, or the box, with which a name begins; its length is 0 when there is none. */
export function markInFront(name: string): { readonly sign: string; readonly length: number } {
  const [box] = /^\[[ xX]\](?=\s)/.exec(name) ?? [];
  if (box !== undefined) return { sign: box, length: box.length };
  const found = signAt(name);
  const isMark = found !== null && stateOfSign(found.sign) !== null && !hasSign(name.slice(found.length));
  return isMark ? found : { sign: '', length: 0 };
}

/** Several signs are a choice, or what the phase is about. */
const hasSign = (text: string): boolean =>
  [...text].some((_, index, letters) => {
    const found = signAt(letters.slice(index, index + 2).join(''));
    return found !== null && stateOfSign(found.sign) !== null;
  });

/** Where the number of a phase ends in the text of its heading, which begins with its word; null for other headings. */
export function readNumber(
  text: string,
): { readonly word: string; readonly number: string; readonly length: number } | null {
  const word = WORD.exec(text);
  const number = NUMBER.exec(text.slice(word?.[0].length ?? 0))?.[1];
  if (word === null || number === undefined) return null;
  return {
    word: (word[1] ?? '').toLowerCase(),
    number: numberInDigits(number),
    length: word[0].length + number.length,
  };
}
