import type { PhrasingContent } from 'mdast';
import { inlineText } from './block-text.ts';

const TILDE_AS_TEXT = /\\~|&#0*126;|&#x0*7e;/i;

/**
 * The Markdown of a block's text, in which tildes that strike nothing stay so, and links end where they do: the tree has
 * `\~~a~~` and `[a](b\))` without their backslashes. Where one tilde is escaped all are, which strikes less. `source` are the
 * lines of the file.
 */
export function writtenText(nodes: readonly PhrasingContent[], source: readonly string[]): string {
  const text = inlineText(nodes);
  const start = nodes[0]?.position?.start;
  const end = nodes.at(-1)?.position?.end;
  const hasLink = text.includes('](') || text.includes('][');
  if (!(hasLink || text.includes('~~')) || start === undefined || end === undefined) return text;
  const written = source
    .slice(start.line - 1, end.line)
    .map((line, index, { length }) =>
      line.slice(index === 0 ? start.column - 1 : 0, index === length - 1 ? end.column - 1 : undefined),
    )
    .join('\n');
  if (hasLink && /[\\&]/.test(written)) return written;
  return TILDE_AS_TEXT.test(written) ? text.replaceAll('~', '\\~') : text;
}
