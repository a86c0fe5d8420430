import { signAt } from './glyphs.ts';
import { TIME } from './phase-heading.ts';
import type { PhaseClaim } from './self-report.ts';
import { readStateMark, STATE_WORDS, stateOfSign } from './state-mark.ts';
import { partOf, rangeOf, type Stretch, type TextLine } from './text-line.ts';

const MAX_HEADING = 500;
const BRACKETS = /[ \t]*[([]([^()[\]]*)[)\]]$/;
const DAY = /[ \t]*[-–—,:]?[ \t]*\d{4}-\d{2}-\d{2}$/;
const WORD_AT_END = new RegExp(String.raw`[ \t][-–—:|][ \t]*(${STATE_WORDS})$`, 'iu');

/** What the heading of a phase says of it: a sign or a box in front, a sign, a word in brackets or behind a dash at its end. */
export function headingClaims(heading: TextLine): readonly PhaseClaim[] {
  const line = partOf(heading, 0, MAX_HEADING);
  return [leadClaim(line), tailClaim(line)].flatMap((claim) => claim ?? []);
}

const claimOf = (line: TextLine, stretch: Stretch, state: PhaseClaim['state']): PhaseClaim => ({
  source: 'heading',
  state,
  percent: null,
  range: rangeOf(line, stretch),
});

function leadClaim(line: TextLine): PhaseClaim | null {
  const index = /^[\s*_]*/.exec(line.text)?.[0].length ?? 0;
  const [box, mark = ''] = /^\[([ xX])\](?=\s)/.exec(line.text.slice(index)) ?? [];
  if (box !== undefined) {
    return claimOf(line, { index, length: box.length }, mark === ' ' ? 'not-started' : 'complete');
  }
  const sign = signAt(line.text.slice(index));
  const state = sign === null ? null : stateOfSign(sign.sign);
  return sign === null || state === null ? null : claimOf(line, { index, length: sign.length }, state);
}

/** Looks behind brackets and days that speak of time, as in `✅ COMPLETE (2026-01-23)`. */
function tailClaim(line: TextLine): PhaseClaim | null {
  let text = withoutEmphasis(line.text);
  for (;;) {
    const brackets = BRACKETS.exec(text);
    if (brackets !== null) {
      const inner = brackets[1] ?? '';
      const mark = readStateMark(inner);
      const from = brackets.index + brackets[0].length - inner.length - 1;
      if (mark !== null) return claimOf(line, { ...mark, index: from + mark.index }, mark.state);
      if (!TIME.test(inner)) return null;
    }
    const cut = brackets ?? DAY.exec(text);
    if (cut === null) return signAtEnd(line, text) ?? wordAtEnd(line, text);
    text = withoutEmphasis(text.slice(0, cut.index));
  }
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
