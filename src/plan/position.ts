/** A place in a file. `line` and `column` are 1-based; a column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The start of a file: where a finding about the whole of it stands. */
export const FILE_START: Range = {
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
};
