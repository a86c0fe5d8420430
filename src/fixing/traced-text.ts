import { applySplices, byPlace, type Splice } from '../rules/splice.ts';

/** A text, and which of its lines still are lines of the one that it was made from. */
export interface TracedText {
  readonly text: string;
  /** For each line: the index of the original's line, null for one that was written or touched since. */
  readonly origins: readonly (number | null)[];
}

/** Lines with their ends; the last one may have none. */
export const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

export const untouched = (text: string): TracedText => ({
  text,
  origins: linesOf(text).map((_, index) => index),
});

/** Applies splices that do not overlap. A line is touched already when something changes right before it. */
export function spliceTraced({ text, origins }: TracedText, splices: readonly Splice[]): TracedText {
  const sorted = splices.toSorted(byPlace);
  const kept = new Map<number, number | null>();
  let next = 0;
  let start = 0;
  let shift = 0;
  for (const [index, line] of linesOf(text).entries()) {
    const end = start + line.length;
    // Splices before the line move it.
    for (let splice = sorted[next]; splice !== undefined && splice.to < start; splice = sorted[++next]) {
      shift += splice.text.length - (splice.to - splice.from);
    }
    const following = sorted[next];
    const room = line.endsWith('\n') ? 0 : 1;
    if (following === undefined || following.from >= end + room)
      kept.set(start + shift, origins[index] ?? null);
    start = end;
  }
  const result = applySplices(text, sorted);
  let at = 0;
  const traced = linesOf(result).map((line) => {
    const origin = kept.get(at) ?? null;
    at += line.length;
    return origin;
  });
  return { text: result, origins: traced };
}
