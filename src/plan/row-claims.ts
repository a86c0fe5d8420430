import { percentClaim, shareClaim } from './completion-claim.ts';
import { isGivenUp } from './given-up.ts';
import type { TableRow } from './outline.ts';
import { isPercent } from './percent-mark.ts';
import type { PhaseClaim } from './self-report.ts';
import { readStateMark, type StateMark } from './state-mark.ts';
import type { CellBelow } from './table-columns.ts';
import { rangeOf, type TextLine, withoutStruck } from './text-line.ts';

/** Headings of the columns that say how far a phase is, in small letters. */
export const STATUS = /^(?:(?:current|overall|phase) )?(?:status|state)\??$/;
export const PROGRESS =
  /^(?:progress|%|% (?:complete|done)|complete|completion|completed|percent(?:age)?|done|finished)(?: ?\(?%\)?)?\??$/;

/** Headings of what may be a share; one of completion may as well be of a day. */
const SHARE = /^(?:progress|done)$/;
/** Headings of a percentage. */
const IN_PERCENT = /%|^percent/;

/** The first state that the row of a phase table says, and the first percentage. */
export function claimsOf(row: TableRow, below: CellBelow): readonly PhaseClaim[] {
  const status = unstruck(below(row, STATUS));
  const progress = unstruck(below(row, PROGRESS));
  const states = [...stateClaim(status), ...wholeClaim(status), ...stateClaim(progress)].slice(0, 1);
  const percents = [
    ...percentInCell(progress),
    ...shareInCell(unstruck(below(row, SHARE))),
    ...numberBelow(unstruck(below(row, IN_PERCENT))),
    ...percentInCell(status),
  ].slice(0, 1);
  return [...states, ...givenUpWith(status, percents)];
}

/** What was given up, or went elsewhere, stays at the percentage that it had. */
export const givenUpWith = (status: TextLine | null, claims: readonly PhaseClaim[]): readonly PhaseClaim[] =>
  status !== null && isGivenUp(status.text)
    ? claims.map((claim) => (claim.percent === null ? claim : { ...claim, isGivenUp: true as const }))
    : claims;

/** Words that say a state where they are the whole cell; elsewhere they are about something else. */
const CELL =
  /^[\s*_`]*(?:(yes|y|closed|resolved|merged|released|delivered|deployed|implemented|achieved|landed|live)|(no|n|open))[\s*_`.!]*$/i;

function stateInCell(text: string): StateMark | null {
  const [, over, open] = CELL.exec(text) ?? [];
  const word = over ?? open;
  if (word === undefined) return readStateMark(text);
  const state = over === undefined ? 'in-progress' : 'complete';
  return { state, index: text.indexOf(word), length: word.length };
}

function stateClaim(cell: TextLine | null): readonly PhaseClaim[] {
  const mark = cell === null ? null : stateInCell(cell.text);
  return cell === null || mark === null
    ? []
    : [{ source: 'table', state: mark.state, percent: null, range: rangeOf(cell, mark) }];
}

/** `100%` alone as a status, beside which another percentage may stand. */
function wholeClaim(cell: TextLine | null): readonly PhaseClaim[] {
  if (!isPercent(withoutEmphasis(cell?.text ?? ''))) return [];
  return percentInCell(cell).flatMap((claim) =>
    claim.percent === 100 ? [{ ...claim, state: 'complete' as const, percent: null }] : [],
  );
}

const withoutEmphasis = (text: string): string => text.replace(/^[*_`]{1,4}|[*_`]{1,4}$/g, '');

function percentInCell(cell: TextLine | null): readonly PhaseClaim[] {
  const claim = cell === null ? null : percentClaim(cell);
  return claim === null ? [] : [{ source: 'table', state: null, ...claim }];
}

/** `2/2` */
function shareInCell(cell: TextLine | null): readonly PhaseClaim[] {
  const share = cell === null ? null : shareClaim(cell);
  return share === null ? [] : [{ source: 'table', state: null, percent: share.percent, range: share.range }];
}

/** A number without its sign, where the heading has it. */
function numberBelow(cell: TextLine | null): readonly PhaseClaim[] {
  return cell !== null && /^\d{1,3}(?:\.\d{1,4})?$/.test(cell.text)
    ? [{ source: 'table', state: null, percent: Number(cell.text), range: rangeOf(cell) }]
    : [];
}

const unstruck = (cell: TextLine | null): TextLine | null => (cell === null ? null : withoutStruck(cell));
