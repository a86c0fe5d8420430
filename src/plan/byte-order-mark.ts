/** Columns of line 1 are counted without the mark, as editors do. */
export const withoutByteOrderMark = (text: string): string =>
  text.startsWith('\uFEFF') ? text.slice(1) : text;
