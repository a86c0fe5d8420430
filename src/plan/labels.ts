import type { SectionBlock } from './sections.ts';
import { partOf, type TextLine } from './text-line.ts';

/** `**Name:** value` in the text. */
export interface Label {
  /** In small letters, without the colon. */
  readonly name: string;
  /** Up to the end of the line, or to the next label on it, as written; may be empty. */
  readonly value: TextLine;
  /** From its first star to the end of its value. */
  readonly whole: TextLine;
}

const BOLD = /(?:\*\*|__)([^*_:\n]{1,60})(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:)[ \t]*/y;
/** Between two labels on one line. */
const NEXT = /[ \t][|·•][ \t]+(?=\*\*|__)/g;
/** All of it in bold or in italics, `**Status: Complete**`: at most a remark in brackets follows. */
const WHOLE = /^(\*{1,3}|_{1,3})([^*_:\n]{1,60}):[ \t]+([^*_\n]{1,200})\1[ \t]*(?:\([^()\n]{0,80}\))?$/;
/** At the foot of a page it often stands in italics. */
const FOOTER = /^[*_]{0,3}((?:last )?updated)[*_]{0,3}:[*_]{0,3}[ \t]*/i;

/** The labels of a line; empty when it does not begin with one. */
export function labelsIn(line: TextLine): readonly Label[] {
  const labels: Label[] = [];
  for (const { from, to } of cellsOf(line.text)) {
    BOLD.lastIndex = from;
    const match = BOLD.exec(line.text);
    if (match === null) break;
    labels.push(labelOf(line, { from, value: from + match[0].length, to, name: match[1] ?? '' }));
  }
  if (labels.length > 0) return labels;
  const footer = FOOTER.exec(line.text);
  if (footer !== null) {
    return [labelOf(line, { from: 0, value: footer[0].length, name: footer[1] ?? '' })];
  }
  const [, marks = '', name, value = ''] = WHOLE.exec(line.text) ?? [];
  if (name === undefined) return [];
  const from = line.text.indexOf(value, marks.length + name.length + 1);
  return [labelOf(line, { from: 0, value: from, to: from + value.length, name })];
}

/** The labels of a block's own lines. */
export const labelsOf = (block: SectionBlock): readonly Label[] =>
  block.kind === 'table' ? [] : block.lines.flatMap(labelsIn);

function cellsOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const gaps = /^(?:\*\*|__)/.test(text) ? [...text.matchAll(NEXT)] : [];
  const starts = [0, ...gaps.map(({ index, 0: gap }) => index + gap.length)];
  return starts.map((from, place) => ({ from, to: gaps[place]?.index ?? text.length }));
}

function labelOf(
  line: TextLine,
  at: { readonly from: number; readonly value: number; readonly to?: number; readonly name: string },
): Label {
  return {
    name: at.name.trim().toLowerCase().replace(/\s+/g, ' '),
    value: partOf(line, at.value, at.to),
    whole: partOf(line, at.from, at.to),
  };
}
