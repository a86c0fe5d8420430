import { signAt } from './glyphs.ts';
import { ANCHOR, PERCENT_AT_END, PERCENT_SAID, TIME } from './heading-tails.ts';
import { readPercent } from './percent-mark.ts';
import { leadLength, markInFront, readNumber } from './phase-heading.ts';
import type { PhaseClaim } from './self-report.ts';
import { readStateMark } from './state-mark.ts';
import { STATE_WORDS, stateOfSign } from './state-words.ts';
import { partOf, rangeOf, type Stretch, type TextLine } from './text-line.ts';

const MAX_HEADING = 500;
const BRACKETS = /[ \t]*[([]([^()[\]]*)[)\]]$/;
const BRACKETS_IN_FRONT = /^[([]([^()[\]]*)[)\]]/;
const ANY_BRACKETS = /[([]([^()[\]]*)[)\]]/g;
const DAY = /[ \t]*[-–—,:]?[ \t]*\d{4}-\d{2}-\d{2}$/;
const WORD_AT_END = new RegExp(String.raw`(?:[ \t][-–—|]|:)[ \t]*(${STATE_WORDS})$`, 'iu');

/**
 * What the heading of a phase says of it: a sign, a box or brackets in front, a sign or brackets behind its number, a sign in front
 * of its name; a sign, a percentage, a word in brackets or behind a dash at its end.
 */
export function headingClaims(heading: TextLine): readonly PhaseClaim[] {
  const line = partOf(heading, 0, MAX_HEADING);
  const places = new Set<number>();
  return [...leadClaims(line), ...tailClaims(line), ...claimsBehindNumber(line)].filter(
    ({ range }) => !places.has(range.start.column) && places.add(range.start.column),
  );
}

const claimOf = (line: TextLine, stretch: Stretch, state: PhaseClaim['state']): PhaseClaim => ({
  source: 'heading',
  state,
  percent: null,
  range: rangeOf(line, stretch),
});

function leadClaims(line: TextLine): readonly PhaseClaim[] {
  const lead = line.text.slice(0, leadLength(line.text));
  const index = /^[\s*_]*/.exec(lead)?.[0].length ?? 0;
  const sign = signAt(lead.slice(index));
  const state = sign === null ? null : stateOfSign(sign.sign);
  return [
    ...(sign === null || state === null ? [] : [claimOf(line, { index, length: sign.length }, state)]),
    ...[...lead.matchAll(ANY_BRACKETS)].flatMap(({ index: at, 0: whole, 1: inner = '' }) =>
      /^\[[ xX]\]$/.test(whole) ? [boxClaim(line, at, inner)] : claimsIn(line, inner, at + 1),
    ),
  ];
}

/** Looks behind brackets and days that speak of time, as in `✅ COMPLETE (2026-01-23)`, and behind percentages. */
function tailClaims(line: TextLine): readonly PhaseClaim[] {
  const percents: PhaseClaim[] = [];
  let text = withoutEmphasis(line.text).replace(ANCHOR, '');
  for (;;) {
    const brackets = BRACKETS.exec(text);
    if (brackets !== null) {
      const inner = brackets[1] ?? '';
      const claims = claimsIn(line, inner, brackets.index + brackets[0].length - inner.length - 1);
      if (claims.some(({ state }) => state !== null)) return [...percents, ...claims];
      if (claims.length === 0 && !TIME.test(inner)) return percents;
      percents.push(...claims);
    }
    const percent = brackets === null ? PERCENT_AT_END.exec(text)?.[1] : undefined;
    if (percent !== undefined) percents.push(...claimsIn(line, percent, text.length - percent.length));
    const from = percent === undefined ? (brackets ?? DAY.exec(text))?.index : text.length - percent.length;
    if (from === undefined) {
      return [
        ...percents,
        ...[signAtEnd(line, text) ?? wordAtEnd(line, text)].flatMap((claim) => claim ?? []),
      ];
    }
    text = withoutEmphasis(text.slice(0, from)).replace(
      percent === undefined ? ANCHOR : /[ \t]*[-–—|:,]$/,
      '',
    );
    text = withoutEmphasis(text);
  }
}

/** What brackets say, or what stands in their place: a box, a state, a percentage. `from` is where `inner` begins. */
function claimsIn(line: TextLine, inner: string, from: number): readonly PhaseClaim[] {
  const mark = readStateMark(inner);
  const behind = inner.slice(mark === null ? 0 : mark.index + mark.length).replace(/^[\s,;:–—-]+/, '');
  const percent = PERCENT_SAID.test(behind.trim()) ? readPercent(behind) : null;
  const shift = from + inner.length - behind.length;
  return [
    ...(mark === null ? [] : [claimOf(line, { ...mark, index: from + mark.index }, mark.state)]),
    ...(percent === null
      ? []
      : [
          {
            source: 'heading' as const,
            state: null,
            percent: percent.percent,
            range: rangeOf(line, { index: shift + percent.index, length: percent.length }),
          },
        ]),
  ];
}

/** `Phase 2 (✅ Complete): Name`, `Phase 2 ✅: Name` and `Phase 2: ✅ Name`. */
function claimsBehindNumber(line: TextLine): readonly PhaseClaim[] {
  const start = numberEnd(line.text);
  if (start === null) return [];
  const claims: PhaseClaim[] = [];
  let at = start;
  for (;;) {
    at += /^[\s*_~]*/.exec(line.text.slice(at))?.[0].length ?? 0;
    const text = line.text.slice(at);
    const [whole, inner = ''] = BRACKETS_IN_FRONT.exec(text) ?? [];
    const sign = whole === undefined ? signAt(text) : null;
    if (whole === undefined && sign === null) break;
    const box = whole === undefined ? null : /^\[([ xX])\]/.exec(whole);
    if (box !== null) claims.push(boxClaim(line, at, box[1] ?? ' '));
    else if (whole !== undefined) claims.push(...claimsIn(line, inner, at + 1));
    const mark = sign === null ? null : readStateMark(upToSeparator(text, sign.length));
    if (mark !== null) claims.push(claimOf(line, { ...mark, index: at + mark.index }, mark.state));
    at += whole?.length ?? (mark === null ? (sign?.length ?? 1) : mark.index + mark.length);
  }
  const separator = /^(?::|[-–—.](?=\s))[\s*_]*/.exec(line.text.slice(at))?.[0];
  if (separator === undefined) return claims;
  const index = at + separator.length;
  const name = line.text.slice(index);
  const { sign, length } = markInFront(name);
  if (length === 0) return claims;
  const state = stateOfSign(sign);
  if (state === null) return [...claims, boxClaim(line, index, sign[1] ?? ' ')];
  return [...claims, claimOf(line, { index, length }, state)];
}

const upToSeparator = (text: string, from: number): string =>
  text.slice(0, from) + (/^[^:–—]*/.exec(text.slice(from))?.[0] ?? '');

const boxClaim = (line: TextLine, index: number, mark: string): PhaseClaim =>
  claimOf(line, { index, length: 3 }, mark === ' ' ? 'not-started' : 'complete');

function numberEnd(text: string): number | null {
  const at = leadLength(text);
  const numbered = readNumber(text.slice(at));
  return numbered === null ? null : at + numbered.length;
}

const withoutEmphasis = (text: string): string => text.replace(/[\s*_]+$/, '');

/** The mark that reaches from a sign behind a blank to the end. */
function signAtEnd(line: TextLine, text: string): PhaseClaim | null {
  for (const { index } of text.matchAll(/(?<=\s)\S/gu)) {
    const found = signAt(text.slice(index));
    const isState = found !== null && stateOfSign(found.sign) !== null;
    const mark = isState ? readStateMark(line.text.slice(index)) : null;
    if (mark !== null && withoutEmphasis(text.slice(index + mark.index + mark.length)) === '') {
      return claimOf(line, { index: index + mark.index, length: mark.length }, mark.state);
    }
  }
  return null;
}

function wordAtEnd(line: TextLine, text: string): PhaseClaim | null {
  const match = WORD_AT_END.exec(text);
  const word = match?.[1] ?? '';
  const mark = readStateMark(word);
  if (match === null || mark === null) return null;
  return claimOf(line, { index: text.length - word.length, length: word.length }, mark.state);
}
