import type { Body } from './body.ts';
import { withRealGlyphs } from './glyphs.ts';
import { blankCode } from './inline-text.ts';
import type { Placeholder } from './plan.ts';
import type { Range } from './position.ts';
import { isCommonPhrase, isSpecificPhrase } from './template-phrases.ts';

const BRACKETED = /\[([^[\]\n]{1,100})\]/g;
const LABEL = /^[ \t>]*\*\*([^*:]{1,60}):\*\*[ \t]*(\S.*)$/;
const DATE_MARK = /^(?:#{1,6}[ \t]+|[ \t>]*\*\*[^*]{1,60}:\*\*[ \t]*)(YYYY-MM-DD)[ \t]*$/;
const TIME_MARK = /\((?:Weeks X-Y|Week [XYZ])\)/;
const PERCENT_MARK = /\[X\](?=%)/;

interface Mark {
  readonly index: number;
  readonly text: string;
}

/** The template's text in the body: one for a line, up to the first H2 by its label. */
export function findBodyPlaceholders(text: string, { parts, proseLines }: Body): readonly Placeholder[] {
  const lines = text.split('\n');
  const firstSection = parts.find((part) => part.kind === 'heading' && part.depth > 1);
  const bodyStart = firstSection?.kind === 'heading' ? firstSection.range.start.line : 0;
  return [...proseLines].flatMap((line) => {
    const source = (lines[line - 1] ?? '').replace(/\r$/, '');
    const found = line < bodyStart ? headerPlaceholder(source, line) : bodyPlaceholder(source, line);
    return found === null ? [] : [found];
  });
}

/** In the header the whole value of a label is one placeholder. */
function headerPlaceholder(source: string, line: number): Placeholder | null {
  const mark = firstMark(source);
  if (mark === null) return null;
  const [, label, value] = LABEL.exec(source) ?? [];
  if (label === undefined || value === undefined) {
    return {
      where: 'header',
      subject: /^#\s/.test(source) ? 'title' : '',
      text: mark.text,
      range: rangeOf(line, mark),
    };
  }
  const whole = { index: source.length - value.length, text: value.trimEnd() };
  return { where: 'header', subject: label.trim(), text: whole.text, range: rangeOf(line, whole) };
}

function bodyPlaceholder(source: string, line: number): Placeholder | null {
  const mark = firstMark(source);
  return mark === null ? null : { where: 'body', subject: '', text: mark.text, range: rangeOf(line, mark) };
}

function firstMark(source: string): Mark | null {
  if (!/[[(]|YYYY-MM-DD/.test(source)) return null;
  const spoken = blankCode(source);
  const marks = [...spoken.matchAll(BRACKETED)].filter((match) => isTemplateMark(spoken, match));
  const [bracket] = marks;
  if (bracket !== undefined) return { index: bracket.index, text: bracket[0] };
  return plainMark(DATE_MARK, spoken) ?? plainMark(TIME_MARK, spoken) ?? plainMark(PERCENT_MARK, spoken);
}

function isTemplateMark(source: string, match: RegExpExecArray): boolean {
  const phrase = withRealGlyphs(match[1] ?? '');
  const after = source.slice(match.index + match[0].length);
  if (/^[([]/.test(after)) return false;
  return (
    isSpecificPhrase(phrase) || (isCommonPhrase(phrase) && standsAlone(source.slice(0, match.index), after))
  );
}

/** Nothing is said before the brackets but a label, a bullet or a cell's edge, and nothing of weight after them. */
const standsAlone = (before: string, after: string): boolean =>
  /(?:^|[:|>*+\-\]→(]|\d[.)])[ \t]*$/u.test(withRealGlyphs(before)) &&
  /^[ \t]*(?:$|[|\-:*,()→[])/u.test(withRealGlyphs(after));

function plainMark(pattern: RegExp, source: string): Mark | null {
  const match = pattern.exec(source);
  if (match === null) return null;
  const text = match[1] ?? match[0];
  return { index: match.index + match[0].lastIndexOf(text), text };
}

const rangeOf = (line: number, { index, text }: Mark): Range => ({
  start: { line, column: index + 1 },
  end: { line, column: index + 1 + text.length },
});
