import { NOTHING } from './progress-words.ts';

const LINE_BREAK = '<br>';
const NO_BREAK_SPACE = '\u00a0';
/** Characters as written; about a column of a table on a narrow screen. */
const MAX_UNBROKEN = 24;

/** Short lines of Markdown as a cell that stays narrow and readable; `–` without one. */
export const cellOf = (lines: readonly string[]): string =>
  lines.length === 0 ? NOTHING : lines.map(keepTogether).join(LINE_BREAK);

/** Few words that belong together stay on one line, however narrow the column: `gate pending`, `in 7 days`. */
const keepTogether = (line: string): string =>
  line
    .split(/(, | · | \(|(?<=`) | (?=→))/)
    .map((part, index) =>
      // Every other part is what it was split at.
      index % 2 === 0 && part.length <= MAX_UNBROKEN ? part.replaceAll(' ', NO_BREAK_SPACE) : part,
    )
    .join('');
