import { PERCENT_SOURCE } from './percent-mark.ts';
import { STATE_WORDS } from './state-words.ts';

/** Words in brackets that speak of time. */
export const TIME =
  /\b(?:weeks?|wks?|days?|months?|sprints?|hours?|minutes?|today|q[1-4])\b|\d\s*(?:h|d|w|hrs?|mins?)\b|\d{4}-\d{2}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d/i;

const SIGNS = String.raw`(?:\p{Extended_Pictographic}|\uFE0F|\u200D)+`;
const STATUS = `${STATE_WORDS}|deferred`;
const PERCENT = String.raw`~?${PERCENT_SOURCE}(?:,?[ \t]*(?:${STATE_WORDS}))?`;

/** A percentage that says how far something is: "(80% coverage)" does not. */
export const PERCENT_SAID = new RegExp(`^${PERCENT}$`, 'iu');
/** Behind a dash, a colon, a sign or a drawn bar; a name may end with a percentage as well, as "Uptime: 100%" does. */
export const PERCENT_AT_END = new RegExp(
  String.raw`(?<!\b(?:coverage|uptime|availability|accuracy|precision|recall|parity|adoption))(?:[ \t][-–—|]|[:,]|(?:\p{Extended_Pictographic}\uFE0F?|[█▓▒░■□▰▱▮▯\]])(?=[ \t]))[ \t]*(${PERCENT})$`,
  'iu',
);
/** The anchor that some renderers take: `{#phase-2}`. */
export const ANCHOR = /\s*\{[#.:][^{}]*\}$/u;

const DAY = /\s*([-–—,:|])?\s*(\d{4}-\d{2}-\d{2})$/u;
/** From the end of a heading, one at a time. */
const AT_END: readonly RegExp[] = [
  /\s*\(([^()]*)\)$/,
  /\s*\[([^[\]]*)\]$/,
  new RegExp(String.raw`\s*(${SIGNS}\s*(?:(?:${STATUS})\b)?)\s*$`, 'iu'),
  new RegExp(String.raw`(?:\s[-–—|]|:)\s*((?:${STATUS}))$`, 'iu'),
];
const IN_FRONT: readonly RegExp[] = [
  /^\s*\(([^()]*)\)/,
  /^\s*\[([^[\]]*)\]/,
  new RegExp(String.raw`^\s+(${PERCENT})`, 'iu'),
  new RegExp(String.raw`^\s*(${SIGNS}(?:[/|]${SIGNS})*(?:\s*(?:${STATUS})(?![\p{L}\p{N}]))?)`, 'iu'),
];
const STATUS_WORD = new RegExp(String.raw`^(?:${SIGNS}\s*)?(?:${STATUS})(?![\p{L}\p{N}])`, 'iu');

export interface Tails {
  /** What is left of the text. */
  readonly rest: string;
  /** Words of state and time, without their brackets. */
  readonly tails: readonly string[];
  /** The first brackets that say something else. */
  readonly aside: string | null;
}

/** Brackets are a tail only when they speak of time or state: `(TDD)` belongs to the name. */
const isTail = (inner: string): boolean =>
  TIME.test(inner) ||
  STATUS_WORD.test(inner) ||
  PERCENT_SAID.test(inner.trim()) ||
  new RegExp(`^${SIGNS}`, 'u').test(inner.trim());

/** Takes away what stands between a number and the name. */
export function splitFront(text: string): Tails {
  const tails: string[] = [];
  let aside: string | null = null;
  let rest = text.replace(/^\s*\{[#.:][^{}]*\}/u, '');
  for (let next = firstMatch(IN_FRONT, rest); next !== null; next = firstMatch(IN_FRONT, rest)) {
    const inner = (next[1] ?? '').trim();
    if (isTail(inner) || /^[xX]?$/.test(inner)) tails.push(inner);
    else aside ??= inner;
    rest = rest.slice(next[0].length);
  }
  return { rest, tails, aside };
}

/** Takes away what stands behind the name. */
export function splitEnd(text: string): Tails {
  const tails: string[] = [];
  let rest = text.replace(ANCHOR, '').trimEnd();
  for (let tail = lastTail(rest); tail !== null; tail = lastTail(rest)) {
    tails.push(tail.text);
    rest = rest
      .slice(0, tail.start)
      .replace(ANCHOR, '')
      .trimEnd()
      .replace(/\s[-–—|]$/, '')
      .trimEnd();
  }
  return { rest, tails, aside: null };
}

interface Tail {
  readonly start: number;
  readonly text: string;
}

function lastTail(text: string): Tail | null {
  const plain = plainTail(text);
  if (plain !== null) return plain;
  const day = DAY.exec(text);
  // "Freeze until 2026-02-01" is a name.
  if (day !== null && (day[1] !== undefined || plainTail(text.slice(0, day.index)) !== null)) {
    return { start: day.index, text: day[2] ?? '' };
  }
  const percent = PERCENT_AT_END.exec(text);
  const said = percent?.[1] ?? '';
  if (percent === null) return null;
  const isBehindSign = /^[\p{Extended_Pictographic}█▓▒░■□▰▱▮▯\]]/u.test(percent[0]);
  return { start: isBehindSign ? text.length - said.length : percent.index, text: said };
}

function plainTail(text: string): Tail | null {
  for (const pattern of AT_END) {
    const match = pattern.exec(text);
    const inner = match?.[1] ?? '';
    if (match === null || inner.trim() === '') continue;
    if (!/[)\]]$/.test(match[0]) || isTail(inner)) return { start: match.index, text: inner };
  }
  return null;
}

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}
