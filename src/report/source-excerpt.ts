import type { Range } from '../plan/position.ts';
import { displayWidth } from './display-width.ts';

/** Columns of the terminal that an excerpt may take; a longer line is shown around the place. */
const MAX_WIDTH = 120;
/** Columns for the line's number: enough for five digits. */
const NUMBER_WIDTH = 5;

/** What would move the cursor or hide text; replaced one for one, so that the columns stay right. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The first line of a range with carets below it, as two lines; null where there is nothing to point at:
 * an empty range, or a line that the source does not have.
 */
export function sourceExcerpt(source: string, { start, end }: Range): readonly [string, string] | null {
  const line = source.split(/\r\n|\n|\r/, start.line)[start.line - 1];
  if (line === undefined || (start.line === end.line && start.column >= end.column)) return null;
  const from = Math.min(start.column - 1, line.length);
  const to = end.line === start.line ? Math.min(end.column - 1, line.length) : line.length;
  const shown = around(line, from);
  const before = displayWidth(printable(shown.text.slice(0, from - shown.offset)));
  const carets = Math.max(
    1,
    displayWidth(printable(shown.text.slice(from - shown.offset, to - shown.offset))),
  );
  const gutter = String(start.line).padStart(NUMBER_WIDTH);
  return [
    `${gutter} | ${printable(shown.text)}`,
    `${' '.repeat(gutter.length)} | ${' '.repeat(before)}${'^'.repeat(carets)}`,
  ];
}

/** A stretch of a long line that begins a little before `from`. */
function around(line: string, from: number): { readonly text: string; readonly offset: number } {
  if (line.length <= MAX_WIDTH) return { text: line, offset: 0 };
  const offset = Math.max(0, Math.min(from - MAX_WIDTH / 4, line.length - MAX_WIDTH));
  return { text: line.slice(offset, offset + MAX_WIDTH), offset };
}

const printable = (text: string): string =>
  text.toWellFormed().replaceAll('\t', ' ').replace(UNPRINTABLE, '\ufffd');
