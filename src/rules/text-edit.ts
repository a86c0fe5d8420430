import type { Range } from '../plan/position.ts';

/** Replaces what stands in `range` (end exclusive; empty to insert) by `text`. Ranges point into `Plan.text`. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}
