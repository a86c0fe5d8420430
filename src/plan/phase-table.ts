import type { CalendarDate } from './calendar-date.ts';
import { plainText } from './inline-text.ts';
import type { Table, TableRow } from './outline.ts';
import { isPercent, readPercent } from './percent-mark.ts';
import { type PhaseFinder, phaseFinder } from './phase-finder.ts';
import { daysOf, relativeTimeIn } from './relative-time.ts';
import { isOfPlan, type PhaseSpan, type Section } from './sections.ts';
import type { PhaseClaim, PhaseTime } from './self-report.ts';
import { datesIn, firstDateIn } from './spoken-date.ts';
import { readStateMark, type StateMark } from './state-mark.ts';
import { type CellBelow, columnsOf } from './table-columns.ts';
import { rangeOf, type TextLine } from './text-line.ts';

/** What the rows of the phase tables say of one phase. */
export interface SaidInTable {
  readonly claims: readonly PhaseClaim[];
  readonly time: PhaseTime | null;
}

const PHASE = /^(phase|milestone|stage|step|track|wave|part|task)s?(?: name)?$/;
const STATUS = /^(?:status|state)\??$/;
const PROGRESS =
  /^(?:progress|%|% (?:complete|done)|complete|completion|completed|percent(?:age)?|done|finished)(?: ?\(?%\)?)?\??$/;
const START = /^(?:planned |actual )?start(?:ed|s)?(?: date)?$/;
const END = /^(?:planned |actual |target )?(?:end|finish|due|target)(?:ed|s)?(?: date)?$/;
const SPAN = /^(?:timeline|dates|when|weeks?|duration|schedule)$/;
/** Tables there speak of other phases, or of something else of a phase. */
const ELSEWHERE =
  /^(?:roll-?out|roll-?back|testing|test (?:plan|strategy)|success metrics|metrics|risks?|dependencies|communication)(?![\p{L}\p{N}])/u;

/** Reads every table of phases outside of them. A row is matched by its phase's number, else by its name. */
export function readPhaseTables(
  sections: readonly Section[],
  spans: readonly PhaseSpan[],
  planStart: CalendarDate | null,
): ReadonlyMap<PhaseSpan, SaidInTable> {
  const find = phaseFinder(spans);
  const said = new Map<PhaseSpan, SaidInTable>();
  for (const section of sections) {
    if (!isOfPlan(section) || section.names.some((name) => ELSEWHERE.test(name))) continue;
    for (const block of section.blocks) {
      if (block.kind !== 'table') continue;
      for (const [span, row] of rowsOf(block, find, planStart)) {
        const before = said.get(span);
        said.set(span, {
          claims: [...(before?.claims ?? []), ...row.claims],
          time: before?.time ?? row.time,
        });
      }
    }
  }
  return said;
}

function rowsOf(
  table: Table,
  find: PhaseFinder,
  planStart: CalendarDate | null,
): readonly (readonly [PhaseSpan, SaidInTable])[] {
  const { has, below, names } = columnsOf(table);
  const word = names.flatMap((name) => PHASE.exec(name)?.[1] ?? [])[0];
  if (word === undefined || ![STATUS, PROGRESS, START, END, SPAN].some(has)) return [];
  const seen = new Set<PhaseSpan>();
  return table.rows.flatMap((row) => {
    const span = find(plainText(below(row, PHASE)?.text ?? ''), word);
    if (span === null || seen.has(span)) return [];
    seen.add(span);
    return [[span, { claims: claimsOf(row, below), time: timeOf(row, below, planStart) }] as const];
  });
}

function claimsOf(row: TableRow, below: CellBelow): readonly PhaseClaim[] {
  const status = below(row, STATUS);
  const progress = below(row, PROGRESS);
  const states = [...stateClaim(status), ...wholeClaim(status), ...stateClaim(progress)].slice(0, 1);
  const percents = [progress, status].flatMap((cell) => percentClaim(cell)).slice(0, 1);
  return [...states, ...percents];
}

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
  return percentClaim(cell).flatMap((claim) =>
    claim.percent === 100 ? [{ ...claim, state: 'complete' as const, percent: null }] : [],
  );
}

const withoutEmphasis = (text: string): string => text.replace(/^[*_`]{1,4}|[*_`]{1,4}$/g, '');

function percentClaim(cell: TextLine | null): readonly PhaseClaim[] {
  const mark = cell === null ? null : readPercent(cell.text);
  return cell === null || mark === null
    ? []
    : [{ source: 'table', state: null, percent: mark.percent, range: rangeOf(cell, mark) }];
}

/** By its own days, else by weeks or days of the plan. */
function timeOf(row: TableRow, below: CellBelow, planStart: CalendarDate | null): PhaseTime | null {
  const span = spanIn(below(row, SPAN), planStart);
  const start = startIn(below(row, START), planStart) ?? span.start;
  const end = endIn(below(row, END), planStart) ?? span.end;
  return start === null && end === null ? null : { start, end, source: 'table', range: row.range };
}

const startIn = (cell: TextLine | null, planStart: CalendarDate | null): CalendarDate | null =>
  firstDateIn(cell?.text ?? '')?.date ?? relativeDays(cell, planStart)?.start ?? null;

const endIn = (cell: TextLine | null, planStart: CalendarDate | null): CalendarDate | null =>
  firstDateIn(cell?.text ?? '')?.date ?? relativeDays(cell, planStart)?.end ?? null;

function spanIn(
  cell: TextLine | null,
  planStart: CalendarDate | null,
): { readonly start: CalendarDate | null; readonly end: CalendarDate | null } {
  const [start, end] = datesIn(cell?.text ?? '');
  if (start !== undefined && end !== undefined) return { start: start.date, end: end.date };
  return relativeDays(cell, planStart) ?? { start: null, end: null };
}

function relativeDays(
  cell: TextLine | null,
  planStart: CalendarDate | null,
): { readonly start: CalendarDate; readonly end: CalendarDate | null } | null {
  const relative = cell === null ? null : relativeTimeIn(cell.text);
  return relative === null || planStart === null ? null : daysOf(relative, planStart);
}
