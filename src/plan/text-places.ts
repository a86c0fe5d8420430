import type { Position, Range } from './position.ts';

/** From places in a text to what stands there. A place beyond the end of its line, or of the text, is that end. */
export interface TextPlaces {
  /** UTF-16 code units from the start of the text. */
  readonly offsetOf: (position: Position) => number;
  readonly textIn: (range: Range) => string;
  /** Without its line end; empty beyond the last line. */
  readonly lineAt: (line: number) => string;
}

export function textPlaces(text: string): TextPlaces {
  const lines = text.split('\n');
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const offsetOf = ({ line, column }: Position): number => {
    const start = starts[line - 1];
    if (start === undefined || line > lines.length) return text.length;
    return start + Math.min(column - 1, lines[line - 1]?.length ?? 0);
  };
  return {
    offsetOf,
    textIn: ({ start, end }) => text.slice(offsetOf(start), offsetOf(end)),
    lineAt: (line) => (lines[line - 1] ?? '').replace(/\r$/, ''),
  };
}
