import { NOTHING } from './progress-words.ts';

/** Short lines of Markdown as a cell that stays narrow and readable; `–` without one. */
export const cellOf = (lines: readonly string[]): string =>
  lines.length === 0 ? NOTHING : lines.join('<br>');
