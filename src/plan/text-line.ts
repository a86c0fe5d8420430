import { FILE_START, type Range } from './position.ts';

/** A stretch of one line of the file, as written. `line` and `column` are 1-based. */
export interface TextLine {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Part of a line; `index` and `length` in UTF-16 code units of its text. */
export interface Stretch {
  readonly index: number;
  readonly length: number;
}

export const rangeOf = (
  { line, column, text }: TextLine,
  { index, length }: Stretch = { index: 0, length: text.length },
): Range => ({
  start: { line, column: column + index },
  end: { line, column: column + index + length },
});

/** From the start of the first line to the end of the last. */
export const rangeOfLines = (lines: readonly TextLine[]): Range => {
  const [first, last] = [lines[0], lines.at(-1)];
  return first === undefined || last === undefined
    ? FILE_START
    : { start: rangeOf(first).start, end: rangeOf(last).end };
};

/** A part of a line as a line of its own, without white space around it. */
export function partOf({ line, column, text }: TextLine, from: number, to: number = text.length): TextLine {
  const part = text.slice(from, to);
  const indent = part.length - part.trimStart().length;
  return { line, column: column + from + indent, text: part.trim() };
}

/** What is struck is blanked out in place, so that columns stay true. */
export const withoutStruck = (value: TextLine): TextLine =>
  partOf({ ...value, text: value.text.replace(/~~[^~]+~~/g, (struck) => ' '.repeat(struck.length)) }, 0);
