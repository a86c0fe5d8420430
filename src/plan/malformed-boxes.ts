import { dotCodeSpans } from './blank-out.ts';
import { legendOf } from './legend.ts';
import type { Entry, OutlineBlock } from './outline.ts';
import type { MalformedBox } from './plan.ts';
import { rangeOf, type TextLine } from './text-line.ts';

/** What a reader takes for a blank and GitHub does not: all white space, what nobody sees, and both as entities. */
const BLANK = String.raw`(?:[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|&(?:nbsp|[en]sp|emsp|(?:thin|hair|num|punc|ZeroWidth)sp(?:ace)?|zwn?j|NoBreak|#0*(?:9|32|160|819\d|820[0-5]|8239|8287|8288|12288|65279)|#x0*(?:9|20|a0|200[\da-f]|202f|205f|2060|3000|feff));)`;
const BRACKETS = String.raw`[[［]${BLANK}*(?:([xXｘＸ])${BLANK}*)?[\]］]`;

/** On a line of text: a bullet with its brackets, or a dash or a dot in the place of the bullet. */
const WITH_BULLET = new RegExp(
  String.raw`^(${BLANK}*)([-+*•◦▪●‣‐‑‒–—―−]|\d{1,9}[.)])(${BLANK}*)(${BRACKETS})(${BLANK}+)(?=[^\s])`,
  'iu',
);
/** Behind a bullet: what nobody sees, emphasis around the brackets or from them on, the brackets. */
const BEHIND_BULLET = new RegExp(
  String.raw`^(${BLANK}*)([*_~]{0,3})(${BRACKETS})(${BLANK}*)(?=([^\s]))`,
  'iu',
);
/** An open box without any bullet, bold or struck as well; not in a legend, as `[ ] = open`. */
const BARE = new RegExp(
  String.raw`^(${BLANK}*)((?:\*\*|__|~~)?)\[ \](${BLANK}+)(?![=:→⇒–—\-|/,;.]+(?:\s|$))(?=\S)`,
  'iu',
);
/** What may follow a right box without a blank: no link, and behind a ticked one, which may be a name, no sign either. */
const GLUED = { open: /[^([/]/u, ticked: /[\p{L}\p{N}@<~]/u };

/** What looks like a check box and GitHub shows as text, in the order of the file. `text` is that of the file. */
export function findMalformedBoxes(outline: readonly OutlineBlock[], text: string): readonly MalformedBox[] {
  const source = text.includes('<!--') ? text.split('\n') : [];
  return outline.flatMap((block, index) => {
    switch (block.kind) {
      case 'heading':
        return inHeading(block.line, outline[index - 1]);
      case 'table':
        return [];
      case 'paragraph':
        return inParagraph(withoutCode(block.lines));
      case 'entry': {
        const [first, ...rest] = withoutCode(block.lines);
        if (first === undefined) return behindComment(block, source);
        const own = block.checked === null ? behindBullet(first, block.opening) : [];
        return [...own, ...inParagraph(rest)];
      }
      default:
        return block satisfies never;
    }
  });
}

/** A heading that an entry begins with. */
function inHeading(line: TextLine, before: OutlineBlock | undefined): readonly MalformedBox[] {
  if (before?.kind !== 'entry' || before.lines.length > 0 || before.opening.line !== line.line) return [];
  const match = BEHIND_BULLET.exec(line.text);
  const bullet = /^(?:[-+*]|\d{1,9}[.)])/.exec(before.opening.text)?.[0];
  if (match === null || bullet === undefined || match[5] === '') return [];
  const [whole, , , , mark] = match;
  const text = before.opening.text.slice(0, line.column - before.opening.column + whole.length);
  return malformed({ ...before.opening, text }, text, `${bullet} ${boxOf(mark)} `);
}

/** Code may run over several lines of a paragraph. */
function withoutCode(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }) => text.includes('`'))) return lines;
  const shown = dotCodeSpans(lines.map(({ text }) => text).join('\n')).split('\n');
  return lines.map((line, index) => ({ ...line, text: shown[index] ?? '' }));
}

const inParagraph = (lines: readonly TextLine[]): readonly MalformedBox[] => {
  const legend = legendOf(lines);
  return lines.flatMap((line) => (legend.has(line) ? [] : inLine(line)));
};

function inLine(line: TextLine): readonly MalformedBox[] {
  const bare = BARE.exec(line.text);
  if (bare !== null) return withoutBullet(line, bare);
  const match = WITH_BULLET.exec(line.text);
  if (match === null) return [];
  const [whole, , bullet = '', , , mark, gap = ''] = match;
  // Emphasis begins with a star as well.
  if (bullet === '*' && line.text.includes('*', whole.length)) return [];
  const text = whole.slice(0, whole.length - (isPlain(gap) ? gap.length : 0));
  const real = /^[-+*\d]/.test(bullet) ? bullet : '-';
  const fixed = `${real} ${boxOf(mark)}${isPlain(gap) ? '' : ' '}`;
  return text === fixed ? [unparted(line, text)] : malformed(line, text, fixed);
}

function withoutBullet(
  line: TextLine,
  [whole, , stars = '', gap = '']: RegExpExecArray,
): readonly MalformedBox[] {
  const keepsGap = isPlain(gap) && stars === '';
  const text = keepsGap ? whole.slice(0, whole.length - gap.length) : whole;
  return malformed(line, text, keepsGap ? '- [ ]' : `- [ ] ${stars}`);
}

/** A comment in front of the brackets makes the line HTML; in its place stand blanks. */
function behindComment({ opening, checked }: Entry, source: readonly string[]): readonly MalformedBox[] {
  const match = checked === null ? WITH_BULLET.exec(opening.text) : null;
  if (match === null) return [];
  const [whole, , bullet = '', lead = '', , mark] = match;
  const comment = commentAt({ ...opening, column: opening.column + bullet.length }, lead.length, source);
  return comment === '' ? [] : malformed(opening, whole, `${bullet} ${boxOf(mark)} ${comment} `);
}

/** `opening` begins with the bullet. */
function behindBullet(line: TextLine, opening: TextLine): readonly MalformedBox[] {
  const match = BEHIND_BULLET.exec(line.text);
  if (match === null) return [];
  const [, lead = '', stars = '', brackets = '', mark, gap = '', next = ''] = match;
  const isAround = stars !== '' && line.text.startsWith(stars, lead.length + stars.length + brackets.length);
  const isRight = /^\[[ xX]\]$/.test(brackets);
  const end = lead.length + stars.length + brackets.length + (isAround ? stars.length : 0);
  const glued = mark === undefined ? GLUED.open : GLUED.ticked;
  if (gap === '' && !(isRight && (isAround ? /\S/.test(line.text.slice(end)) : glued.test(next)))) return [];
  const bullet = opening.line === line.line ? opening.text.slice(0, line.column - opening.column) : '';
  const needsGap = gap === '' || !isPlain(gap);
  const behind = isAround ? '' : stars;
  const keepsGap = !needsGap && behind === '';
  return malformed(
    { ...line, column: line.column - bullet.length, text: `${bullet}${line.text}` },
    `${bullet}${line.text.slice(0, end)}${keepsGap ? '' : gapBehind(line.text, end)}`,
    `${bullet}${boxOf(mark)}${keepsGap ? '' : ` ${behind}`}`,
  );
}

const GAP = new RegExp(`${BLANK}*`, 'iuy');

function gapBehind(text: string, from: number): string {
  GAP.lastIndex = from;
  return GAP.exec(text)?.[0] ?? '';
}

/** The comment in front of the brackets: in its place stand blanks. */
function commentAt({ line, column }: TextLine, length: number, source: readonly string[]): string {
  const written = (source[line - 1] ?? '').slice(column - 1, column - 1 + length);
  return written.includes('<!--') ? written.trim() : '';
}

const isPlain = (gap: string): boolean => /^[ \t]*$/.test(gap);

const boxOf = (mark: string | undefined): string => `[${mark === undefined ? ' ' : mark.normalize('NFKC')}]`;

/** A list that does not begin with 1, or is indented far, cannot interrupt a paragraph. */
const unparted = (line: TextLine, text: string): MalformedBox => ({
  ...{ text, fixed: null },
  range: rangeOf(line, { index: 0, length: text.length }),
});

const malformed = (line: TextLine, text: string, fixed: string): readonly MalformedBox[] =>
  text === fixed ? [] : [{ text, fixed, range: rangeOf(line, { index: 0, length: text.length }) }];
