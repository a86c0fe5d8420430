import { cleanLine, shorten } from './clean-text.ts';

/** Makes a stranger's text fit for where it is shown: `text` for Markdown, `plain` for a terminal. `maxLength` in characters as shown. */
export type Say = (value: string, maxLength: number) => string;

export const plain: Say = (value, maxLength) => shorten(cleanLine(value), maxLength);
