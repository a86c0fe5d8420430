import { ISSUE_END, MARKER_CLOSE, MARKER_START, renderIssueMarker } from './issue-marker.ts';
import { type IssueMemory, readMemory } from './issue-memory.ts';
import { ourEnd } from './our-end.ts';

/** Characters; a longer line is not ours. */
const MAX_MARKER_LENGTH = 65_536;

/** The body of an issue of ours, taken apart. */
export interface IssueBody {
  readonly memory: IssueMemory;
  /** What readers see of ours, with line feeds for line ends; empty where it has to be written anew. */
  readonly section: string;
  /** People's text above and below, byte for byte. */
  readonly above: string;
  readonly below: string;
}

/** The whole body. */
export const joinIssueBody = ({ memory, section, above, below }: IssueBody): string =>
  `${above}${renderIssueMarker(memory)}\n${section}\n${ISSUE_END}${below}`;

/**
 * Takes the body of an issue apart; null for what has no marker of ours. Where the end of our section is gone with its last
 * sentence, everything below the marker is kept as people's: better twice than lost.
 */
export function readIssueBody(body: string): IssueBody | null {
  const from = markerAt(body);
  if (from < 0) return null;
  const marked = body.slice(from);
  const marker = readMarker(marked);
  if (marker === null) return null;
  const { section, below } = splitAtEnd(marked.slice(marker.length));
  const around = withoutFence({ above: body.slice(0, from), below: withoutCopies(below) });
  return { memory: marker.memory, section: around.below === below ? section : '', ...around };
}

/** Where a line begins with a marker. */
const markerAt = (text: string): number => {
  if (text.startsWith(MARKER_START)) return 0;
  const at = text.indexOf(`\n${MARKER_START}`);
  return at < 0 ? at : at + 1;
};

/** The marker that a text begins with, and the length of its line. */
function readMarker(text: string): { readonly memory: IssueMemory; readonly length: number } | null {
  const line = text.slice(0, MAX_MARKER_LENGTH).split('\n', 1)[0] ?? '';
  const marker = line.trimEnd();
  const memory = marker.endsWith(MARKER_CLOSE)
    ? readMemory(marker.slice(MARKER_START.length, -MARKER_CLOSE.length))
    : null;
  return memory === null ? null : { memory, length: line.length + 1 };
}

function splitAtEnd(text: string): Pick<IssueBody, 'section' | 'below'> {
  const end = ourEnd(text);
  if (end === null) return { section: '', below: `\n\n${text}` };
  const below = text.slice(end.to);
  return text.startsWith(ISSUE_END, end.from)
    ? { section: text.slice(0, end.from).replaceAll('\r\n', '\n').trimEnd(), below }
    : { section: '', below: `\n\n${below}` };
}

/** Somebody pasted the whole twice: one of them would say for ever what was true then. */
function withoutCopies(text: string): string {
  let kept = '';
  for (let rest = text; ; ) {
    const at = markerAt(rest);
    if (at < 0) return kept + rest;
    const copy = rest.slice(at);
    const marker = readMarker(copy);
    const end = marker === null ? null : ourEnd(copy.slice(marker.length));
    const isOurs = marker !== null && end !== null;
    kept += rest.slice(0, isOurs ? at : at + 1);
    rest = isOurs ? copy.slice(marker.length + end.to) : rest.slice(at + 1);
  }
}

const FENCE = /^(?:`{3,}|~{3,})[ \t]*\w*[ \t]*$/;

/** Somebody put the whole into a code fence: nobody could read our table in there. Any other text stays byte for byte. */
export function withoutFence({
  above,
  below,
}: Pick<IssueBody, 'above' | 'below'>): Pick<IssueBody, 'above' | 'below'> {
  const before = above.split('\n');
  const opening = before.at(-2)?.trimEnd() ?? '';
  const closing = below.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
  const isFenced = before.at(-1) === '' && FENCE.test(opening) && closing === opening.replace(/[^`~].*$/, '');
  if (!isFenced) return { above, below };
  return {
    above: before
      .slice(0, -2)
      .map((line) => `${line}\n`)
      .join(''),
    below: below.slice(below.indexOf(closing) + closing.length),
  };
}
