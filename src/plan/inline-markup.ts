import { dotCodeSpans } from './blank-out.ts';
import { linkEndAt } from './link-target.ts';

/** A tag as Markdown knows it; what looks otherwise is text, and shown. Values may hold a ">". */
const TAG =
  /<(?:[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>/gi;
const LABEL = /\[[^[\]]{0,999}\]/y;

/** Tags that part what stands on their two sides. */
const PARTING = /^<\/?(?:br|p|div|li|ul|ol|tr|td|hr)(?![a-z\d-])/i;

/** Without tags and what stands inside of them, which GitHub shows nobody. `text` holds no code. */
export const withoutTags = (text: string): string =>
  text.includes('<') ? text.replace(TAG, (tag) => (PARTING.test(tag) ? ' ' : '')) : text;

/** Puts blanks in the place of tags that run over several lines, each of which might be taken for text. Columns stay true. */
export const blankTagsOverLines = (text: string): string =>
  text.includes('\n') ? blankTags(text, (tag) => tag.includes('\n')) : text;

/** Puts blanks in the place of tags that are not code. Lines and columns stay true. */
export function blankTags(text: string, isBlanked: (tag: string) => boolean = () => true): string {
  if (!text.includes('<')) return text;
  let shown = '';
  let from = 0;
  for (const { index, 0: tag } of dotCodeSpans(text).matchAll(TAG)) {
    if (!isBlanked(tag)) continue;
    shown += text.slice(from, index) + tag.replace(/[^\n]/g, ' ');
    from = index + tag.length;
  }
  return shown + text.slice(from);
}

/**
 * Without the targets, titles and labels of links, and without images: nobody sees them. `text` holds no code.
 * @param shown what becomes of the text of a link.
 */
export function withoutTargets(text: string, shown: (inner: string) => string): string {
  if (!text.includes('](') && !text.includes('][')) return text;
  const open: { readonly at: number; readonly isImage: boolean }[] = [];
  let kept = '';
  for (let index = 0; index < text.length; ) {
    const character = text[index] ?? '';
    const bracket = character === ']' ? open.pop() : undefined;
    const end = bracket === undefined ? null : endOfLink(text, index + 1);
    if (bracket !== undefined && end !== null) {
      const inner = kept.slice(bracket.at + 1);
      kept = bracket.isImage ? kept.slice(0, bracket.at - 1) : kept.slice(0, bracket.at) + shown(inner);
      index = end;
      continue;
    }
    if (character === '[') open.push({ at: kept.length, isImage: kept.endsWith('!') });
    const written = character === '\\' ? text.slice(index, index + 2) : character;
    kept += written;
    index += written.length;
  }
  return kept;
}

/** Behind what follows the text of a link; null when it is none. Whether a label is defined is not asked. */
function endOfLink(text: string, from: number): number | null {
  if (text[from] === '(') return linkEndAt(text, from + 1);
  LABEL.lastIndex = from;
  return LABEL.test(text) ? LABEL.lastIndex : null;
}
