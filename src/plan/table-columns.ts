import { plainText } from './inline-text.ts';
import type { Table, TableRow } from './outline.ts';
import type { TextLine } from './text-line.ts';

/** Finds the cell of a row below the first heading that a pattern knows; null when the table has no such column. */
export type CellBelow = (row: TableRow, heading: RegExp) => TextLine | null;

const SIGNS_IN_FRONT = /^(?:\p{Extended_Pictographic}\uFE0F?\s*)+/u;

/** What a column is called, in small letters and without emphasis; `✅ Status` is a status. */
export const columnName = (heading: string): string =>
  plainText(heading).toLowerCase().replace(SIGNS_IN_FRONT, '');

/** `heading` is matched with small letters, without emphasis. */
export function columnsOf({ header }: Table): {
  readonly names: readonly string[];
  readonly has: (heading: RegExp) => boolean;
  readonly below: CellBelow;
} {
  const names = header.map(({ text }) => columnName(text));
  const indexOf = (heading: RegExp): number => names.findIndex((name) => heading.test(name));
  return {
    names,
    has: (heading) => indexOf(heading) !== -1,
    below: ({ cells }, heading) => cells[indexOf(heading)] ?? null,
  };
}
