import { ISSUE_END, MARKER_CLOSE, MARKER_START, renderIssueMarker } from './issue-marker.ts';
import { type IssueMemory, readMemory } from './issue-memory.ts';

/** Characters; a longer line is not ours. */
const MAX_MARKER_LENGTH = 65_536;

/** The last sentence of our section: where the end of it was deleted, it tells where people's text begins. */
export const ISSUE_HINT =
  '_Plan Check keeps what stands above up to date. What you write below stays as it is._';

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
  const rest = body.slice(from);
  const line = rest.slice(0, MAX_MARKER_LENGTH).split('\n', 1)[0] ?? '';
  const marker = line.trimEnd();
  const memory = marker.endsWith(MARKER_CLOSE)
    ? readMemory(marker.slice(MARKER_START.length, -MARKER_CLOSE.length))
    : null;
  if (memory === null) return null;
  const { section, below } = splitAtEnd(rest.slice(line.length + 1));
  const around = withoutFence({ above: body.slice(0, from), below: withoutCopies(below) });
  return { memory, section: around.below === below ? section : '', ...around };
}

/** Where a line begins with a marker. */
const markerAt = (text: string): number => {
  if (text.startsWith(MARKER_START)) return 0;
  const at = text.indexOf(`\n${MARKER_START}`);
  return at < 0 ? at : at + 1;
};

function splitAtEnd(text: string): Pick<IssueBody, 'section' | 'below'> {
  const sectionUpTo = (end: number): string => text.slice(0, end).replaceAll('\r\n', '\n').trimEnd();
  const end = text.indexOf(ISSUE_END);
  if (end >= 0) return { section: sectionUpTo(end), below: text.slice(end + ISSUE_END.length) };
  const hint = text.indexOf(ISSUE_HINT);
  return { section: '', below: hint < 0 ? `\n\n${text}` : `\n\n${text.slice(hint + ISSUE_HINT.length)}` };
}

/** Somebody pasted the whole twice: one of them would say for ever what was true then. */
function withoutCopies(text: string): string {
  let kept = '';
  for (let rest = text; ; ) {
    const at = markerAt(rest);
    const end = at < 0 ? -1 : rest.indexOf(ISSUE_END, at);
    if (end < 0) return kept + rest;
    kept += rest.slice(0, at);
    rest = rest.slice(end + ISSUE_END.length);
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
