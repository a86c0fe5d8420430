/** Quotes and lists inside each other: far above what people write. */
export const MAX_BODY_NESTING = 50;

/** Columns of a table: the reader makes a cell of each, in every row. */
export const MAX_COLUMNS = 200;
/**
 * Cells of all tables of a plan: each costs the reader as much time and memory as a long line. What it counts are the
 * bars, so that text with bars in it counts as well.
 */
export const MAX_CELLS = 65_000;

/** Backslashes and `&` of a plan: each may stand for a sign, which the reader takes note of one by one. */
export const MAX_SIGNS = 250_000;

export const isTooWide = (line: string): boolean => barsIn(line) > MAX_COLUMNS;

export const barsIn = (line: string): number => countOf('|', line);

export const signsIn = (line: string): number => countOf('\\', line) + countOf('&', line);

function countOf(sign: string, line: string): number {
  let count = 0;
  for (let at = line.indexOf(sign); at !== -1; at = line.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** Counts the markers in front of a line, and the steps of its indentation when one follows. */
export function isTooDeep(line: string): boolean {
  const breakFrom = thematicBreakFrom(line);
  let rest = line.search(/[^ \t]/);
  if (rest === breakFrom) return false;
  let depth = /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line.slice(rest, rest + 12)) ? Math.floor(rest / 2) : 0;
  const marker = /(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))[ \t]*/y;
  for (marker.lastIndex = rest; depth <= MAX_BODY_NESTING && marker.test(line); marker.lastIndex = rest) {
    rest = marker.lastIndex;
    depth += 1;
    if (rest === breakFrom) break;
  }
  return depth > MAX_BODY_NESTING;
}

/**
 * Where the signs begin with which a line ends when they are all the same, as in `- - -`: a thematic break, and no
 * lists inside each other. null when there are none.
 */
function thematicBreakFrom(line: string): number | null {
  const written = line.trimEnd();
  const sign = written.at(-1) ?? '';
  if (sign !== '-' && sign !== '*') return null;
  let from = written.length;
  let count = 0;
  for (let index = from - 1; index >= 0; index--) {
    const character = written[index];
    if (character === sign) {
      from = index;
      count += 1;
    } else if (character !== ' ' && character !== '\t') break;
  }
  return count >= 3 ? from : null;
}
