import type { RootContent } from 'mdast';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** How the kinds of HTML blocks begin and end, as CommonMark has them; all others end at a blank line. */
const HTML_KINDS: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-zA-Z]/, />/],
];

/**
 * The line behind the end of a block of code or HTML, wherever that is in the text; null for any other block.
 * `start` is the line on which the block's piece begins. Lines are 0-based.
 */
export function literalEnd(
  block: RootContent | undefined,
  start: number,
  lines: readonly string[],
): number | null {
  const from = start + (block?.position?.start.line ?? 1) - 1;
  const opening = lines[from] ?? '';
  if (block?.type === 'code') {
    const fence = FENCE.exec(opening)?.[1];
    return fence === undefined ? null : endAfter(lines, from + 1, (line) => closes(line, fence));
  }
  if (block?.type !== 'html') return null;
  const end = HTML_KINDS.find(([begin]) => begin.test(opening.trimStart()))?.[1];
  return end === undefined
    ? endAfter(lines, from + 1, (line) => line.trim() === '')
    : endAfter(lines, from, (line) => end.test(line));
}

function endAfter(lines: readonly string[], from: number, isLast: (line: string) => boolean): number {
  for (let index = from; index < lines.length; index++) if (isLast(lines[index] ?? '')) return index + 1;
  return lines.length;
}

function closes(line: string, fence: string): boolean {
  const run = FENCE.exec(line)?.[1] ?? '';
  return run.startsWith(fence) && line.trim() === run;
}
