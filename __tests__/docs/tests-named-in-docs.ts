import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** A test that a page names: its file, and the titles that lead to it. */
export interface NamedTest {
  /** 1-based line of the page. */
  readonly line: number;
  readonly path: string;
  readonly titles: readonly string[];
}

/**
 * The tests that the tables of a page name in their last cell, each as `path › title`, or `path › group › title`, between back
 * quotes; several of them with anything between. Only tables whose last column is headed "Test" count.
 * @param page such as "docs/security.md".
 */
export function testsNamedIn(page: string): readonly NamedTest[] {
  let isOurs = false;
  return readFileSync(join(ROOT, page), 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      if (!text.startsWith('|')) {
        isOurs = false;
        return [];
      }
      const last = cellsOf(text).at(-1) ?? '';
      if (/^tests?$/i.test(last)) isOurs = true;
      if (!isOurs || /^(?:tests?|:?-+:?)$/i.test(last)) return [];
      const named = [...last.matchAll(/`(?<named>[^`]+)`/g)].map(({ groups }) => groups?.named ?? '');
      // A row without any is told, too.
      return (named.length === 0 ? [last] : named).map((name) => {
        const [path = '', ...titles] = name.split(' › ').map((part) => part.replaceAll('\\|', '|').trim());
        return { line: index + 1, path, titles };
      });
    });
}

/** A sentence for each that is not there. */
export function wrongTestsIn(page: string): readonly string[] {
  return testsNamedIn(page).flatMap(({ line, path, titles }) => {
    const at = `${page}:${line}:`;
    if (titles.length === 0) return [`${at} "${path}" names no test; write "path › title".`];
    if (!path.endsWith('.test.ts') || !existsSync(join(ROOT, path))) return [`${at} there is no "${path}".`];
    const source = readFileSync(join(ROOT, path), 'utf8');
    return titles
      .filter((title) => !hasTest(source, title))
      .map((title) => `${at} "${path}" has no test "${title}".`);
  });
}

/** Cells end at a pipe without a backslash before it. */
const cellsOf = (row: string): readonly string[] =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** A title stands first in a call, or first in a row of a table of cases. */
function hasTest(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => {
    const literal = `${quote}${title.replaceAll(quote, `\\${quote}`)}${quote}`;
    for (let at = source.indexOf(literal); at >= 0; at = source.indexOf(literal, at + 1)) {
      if (/[([]$/.test(source.slice(Math.max(0, at - 200), at).trimEnd())) return true;
    }
    return false;
  });
}
