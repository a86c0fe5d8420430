import type { Phase } from '../plan/plan.ts';
import type { Blocker } from '../plan/self-report.ts';
import { normaliseItem } from './item-words.ts';

const PHASE_WORD = /^(?:phase|milestone|stage|step|wave|track)s?$/i;
const TOKEN = /[\p{L}\p{N}.]+|[,&–—-]/gu;
const NUMBER = /^(?:\d[\p{L}\p{N}.]*|[A-Z]|[IVX]+)$/u;
const LINK = /^(?:,|&|and|or|plus)$/i;
const THROUGH = /^(?:-|–|—|to|through)$/i;
/** Phases of one "phases 2 to 9" that are looked at. */
const MAX_SPAN = 50;

/** Blockers, and characters of each, that are looked at; no plan that is read by people has more. */
const MAX_BLOCKERS = 100;
const MAX_TEXT = 500;

/**
 * Whether an open blocker stands in a phase, or names it in its text or in what it says it blocks: `phase 2`,
 * `phases 2, 3 and 5-7`, or the phase's name. A name of one word counts only beside the word "phase", as it may stand
 * there for anything. The blockers are read once, for however many phases.
 */
export function phasesNamedBy(blockers: readonly Blocker[]): (phase: Phase) => boolean {
  const open = blockers.filter(({ isClosed }) => !isClosed).slice(0, MAX_BLOCKERS);
  const texts = open.flatMap(({ text, impact }) =>
    [text, impact ?? ''].map((said) => said.slice(0, MAX_TEXT)).filter((said) => said !== ''),
  );
  const numbers = new Set([
    ...texts.flatMap(numbersIn).map(spelt),
    ...open.flatMap(({ phase }) => (phase === null ? [] : [spelt(phase)])),
  ]);
  const words = texts.map((said) => ` ${wordsIn(said)} `).join('|');
  return ({ number, name }) =>
    (number !== null && numbers.has(spelt(number))) || (words !== '' && saysName(words, name));
}

/** Case does not matter in `4B`; in `A` it does, since "phase a" is no name. */
const spelt = (number: string): string => (/\d/.test(number) ? number.toLowerCase() : number);

/** A number counts behind the word "phase", and further ones as long as something links them. */
function numbersIn(text: string): readonly string[] {
  const numbers: string[] = [];
  let last: string | null = null;
  let from: string | null = null;
  let isAwaited = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const word = token.replace(/^\.+|\.+$/g, '');
    const isLinked: boolean = last !== null || isAwaited;
    if (PHASE_WORD.test(word)) {
      [last, from, isAwaited] = [null, null, true];
    } else if (isLinked && (LINK.test(word) || THROUGH.test(word))) {
      [from, isAwaited] = [THROUGH.test(word) ? last : null, true];
    } else if (isAwaited && NUMBER.test(word)) {
      if (from !== null) numbers.push(...between(from, word));
      numbers.push(word);
      [last, from, isAwaited] = [token.endsWith('.') ? null : word, null, false];
    } else {
      [last, from, isAwaited] = [null, null, false];
    }
  }
  return numbers;
}

function between(from: string, to: string): readonly string[] {
  if (!/^\d{1,4}$/.test(from) || !/^\d{1,4}$/.test(to)) return [];
  const count = Math.min(MAX_SPAN, Number(to) - Number(from) - 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => String(Number(from) + index + 1));
}

/** `said` is made of words with one space before and behind each. */
function saysName(said: string, name: string): boolean {
  const words = wordsIn(name);
  if (words === '') return false;
  if (words.includes(' ')) return said.includes(` ${words} `);
  return said.includes(` ${words} phase `) || said.includes(` phase ${words} `);
}

const wordsIn = (text: string): string => (normaliseItem(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
