import type { CalendarDate } from './calendar-date.ts';
import { plainText } from './inline-text.ts';
import type { Table, TableRow } from './outline.ts';
import { type PhaseFinder, phaseFinder } from './phase-finder.ts';
import { daysOf, relativeTimeIn } from './relative-time.ts';
import { claimsOf, PROGRESS, STATUS } from './row-claims.ts';
import { isOfPlan, type PhaseSpan, type Section } from './sections.ts';
import type { OtherRow, PhaseClaim, PhaseTime } from './self-report.ts';
import { datesIn, firstDateIn } from './spoken-date.ts';
import { type CellBelow, columnsOf } from './table-columns.ts';
import type { TextLine } from './text-line.ts';

/** What the rows of the phase tables say of one phase. */
export interface SaidInTable {
  readonly claims: readonly PhaseClaim[];
  readonly time: PhaseTime | null;
}

const PHASE = /^(phase|milestone|stage|step|track|wave|part|task)s?(?: name)?$/;
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
  for (const table of tablesIn(sections)) {
    for (const [span, row] of rowsOf(table, find, planStart)) {
      const before = said.get(span);
      said.set(span, {
        claims: [...(before?.claims ?? []), ...row.claims],
        time: before?.time ?? row.time,
      });
    }
  }
  return said;
}

/** Tables of phases outside of them, as far as their headings tell. */
const tablesIn = (sections: readonly Section[]): readonly Table[] =>
  sections
    .filter((section) => isOfPlan(section) && !section.names.some((name) => ELSEWHERE.test(name)))
    .flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

/** Headings of what holds the work itself; a table of tasks holds items. */
const WORK = /^(?:phase|milestone|stage|wave|track)s?(?: name)?$/;
const TASKS = /^(?:task|step)s?(?: name)?$/;
/** Tables there speak of other work than that of the plan. */
const OTHER_WORK =
  /^(?:follow-?ups?|future|next|later|backlog|out of scope|non-goals|deferred|current|existing|background|context|problem|history|related)(?![\p{L}\p{N}])/u;

/** The rows that name none of the phases, and say how far something is. */
export function readOtherRows(sections: readonly Section[]): readonly OtherRow[] {
  const find = phaseFinder([...new Set(sections.flatMap(({ phase }) => phase ?? []))]);
  const ofPlan = sections.filter(({ names }) => !names.some((name) => OTHER_WORK.test(name)));
  return tablesIn(ofPlan).flatMap((table) => {
    const { has, below, names } = columnsOf(table);
    const word = names.flatMap((name) => PHASE.exec(name)?.[1] ?? [])[0];
    if (word === undefined || !has(WORK) || has(TASKS) || ![STATUS, PROGRESS].some(has)) return [];
    return table.rows.flatMap((row) => {
      const name = plainText(below(row, PHASE)?.text ?? '');
      const claims = name === '' || find(name, word) !== null ? [] : claimsOf(row, below);
      return claims.length === 0 ? [] : [{ name, claims }];
    });
  });
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
