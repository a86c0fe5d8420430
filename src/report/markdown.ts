import { cleanLine, shorten, shortenMiddle } from './clean-text.ts';

/**
 * Strangers' text as inert Markdown.
 *
 * Two steps of GitHub read it. The parser takes a character entity always as text, also inside an HTML block such as
 * `<summary>`, where a backslash would be shown; so what could be markup becomes an entity. Mentions, references,
 * bare links and emoji codes are looked for later, in the text that the entities have become; there only a
 * character in between helps. A zero-width space shows nothing and is what other well-kept bots use.
 */
const GAP = '&#8203;';

/** A dollar sign in an element of its own never pairs with another one to a formula. */
const DOLLAR = '<span>&#36;</span>';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\\': '&#92;',
  '`': '&#96;',
  '*': '&#42;',
  _: '&#95;',
  '~': '&#126;',
  '[': '&#91;',
  ']': '&#93;',
  '|': '&#124;',
  $: DOLLAR,
};

/** An underscore between two letters or digits is plain text and stays readable in the source. */
const MARKUP = /[&<>\\`*~[\]|$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/;

/** `@user`, `a@b.c`, `#1`, `owner/repo#1`; `http://`, `mailto:`, `:emoji:`; `www.`; `GH-1`, `GHSA-…`; a commit id has seven digits or more. */
const REFERENCE = /[@#]|:(?=[\w+\-/])|www(?=\.)|\bGH(?:SA)?(?=-)|[0-9a-f]{6}(?=[0-9a-f])/;

const SPECIAL = new RegExp(`(?<markup>${MARKUP.source})|${REFERENCE.source}`, 'gi');

/** A list, an underline that makes a heading, a rule: only at the start of a line. */
const BLOCK_START = /^(?:(?<digits>\d{1,9})[.)]|[-+=])/;

/** Stands for a text in which nothing is visible: an empty link or list item would change what is around it. */
const EMPTY = '–';

/** Plain text for a table cell, running text, a link's text or a `<summary>`; never empty. `maxLength` in characters as shown. */
export function text(value: string, maxLength: number): string {
  const line = shorten(cleanLine(value), maxLength) || EMPTY;
  return line
    .replace(SPECIAL, (special) => ENTITIES[special] ?? `${special}${GAP}`)
    .replace(BLOCK_START, (start) => `${start.slice(0, -1)}&#${start.charCodeAt(start.length - 1)};`);
}

/**
 * A code span, `maxLength` in characters, cut in the middle. Nothing inside is read as markup or reference, so the text stays
 * fit to be copied. Not for table cells: a pipe after a backslash splits a cell in one parser and not in another.
 */
export function code(value: string, maxLength = 160): string {
  const line = shortenMiddle(cleanLine(value), maxLength);
  if (line === '') return '` `';
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A link where there is an address, else its text. `label` is Markdown already. */
export const link = (label: string, address: string | null): string =>
  address === null ? label : `[${label}](${address})`;

/** A part that is folded away, unless it is `open` at first; `title` and `body` are Markdown already. */
export const fold = (
  title: string,
  body: string,
  { open }: { readonly open: boolean } = { open: false },
): string => `<details${open ? ' open' : ''}><summary>${title}</summary>\n\n${body}\n\n</details>`;

/** A table; the cells are Markdown already. */
export const tableOf = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  tableLines(titles, rows).join('\n');

/** The same, line by line: the titles, the rule, then the rows. */
export const tableLines = (
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
