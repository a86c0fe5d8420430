import type { TableRows } from './body-parts.ts';
import { type CalendarDate, daysBetween } from './calendar-date.ts';
import { givenUpState, isElsewhere } from './given-up.ts';
import { withRealGlyphs } from './glyphs.ts';
import { MAX_INLINE, plainText, spokenText } from './inline-text.ts';
import { itemState } from './item-state.ts';
import { isPlainlyDone } from './plainly-done.ts';
import type { ItemState } from './plan.ts';
import type { Range } from './position.ts';
import { datesIn } from './spoken-date.ts';
import { ARROW_SOURCE } from './state-arrow.ts';
import { readStateMark } from './state-mark.ts';
import { columnName } from './table-columns.ts';

export interface TaskRow {
  readonly text: string;
  readonly state: ItemState;
  readonly range: Range;
}

const COMPLETION = /^(?:completed\??|complete\??|done\??)$/;
const STATUS =
  /^(?:(?:task|current|overall|work|dev|implementation) )?(?:status|state)(?: ?\([^()]{1,30}\))?$/;
const TASK = /\b(?:tasks?|steps?|to-?dos?|work|actions?|deliverables?|items?)\b/;
const DESCRIPTION = /\b(?:description|details?|name|title|what)\b/;

const IN_PROGRESS = /^(?:🔄|\[\/\]|in[ -]progress|ongoing|wip|started)/iu;
const DEFERRED = /^\[?>\]?$/;
/** What is struck through holds no more. */
const STRUCK = /~~[^~]+~~|<(?:del|s|strike)>[^<]*<\/(?:del|s|strike)>/gi;
const YEAR = /\b(?:in|by|for) (2\d{3})(?![\p{L}\p{N}-])/giu;
const ARROWS = new RegExp(ARROW_SOURCE, 'u');
const MAX_ARROWS = 20;
const OPEN = /^\s*open\s*$/i;
/** The evening of one place is the next day of another. */
const TOLERANCE = 1;

/**
 * The rows of a table that is a list of tasks, each once; empty for any other table.
 * A column *Completed* or *Done* makes it one; *Status* only beside a column of tasks, as risks have one too.
 * What is completed on a day after `today` is not completed; null: every day has come.
 */
export function taskRows({ header, rows }: TableRows, today: CalendarDate | null): readonly TaskRow[] {
  const names = header.map(columnName);
  const completion = names.findIndex((name) => COMPLETION.test(name));
  const hasTasks = names.some((name) => TASK.test(name));
  const column =
    completion !== -1 ? completion : hasTasks ? names.findIndex((name) => STATUS.test(name)) : -1;
  if (column === -1) return [];
  return rows.flatMap(({ cells, range }) => {
    const words = wordsOf(cells, names, column);
    const text = plainText(words.join(' '));
    const state = stateInWords(words) ?? stateInCell(cells[column] ?? '', column === completion, today);
    return text === '' ? [] : [{ text, state, range }];
  });
}

/** The cells that name the task; without such columns the first one that says something. */
function wordsOf(cells: readonly string[], names: readonly string[], column: number): readonly string[] {
  const said = cells
    .map((cell, index) => ({ cell: cell.trim(), index }))
    .filter(({ cell, index }) => cell !== '' && index !== column);
  const named = said.filter(
    ({ index }) => TASK.test(names[index] ?? '') || DESCRIPTION.test(names[index] ?? ''),
  );
  return (named.length > 0 ? named : said.slice(0, 1)).map(({ cell }) => cell);
}

/** What is struck, not applicable or deferred says so beside the task, as on a box. */
const stateInWords = (words: readonly string[]): ItemState | null =>
  words.map((cell) => itemState(' ', cell)).find((state) => state !== 'open') ?? null;

function stateInCell(cell: string, isCompletion: boolean, today: CalendarDate | null): ItemState {
  const held = cell.replace(STRUCK, ' ').trim();
  const text = behindArrows(withRealGlyphs(plainText(held)));
  if (DEFERRED.test(text)) return 'deferred';
  const said = behindArrows(withRealGlyphs(plainText(held.startsWith('`') ? held : spokenText(held))));
  // A link is a place to go to.
  const givenUp = givenUpState(said) ?? givenUpState(behindArrows(withRealGlyphs(held)));
  if (givenUp !== null) return givenUp;
  if (IN_PROGRESS.test(text)) return 'in-progress';
  return cell.length <= MAX_INLINE &&
    isDone(said, isCompletion) &&
    !datesIn(text).some(({ date }) => isToCome(date, today)) &&
    !isYearToCome(text, today)
    ? 'done'
    : 'open';
}

/** `In progress → Done`: the last of several states; not `Deferred → Phase 3`. Where something else stands before an arrow, the whole text. */
function behindArrows(text: string): string {
  const [last = '', ...before] = text.split(ARROWS, MAX_ARROWS).reverse();
  const isWayElsewhere = isElsewhere(last) && before.some((state) => givenUpState(state) !== null);
  return before.every(isState) && !isWayElsewhere && text.endsWith(last) ? last.trim() : text;
}

function isState(text: string): boolean {
  const mark = readStateMark(text);
  return (
    OPEN.test(text) ||
    givenUpState(text) !== null ||
    (mark !== null && text.slice(mark.index + mark.length).trim() === '')
  );
}

function isDone(text: string, isCompletion: boolean): boolean {
  if (isPlainlyDone(text)) return true;
  const [day] = datesIn(text);
  return isCompletion && day?.index === 0 && day.length === text.length;
}

/** `Done in 2099` */
const isYearToCome = (text: string, today: CalendarDate | null): boolean =>
  today !== null && [...text.matchAll(YEAR)].some(([, year]) => (year ?? '') > today.slice(0, 4));

const isToCome = (date: CalendarDate, today: CalendarDate | null): boolean =>
  today !== null && daysBetween(today, date) > TOLERANCE;
