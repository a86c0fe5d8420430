import { withoutAssurances } from './assurances.ts';
import { isGivenAway, isGivenUp } from './given-up.ts';
import { signAt } from './glyphs.ts';
import type { ClaimState } from './self-report.ts';
import { ARROW } from './state-arrow.ts';
import { STATE_WORDS, stateOfSign, stateOfWord } from './state-words.ts';
import type { Stretch } from './text-line.ts';

/** The sign, the word, or both that say how far something is. */
export interface StateMark extends Stretch {
  readonly state: ClaimState;
}

/** Emphasis, code and tags around a mark. */
const AROUND = '(?:[\\s*_`]|</?[a-zA-Z][^<>]*>)*';
const LEAD = /^(?:[\s*_[(`]|<[a-zA-Z][^<>]*>)*/;
/** A box in place of a sign. */
const BOX = /^\[([ xX])\](?![(\p{L}\p{N}])/u;
const WORD = new RegExp(String.raw`^(${AROUND})(${STATE_WORDS})(?![\p{L}\p{N}])`, 'iu');
/** A completion with an exception is none, nor is one in question. */
const EXCEPTION = new RegExp(
  String.raw`\b(?:not|except|partly|partially|in part|so far|pending|(?<!\b(?:nothing|none) )remaining)\b|^${AROUND}\?|[⏳🔄🚧⬜❌⛔🚫]`,
  'iu',
);
/** "Complete rewrite" and "finished goods" are no states; "complete as of May" is one. */
const OF_A_THING =
  /^[ \t]+(?!(?:on|in|by|at|as|since|via|with|without|for|per|and|but|except|pending|so|yet|to|see|until|awaiting|waiting|after|before|now|today|yesterday|early|late|last|this|ahead|already|too|again|not|partly|or|from|under|within|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d)(?!\p{Ll})|(?:january|february|march|april|june|july|august|september|october|november|december)(?!\p{L})|\p{L}+ly(?!\p{L}))\p{L}/iu;
/** What a tick is said of as well: that all is well, or agreed on, and not that it is done. */
export const NOT_OF_WORK =
  /^[\s*_`:–—-]*(?:on[ -]track|approved|agreed|accepted|ready|scheduled|confirmed|funded|assigned|healthy|green|active|in review|under review|go)(?!\p{L})/iu;
/** The least that is said counts. */
const LEAST_FIRST: readonly ClaimState[] = ['blocked', 'not-started', 'in-progress', 'dropped', 'complete'];

/** Characters behind a mark that are looked at. */
const MAX_REST = 200;
/** States on the way to the last one. */
const MAX_ARROWS = 20;

/**
 * The mark with which a text begins, emphasis and brackets aside; of states with arrows between them the last one. null
 * when it begins with something else, or with several signs to choose from.
 */
export function readStateMark(text: string): StateMark | null {
  let from = ARROW.exec(text)?.[0].length ?? 0;
  let mark = markFrom(text, from);
  for (let hop = 0; mark !== null && hop < MAX_ARROWS; hop++) {
    const end = mark.index + mark.length;
    const arrow = ARROW.exec(text.slice(end, end + MAX_REST));
    from = end + (arrow?.[0].length ?? 0);
    const next = arrow === null ? null : markFrom(text, from);
    if (next === null) break;
    mark = next;
  }
  return mark;
}

function markFrom(text: string, from: number): StateMark | null {
  const mark = firstMark(text.slice(from));
  return mark === null ? null : { ...mark, index: from + mark.index };
}

function firstMark(text: string): StateMark | null {
  const index = leadOf(text);
  const signs = readSigns(text.slice(index, index + MAX_REST));
  if (signs === null) return null;
  const behind = text.slice(index + signs.length, index + signs.length + MAX_REST);
  const word = readWord(behind);
  if (word === null) {
    if (signs.state === null || isOfOther(signs.state, behind)) return null;
    return { state: unlessCut(signs.state, behind), index, length: signs.length };
  }
  const said =
    word.state === 'dropped'
      ? unlessWorkedOn(behind.slice(word.from))
      : unlessCut(word.state, behind.slice(word.to));
  // "❌ Cancelled" is given up, and waits for nothing.
  const sign = signs.state === 'blocked' && said === 'dropped' ? null : signs.state;
  const states = [said, ...(sign === null ? [] : [sign])];
  const state = LEAST_FIRST.find((least) => states.includes(least)) ?? word.state;
  return signs.state === null
    ? { state, index: index + signs.length + word.from, length: word.to - word.from }
    : { state, index, length: signs.length + word.toClosing };
}

/** Whether the words behind a sign make it one of something else than work that is done or to come. */
const isOfOther = (state: ClaimState, behind: string): boolean =>
  (state === 'complete' && NOT_OF_WORK.test(behind)) ||
  ((state === 'not-started' || state === 'blocked') && isGivenAway(behind));

/** Where the mark begins: behind the emphasis and the brackets, but for those of a box. */
function leadOf(text: string): number {
  const length = LEAD.exec(text)?.[0].length ?? 0;
  const bracket = text.lastIndexOf('[', length);
  return bracket !== -1 && BOX.test(text.slice(bracket)) ? bracket : length;
}

const unlessCut = (state: ClaimState, behind: string): ClaimState =>
  state === 'complete' && EXCEPTION.test(withoutAssurances(behind.toLowerCase())) ? 'in-progress' : state;

/** "Skipped – still open" */
const unlessWorkedOn = (text: string): ClaimState => (isGivenUp(text) ? 'dropped' : 'in-progress');

/** The signs in front; those that say nothing are passed over. null when they are a choice. */
function readSigns(text: string): { readonly state: ClaimState | null; readonly length: number } | null {
  const [box, mark] = BOX.exec(text) ?? [];
  if (box !== undefined) return { state: mark === ' ' ? 'not-started' : 'complete', length: box.length };
  const states = new Set<ClaimState>();
  let length = 0;
  let end = 0;
  for (let next = signAt(text); next !== null; next = signAt(text.slice(end))) {
    const state = stateOfSign(next.sign);
    if (state !== null) states.add(state);
    end += next.length;
    if (state !== null || states.size === 0) length = end;
    end += /^[\s/|,]*/.exec(text.slice(end))?.[0].length ?? 0;
  }
  const [state = null, ...others] = states;
  return others.length > 0 ? null : { state, length };
}

interface Word {
  readonly state: ClaimState;
  readonly from: number;
  readonly to: number;
  /** With the end of the emphasis that opens before it: between a sign and the word it belongs to the mark. */
  readonly toClosing: number;
}

function readWord(text: string): Word | null {
  const [whole, gap = '', word = ''] = WORD.exec(text) ?? [];
  const state = stateOfWord(word);
  if (whole === undefined || state === null) return null;
  if (/^(?:fully\s+)?(?:complete|finished)$/i.test(word) && OF_A_THING.test(text.slice(whole.length)))
    return null;
  const emphasis = gap.trim();
  const to = whole.length;
  return {
    state,
    from: gap.length,
    to,
    toClosing: to + (text.startsWith(emphasis, to) ? emphasis.length : 0),
  };
}
