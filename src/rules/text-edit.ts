import type { Range } from '../plan/position.ts';

/** Replaces what stands in `range` (end exclusive; empty to insert) by `text`. Ranges point into `Plan.text`. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

export const replaceRange = (range: Range, text: string): readonly TextEdit[] => [{ range, text }];

/** Both lines are whole, and gone with what is between them. */
export const removeLines = (first: number, last: number): readonly TextEdit[] =>
  replaceRange({ start: { line: first, column: 1 }, end: { line: last + 1, column: 1 } }, '');
