import type { RootContent } from 'mdast';
import type { UnclosedFence } from './plan.ts';
import { rangeOf } from './text-line.ts';

const OPENING = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]/;
const BOX = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[^[\]]\][ \t]/;

/**
 * The code that runs to the end of the file because its fence is never closed, where it hides headings or boxes; else
 * null. `source` are the lines of the file.
 */
export function findUnclosedFence(
  blocks: readonly RootContent[],
  source: readonly string[],
): UnclosedFence | null {
  const last = blocks.at(-1);
  const line = last?.type === 'code' ? last.position?.start.line : undefined;
  if (line === undefined) return null;
  const text = (source[line - 1] ?? '').trimEnd();
  const fence = OPENING.exec(text)?.[1];
  if (fence === undefined) return null;
  const hidden = source.slice(line);
  if (hidden.some((other) => closes(other, fence))) return null;
  const headings = hidden.filter((other) => HEADING.test(other)).length;
  const boxes = hidden.filter((other) => BOX.test(other)).length;
  return headings + boxes === 0 ? null : { range: rangeOf({ line, column: 1, text }), headings, boxes };
}

function closes(line: string, fence: string): boolean {
  const text = line.trimEnd();
  const run = OPENING.exec(text);
  return run !== null && run[1]?.startsWith(fence) === true && run[0].length === text.length;
}
