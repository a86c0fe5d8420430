import { dotCodeSpans } from './blank-out.ts';
import type { OutlineBlock } from './outline.ts';
import type { MalformedBox } from './plan.ts';
import { rangeOf, type TextLine } from './text-line.ts';

/** A blank, and the white space that GitHub does not take for one. */
const BLANK = '[ \\t\\u00A0\\u2007\\u202F]';
const BRACKETS = String.raw`\[${BLANK}*(?:[xX]${BLANK}*)?\]`;

/** On a line of text: a bullet with its brackets, or a dash or a dot in the place of the bullet. */
const WITH_BULLET = new RegExp(
  String.raw`^([-+*•–—]|\d{1,9}[.)])(${BLANK}*)(${BRACKETS})(${BLANK}+)(?=[^\s])`,
  'u',
);
const BEHIND_BULLET = new RegExp(String.raw`^(${BRACKETS})(${BLANK}*)(?=([^\s]))`, 'u');
/** What may follow a right box without a blank, and makes it no link. */
const WORD = /[\p{L}\p{N}*_"'·]/u;

/** What looks like a check box and GitHub shows as text, in the order of the file. */
export const findMalformedBoxes = (outline: readonly OutlineBlock[]): readonly MalformedBox[] =>
  outline.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'table':
        return [];
      case 'paragraph':
        return withoutCode(block.lines).flatMap(inParagraph);
      case 'entry': {
        const [first, ...rest] = withoutCode(block.lines);
        if (first === undefined) return [];
        const own = block.checked === null ? behindBullet(first, block.opening) : [];
        return [...own, ...rest.flatMap(inParagraph)];
      }
      default:
        return block satisfies never;
    }
  });

/** Code may run over several lines of a paragraph. */
function withoutCode(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }) => text.includes('`'))) return lines;
  const shown = dotCodeSpans(lines.map(({ text }) => text).join('\n')).split('\n');
  return lines.map((line, index) => ({ ...line, text: shown[index] ?? '' }));
}

function inParagraph(line: TextLine): readonly MalformedBox[] {
  const match = WITH_BULLET.exec(line.text);
  if (match === null) return [];
  const [whole, bullet = '', , brackets = '', gap = ''] = match;
  // Emphasis begins with a star as well.
  if (bullet === '*' && line.text.includes('*', whole.length)) return [];
  const text = whole.slice(0, whole.length - (isPlain(gap) ? gap.length : 0));
  const real = /[•–—]/.test(bullet) ? '-' : bullet;
  return malformed(line, text, `${real} ${boxOf(brackets)}${isPlain(gap) ? '' : ' '}`);
}

/** `opening` begins with the bullet. */
function behindBullet(line: TextLine, opening: TextLine): readonly MalformedBox[] {
  const match = BEHIND_BULLET.exec(line.text);
  if (match === null) return [];
  const [, brackets = '', gap = '', next = ''] = match;
  const isRight = /^\[[ xX]\]$/.test(brackets);
  if (gap === '' && !(isRight && WORD.test(next))) return [];
  const bullet = opening.line === line.line ? opening.text.slice(0, line.column - opening.column) : '';
  const needsGap = gap === '' || !isPlain(gap);
  return malformed(
    { ...line, column: line.column - bullet.length, text: `${bullet}${line.text}` },
    `${bullet}${brackets}${needsGap ? gap : ''}`,
    `${bullet}${boxOf(brackets)}${needsGap ? ' ' : ''}`,
  );
}

const isPlain = (gap: string): boolean => /^[ \t]*$/.test(gap);

const boxOf = (brackets: string): string => `[${/x/i.exec(brackets)?.[0] ?? ' '}]`;

const malformed = (line: TextLine, text: string, fixed: string): readonly MalformedBox[] =>
  text === fixed ? [] : [{ text, fixed, range: rangeOf(line, { index: 0, length: text.length }) }];
