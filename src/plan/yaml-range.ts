import type { LineCounter } from 'yaml';
import type { Range } from './position.ts';

/** The range between two offsets of a block, without the white space at its end. */
export function rangeBetween(from: number, to: number, block: string, lines: LineCounter): Range {
  const end = from + block.slice(from, to).trimEnd().length;
  return { start: position(from, lines), end: position(end, lines) };
}

function position(offset: number, lines: LineCounter): Range['start'] {
  const { line, col } = lines.linePos(offset);
  // The block begins behind the three dashes of the file's first line.
  return { line, column: line === 1 ? col + '---'.length : col };
}
