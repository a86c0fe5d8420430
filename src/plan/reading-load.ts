import { barsIn, isTooDeep, isTooWide, MAX_CELLS, MAX_SIGNS, signsIn } from './nesting.ts';

/** What costs the reader more than the length of its lines. */
export interface Load {
  readonly cells: number;
  readonly signs: number;
}

export const NO_LOAD: Load = { cells: 0, signs: 0 };

export const loadOf = (lines: readonly string[], above: Load): Load =>
  lines.reduce(
    ({ cells, signs }, line) => ({ cells: cells + barsIn(line), signs: signs + signsIn(line) }),
    above,
  );

/** Index of the first line that is too much for the reader, by itself or with those above it; null when none is. */
export function firstTooMuch(
  lines: readonly string[],
  { from, to, above }: { readonly from: number; readonly to: number; readonly above: Load },
): number | null {
  let load = above;
  for (let index = from; index < Math.min(to, lines.length); index++) {
    const line = lines[index] ?? '';
    load = loadOf([line], load);
    if (load.cells > MAX_CELLS || load.signs > MAX_SIGNS || isTooDeep(line) || isTooWide(line)) return index;
  }
  return null;
}

/** Of the line at `end`; `above` is the load of the lines above `start`. Ends a sentence. */
export function whyStopped(
  lines: readonly string[],
  { start, end, above }: { readonly start: number; readonly end: number; readonly above: Load },
): string {
  const line = lines[end] ?? '';
  if (isTooDeep(line)) return 'it is nested too deeply there; nest it less';
  if (isTooWide(line)) return 'a table has too many columns there; split the table';
  return loadOf(lines.slice(start, end + 1), above).cells > MAX_CELLS
    ? 'its tables have too many cells; split the plan'
    : 'it has too many backslashes and "&"; split the plan';
}
