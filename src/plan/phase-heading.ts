import { withRealGlyphs } from './glyphs.ts';
import { plainText } from './inline-text.ts';
import { isStruck } from './item-state.ts';

export interface PhaseHeading {
  /** `phase`, `milestone`, …: numbers are counted for each word. */
  readonly word: string;
  readonly number: string;
  /** Without tails such as `(Weeks 1-2)` or `✅ COMPLETE`. */
  readonly name: string;
  readonly dropped: boolean;
}

const MAX_HEADING = 500;
/** Signs or a box in front of the word. */
const LEAD = /^(?:\[[ xX]\]\s*)?[^\p{L}\p{N}]*/u;
const WORD = /^(phase|milestone|step|stage|track|wave|part|task)\s+#?/i;
const NUMBER = /^(\d+(?:\.\d+)*[a-z]?|[IVX]{1,6}|[A-Z])(?![\p{L}\p{N}])/u;
const NAME = /^\s*(?::\s*|(?:\.|[-–—])(?:\s+|$))(.*)$/u;

const SIGNS = String.raw`(?:\p{Extended_Pictographic}|\uFE0F|\u200D)+`;
const STATUS =
  'complete|completed|done|finished|in[ -]progress|ongoing|wip|not started|pending|todo|planned|blocked|failed|deferred|dropped|cancelled|canceled|skipped|descoped|abandoned|n/a';
const DROPPED = /\b(?:dropped|cancelled|canceled|skipped|descoped|abandoned|n\/a)\b|⏭/i;
/** Words in brackets that speak of time. */
export const TIME =
  /\b(?:weeks?|days?|months?|sprints?|hours?|minutes?|today|q[1-4])\b|\d\s*(?:h|d|w|hrs?|mins?)\b|\d{4}-\d{2}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d/i;
/** From the end of a heading, one at a time. */
const TAILS: readonly RegExp[] = [
  /\s*\(([^()]*)\)$/,
  /\s*\[([^[\]]*)\]$/,
  new RegExp(String.raw`\s*(${SIGNS}\s*(?:(?:${STATUS})\b)?)\s*$`, 'iu'),
  new RegExp(String.raw`\s+[-–—:|]\s*((?:${STATUS}))$`, 'iu'),
];
const STATUS_WORD = new RegExp(String.raw`^(?:${SIGNS}\s*)?(?:${STATUS})\b`, 'iu');

/** Reads a heading (Markdown, without its `#`s) that may be one of a phase; null when it is not. */
export function readPhaseHeading(markdown: string): PhaseHeading | null {
  const text = withRealGlyphs(plainText(markdown.slice(0, MAX_HEADING)));
  const lead = LEAD.exec(text)?.[0] ?? '';
  const afterLead = text.slice(lead.length);
  const word = WORD.exec(afterLead);
  const afterWord = afterLead.slice(word?.[0].length ?? 0);
  const number = NUMBER.exec(afterWord)?.[1];
  if (word === null || number === undefined) return null;

  const { name, tails } = splitTails(afterWord.slice(number.length));
  const named = NAME.exec(name);
  if (named === null && name.trim() !== '') return null;
  return {
    word: (word[1] ?? '').toLowerCase(),
    number,
    name: (named?.[1] ?? '').trim(),
    dropped: isStruck(markdown) || /⏭/u.test(lead) || tails.some((tail) => DROPPED.test(tail)),
  };
}

function splitTails(text: string): { readonly name: string; readonly tails: readonly string[] } {
  const tails: string[] = [];
  let name = text.trimEnd();
  for (let tail = lastTail(name); tail !== null; tail = lastTail(name)) {
    tails.push(tail.text);
    name = name.slice(0, tail.start).replace(/\s+[-–—|]?\s*$/, '');
  }
  return { name, tails };
}

/** Brackets at the end are a tail only when they speak of time or state: `(TDD)` belongs to the name. */
function lastTail(text: string): { readonly start: number; readonly text: string } | null {
  for (const pattern of TAILS) {
    const match = pattern.exec(text);
    const inner = match?.[1] ?? '';
    if (match === null || inner.trim() === '') continue;
    const isBracket = /[)\]]$/.test(match[0]);
    if (!isBracket || TIME.test(inner) || STATUS_WORD.test(inner) || /⏭/u.test(inner)) {
      return { start: match.index, text: inner };
    }
  }
  return null;
}
