import { ISSUE_HINT, type IssueBody } from './issue-body.ts';
import { ISSUE_END, MARKER_NAME, MARKER_START } from './issue-marker.ts';
import { memoryIn } from './memory-in.ts';

/** The first sentence of our section. */
const HEADLINE = /^\*\*[^*]{0,60} needs? a decision[.:]\*\*/;
/** How a line begins that is a marker of ours or its end, also escaped, quoted or in a list. In code and inside of a sentence somebody writes about it. */
const MARKER = new RegExp(
  `^[\\s>*+-]{0,40}(?:<!-{0,2}|&lt;!--)?[ \\t]*${MARKER_NAME}(?<isEnd>-end)?(?=[\\s{]|$)`,
);
/** What may be left of a marker whose beginning is gone, right above our first sentence. */
const REST = /":|\} -->\s*$|^(?!<!--).*-->\s*$|^[<!\- >]+\s*$/;
/** Two sections may share the line where one ends and the other begins. */
const LINE = new RegExp(`(?<=\\n|\\r(?!\\n))|(?<=${ISSUE_END})(?=${MARKER_START})`);
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

type Sign = 'begin' | 'end' | 'hint' | null;

/**
 * People's text around what is surely ours, in a body whose marker cannot be read: ours is from each line that begins it to the
 * one that ends it. What has no end is ours as far as it is known, and what follows is kept: better twice than lost.
 */
export function peoplesText(body: string): Pick<IssueBody, 'above' | 'below'> {
  const lines = body.split(LINE);
  const signs = signsOf(lines);
  const blocks = blocksIn(signs);
  const [first] = blocks;
  if (first === undefined) return { above: '', below: body.trim() === '' ? '\n' : `\n\n${body}` };
  const isCut = signs[first.from] === 'begin' && REST.test(lines[first.from - 1] ?? '');
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
  return sign === 'begin' ? '\n\n' : '\n';
}

interface Block {
  /** Indices of the first and the last line. */
  readonly from: number;
  readonly to: number;
}

function blocksIn(signs: readonly Sign[]): readonly Block[] {
  if (!signs.includes('begin')) {
    const to = signs.findLastIndex((sign) => sign !== null);
    return to < 0 ? [] : [{ from: 0, to }];
  }
  const blocks: Block[] = [];
  for (let from = signs.indexOf('begin'); from >= 0; ) {
    const to = endOf(signs, from);
    blocks.push({ from, to });
    from = signs.indexOf('begin', to + 1);
  }
  return blocks;
}

/** A marker and the first sentence may both begin one section; its last sentence counts where its end is gone. */
function endOf(signs: readonly Sign[], from: number): number {
  let begin = from;
  let hint: number | null = null;
  for (let index = from; index < signs.length; index++) {
    const sign = signs[index];
    if (sign === 'end') return index;
    if (sign === 'hint') hint ??= index;
    if (sign === 'begin' && hint === null) begin = index;
    if (sign === 'begin' && hint !== null) return hint;
  }
  return hint ?? begin;
}

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
  return outside.includes('begin') ? outside : signs;
}

function signOf(line: string): Sign {
  const marker = MARKER.exec(line);
  if (line.includes(ISSUE_END) || marker?.groups?.isEnd !== undefined) return 'end';
  if (marker !== null || HEADLINE.test(line)) return 'begin';
  if (line.includes(MARKER_START) && memoryIn(line) !== null) return 'begin';
  return line.includes(ISSUE_HINT) ? 'hint' : null;
}
