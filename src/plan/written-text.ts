import type { PhrasingContent } from 'mdast';
import { inlineText } from './block-text.ts';

const TILDE_AS_TEXT = /\\~|&#0*126;|&#x0*7e;/i;

/**
 * The Markdown of a block's text, in which tildes that strike nothing stay so: the tree has `\~~a~~` without its
 * backslash. Where one of them is escaped all are, which strikes less. `source` are the lines of the file.
 */
export function writtenText(nodes: readonly PhrasingContent[], source: readonly string[]): string {
  const text = inlineText(nodes);
  const start = nodes[0]?.position?.start;
  const end = nodes.at(-1)?.position?.end;
  if (!text.includes('~~') || start === undefined || end === undefined) return text;
  const lines = source.slice(start.line - 1, end.line);
  const written =
    start.line === end.line ? (lines[0] ?? '').slice(start.column - 1, end.column - 1) : lines.join('\n');
  return TILDE_AS_TEXT.test(written) ? text.replaceAll('~', '\\~') : text;
}
