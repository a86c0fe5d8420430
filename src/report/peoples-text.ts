import type { IssueBody } from './issue-body.ts';
import { ISSUE_END, MARKER_NAME, MARKER_START } from './issue-marker.ts';
import { memoryIn } from './memory-in.ts';
import { ISSUE_HINT } from './our-end.ts';

/** What a line of ours is, in the order of our section. */
const SIGNS = ['marker', 'headline', 'table', 'hint', 'end'] as const;
type Sign = (typeof SIGNS)[number] | null;

/** How a line begins that is a marker of ours, also escaped, quoted or in a list. In code and inside of a sentence somebody writes about it. */
const MARKER = new RegExp(String.raw`^[\s>*+-]{0,40}(?:<!-{0,2}|&lt;!--)?[ \t]*${MARKER_NAME} \{`);
const HEADLINE = /^\*\*(?:\d[\d,]* plans?|No plan(?: that could be read)?) needs? a decision[.:]\*\*/;
const TABLE = /^\| *Plan *\| *Owner *\| *State *\| *Since *\|/;
/** A line that is the end and nothing else, also escaped or quoted. */
const END = new RegExp(
  String.raw`^[\s>]*(?:<!-{0,2}|&lt;!--)?[ \t]*${MARKER_NAME}-end[ \t]*(?:-{0,2}(?:>|&gt;))?\s*$`,
);
/** What may be left of a marker whose beginning is gone, right above our first sentence. */
const REST =
  /"(?:v|key|head|run|attempt|day|cut|plans|news|since|entered|gone|counts)":|^(?=\S)(?:<!?-{0,2} ?)?[\d\]}",:]{0,40}(?:n?u?l?l)?[\]}]{0,9} ?-{0,2}>?\s*$/;
/** Two sections may share the line where one ends and the other begins. */
const LINE = new RegExp(`(?<=\\n|\\r(?!\\n))|(?<=${ISSUE_END})(?=${MARKER_START})`);
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * People's text around what is surely ours, in a body whose marker cannot be read: ours is from each line that begins it to the
 * one that ends it. What has no end is ours as far as it is known, and what follows is kept: better twice than lost.
 */
export function peoplesText(body: string): Pick<IssueBody, 'above' | 'below'> {
  const lines = body.split(LINE);
  const signs = signsOf(lines);
  const blocks = blocksIn(lines, signs);
  const [first] = blocks;
  if (first === undefined) return { above: '', below: body.trim() === '' ? '\n' : `\n\n${body}` };
  const isCut = signs[first.from] === 'headline' && REST.test(lines[first.from - 1] ?? '');
  const above = lines.slice(0, isCut ? first.from - 1 : first.from).join('');
  const below = blocks.map(({ to }, index) => {
    const next = blocks[index + 1]?.from ?? lines.length;
    return behind(lines[to] ?? '', signs[to] ?? null) + lines.slice(to + 1, next).join('');
  });
  return { above, below: below.join('') };
}

/** People's text in the last line of ours. */
function behind(line: string, sign: Sign): string {
  const end = line.lastIndexOf(ISSUE_END);
  if (sign === 'end' && end >= 0) return line.slice(end + ISSUE_END.length);
  return sign === 'hint' || sign === 'end' ? '\n' : '\n\n';
}

interface Block {
  /** Indices of the first and the last line. */
  readonly from: number;
  readonly to: number;
}

function blocksIn(lines: readonly string[], signs: readonly Sign[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < lines.length; from++) {
    if ((signs[from] ?? null) === null) continue;
    const to = endOf(lines, signs, from);
    // Behind an end of ours, a line that only looks like ours may be people's.
    const isBehindEnd = signs[blocks.at(-1)?.to ?? -1] === 'end';
    if (!isBehindEnd || signs.slice(from, to + 1).some(isSure)) blocks.push({ from, to });
    from = to;
  }
  return blocks;
}

const isSure = (sign: Sign): boolean => sign === 'marker' || sign === 'hint' || sign === 'end';

/** Marker, first sentence and table follow each other; the last sentence counts where its end is gone, or stands apart. */
function endOf(lines: readonly string[], signs: readonly Sign[], from: number): number {
  let last = from;
  for (let index = from + 1; index < lines.length; index++) {
    const [before, sign] = [signs[last] ?? null, signs[index] ?? null];
    if (sign === null) continue;
    const between = lines.slice(last + 1, index).map((line) => line.trim() === '');
    const isBlank = between.every((is) => is);
    // A marker may be broken into lines.
    const isTogether = isBlank || !between.includes(true);
    if (rank(sign) < rank(before) || (sign === before && sign !== 'marker')) break;
    if (rank(sign) <= rank('table') && !isTogether) break;
    if (before === 'hint' && !isBlank) break;
    last = index;
  }
  return last;
}

const rank = (sign: Sign): number => (sign === null ? -1 : SIGNS.indexOf(sign));

/** What stands in a code fence is an example, unless there is nothing else. */
function signsOf(lines: readonly string[]): readonly Sign[] {
  const signs = lines.map(signOf);
  let fence: string | null = null;
  const outside = lines.map((line, index) => {
    const [, mark = null] = FENCE.exec(line) ?? [];
    if (fence === null) fence = mark;
    else if (mark?.startsWith(fence) === true) fence = null;
    return fence === null ? (signs[index] ?? null) : null;
  });
  return outside.some((sign) => sign === 'marker' || sign === 'headline') ? outside : signs;
}

function signOf(line: string): Sign {
  if (line.includes(ISSUE_END) || END.test(line)) return 'end';
  if (MARKER.test(line) || (line.includes(MARKER_START) && memoryIn(line) !== null)) return 'marker';
  if (HEADLINE.test(line)) return 'headline';
  if (TABLE.test(line)) return 'table';
  return line.includes(ISSUE_HINT) ? 'hint' : null;
}
