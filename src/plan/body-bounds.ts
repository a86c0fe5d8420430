/** Bounds of a body: far above what people write. Beyond them the reader of Markdown takes more than linear time. */
export const MAX_BODY_CHARACTERS = 2_000_000;
/** Quotes and lists inside each other. */
export const MAX_BODY_NESTING = 50;
/** Lines of one paragraph. */
export const MAX_PARAGRAPH_LINES = 500;

export interface ReadablePart {
  readonly text: string;
  /** One sentence that names the first line that is not read; null when all is. */
  readonly problem: string | null;
}

const STRUCTURE = /^[ \t>]*(?:[-*+][ \t]+\S|\d{1,9}[.)][ \t]+\S|\||#{1,6}[ \t])/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HTML =
  /^ {0,3}<\/?(?:table|thead|tbody|tr|td|th|div|details|summary|p|ul|ol|li|dl|section|center|h[1-6]|pre|script|style)[\s/>]/i;

/**
 * Cuts a body where it stops being readable in linear time; `firstLine` is its line in the file.
 * What is cut off is said, never dropped silently.
 */
export function readablePart(body: string, firstLine: number): ReadablePart {
  let run = 0;
  let literal: ((line: string) => boolean) | null = null;
  let start = 0;
  for (let line = firstLine; start < body.length; line++) {
    const feed = body.indexOf('\n', start);
    const end = feed === -1 ? body.length : feed + 1;
    const text = body.slice(start, end).trimEnd();
    const reason = end > MAX_BODY_CHARACTERS ? 'the plan is too long' : tooDeep(text);
    if (literal !== null) {
      if (literal(text)) literal = null;
      run = 0;
    } else {
      literal = literalFrom(text, run);
      run = text === '' || STRUCTURE.test(text) ? 0 : run + 1;
    }
    const cut = reason ?? (run > MAX_PARAGRAPH_LINES ? 'a paragraph there is too long' : null);
    if (cut !== null) {
      return { text: body.slice(0, start), problem: `The plan is not read from line ${line} on: ${cut}.` };
    }
    start = end;
  }
  return { text: body, problem: null };
}

/** A block whose lines mean nothing until it ends; gives the test of its last line. */
function literalFrom(line: string, run: number): ((line: string) => boolean) | null {
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) {
    return (closing) => {
      const text = closing.trim();
      return text.startsWith(fence) && text === fence.charAt(0).repeat(text.length);
    };
  }
  if (/^ {0,3}<!--/.test(line)) return line.includes('-->') ? null : (closing) => closing.includes('-->');
  return run === 0 && HTML.test(line) ? (closing) => closing === '' : null;
}

function tooDeep(line: string): string | null {
  const indent = line.length - line.trimStart().length;
  let depth = /^[-*+\d]/.test(line.slice(indent, indent + 1)) ? Math.floor(indent / 2) : 0;
  let rest = indent;
  const marker = /(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))[ \t]*/y;
  for (marker.lastIndex = rest; marker.test(line); marker.lastIndex = rest) {
    rest = marker.lastIndex;
    depth += 1;
    if (depth > MAX_BODY_NESTING) return 'it is nested too deeply there';
  }
  return depth > MAX_BODY_NESTING ? 'it is nested too deeply there' : null;
}
