import type { Nodes } from 'mdast';
import { FILE_START, type Range } from './position.ts';

/** Where a block stands in the file; its start where the reader of Markdown does not say. */
export function blockRange({ position }: Pick<Nodes, 'position'>): Range {
  if (position === undefined) return FILE_START;
  const { start, end } = position;
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
