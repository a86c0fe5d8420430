/** Where the front matter of a file begins and ends, judged by whole lines. */
export type Fence =
  | { readonly kind: 'none' }
  | { readonly kind: 'closed'; readonly lineCount: number; readonly block: string }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'labelled'; readonly label: string; readonly lineCount: number };

const LABEL = /^---[ \t]*([^-\s].*)$/;

/**
 * Finds the fence in a text without a byte order mark: a line `---`, first in the file, and the next such line.
 * `block` is what stands between them, from the end of the first line on, so that its line 2 is the file's line 2.
 * `lineCount` counts the lines through the closing fence; 0 when there is none.
 */
export function findFence(text: string): Fence {
  if (!text.startsWith('---')) return { kind: 'none' };
  const first = lineAt(text, 0);
  const label = LABEL.exec(first.text)?.[1]?.trim() ?? null;
  if (label === null && !isFence(first.text)) return { kind: 'none' };

  const closing = closingFence(text, first.end);
  if (label !== null) return labelled(label, closing);
  if (closing === null) return { kind: 'unclosed' };
  return { kind: 'closed', lineCount: closing.line, block: text.slice('---'.length, closing.blockEnd) };
}

/** Words behind three dashes name a language only as one word; otherwise they need a closing fence to be front matter at all. */
function labelled(label: string, closing: Closing | null): Fence {
  if (closing === null && /[^\w+#-]/.test(label)) return { kind: 'none' };
  return { kind: 'labelled', label, lineCount: closing?.line ?? 0 };
}

interface Closing {
  readonly line: number;
  /** Before the line feed in front of the closing fence, where gray-matter ends its block as well. */
  readonly blockEnd: number;
}

function closingFence(text: string, from: number): Closing | null {
  let start = from;
  for (let line = 2; start < text.length; line++) {
    const current = lineAt(text, start);
    if (isFence(current.text)) return { line, blockEnd: start - 1 };
    start = current.end;
  }
  return null;
}

/** A line without its ending; `end` is where the next one starts. */
function lineAt(text: string, start: number): { readonly text: string; readonly end: number } {
  const feed = text.indexOf('\n', start);
  const end = feed === -1 ? text.length : feed;
  const line = text.slice(start, end);
  return { text: line.endsWith('\r') ? line.slice(0, -1) : line, end: feed === -1 ? end : end + 1 };
}

const isFence = (line: string): boolean => /^---[ \t]*$/.test(line);
