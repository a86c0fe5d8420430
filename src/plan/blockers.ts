import { type BlockerText, blockerOf } from './blocker.ts';
import { boldLabel } from './bold-label.ts';
import { labelsIn } from './labels.ts';
import type { Entry, Paragraph, Table } from './outline.ts';
import { isHistory, type Section } from './sections.ts';
import type { Blocker } from './self-report.ts';
import { columnsOf } from './table-columns.ts';
import type { TextLine } from './text-line.ts';

const BLOCKERS =
  /^(?:(?:current|active|open|known|resolved|closed|past|former) )*(?:blockers?|impediments?)(?: (?:&|and) .{1,40})?$/;
const CLOSED = /^(?:resolved|closed|past|former|cleared)\b/;
const OPEN = /^(?:active|open|current)$/;
const FIELD = /^(?:impact|blocks|owner|eta|due|status|resolved)$/;
const BLOCKER_COLUMN = /^(?:blockers?|impediments?|description|what|issue)$/;

/** What the entries that follow are: open or closed blockers, or something else. */
type Mode = 'open' | 'closed' | null;

/**
 * The entries of lists and tables under "Current Blockers", "Active blockers" and their like, the headings right below
 * such a heading, and what stands behind `**Blockers:**`. Prose is not read.
 */
export const readBlockers = (sections: readonly Section[]): readonly Blocker[] =>
  sections
    .filter((section) => !isHistory(section))
    .flatMap((section) => textsIn(section).flatMap((text) => blockerOf(text, section.phase?.number ?? null)));

/** The texts of blockers in a section, with the lines that belong to each. */
function textsIn(section: Section): readonly BlockerText[] {
  const { mode: modeOfSection, isBlocker } = modeOfHeading(section.names);
  const texts: BlockerText[] = [];
  let mode = modeOfSection;
  let below: TextLine[] | null = null;
  const begin = (lines: readonly TextLine[], isClosed: boolean): TextLine[] => {
    const linesBelow: TextLine[] = [];
    texts.push({ lines, below: linesBelow, cells: null, isClosed });
    return linesBelow;
  };
  if (isBlocker && section.heading !== null) below = begin([section.heading.line], mode === 'closed');
  for (const block of section.blocks) {
    if (block.kind === 'table') {
      if (mode !== null) texts.push(...rowsOf(block, mode));
      continue;
    }
    const label = labelOf(block);
    if (label !== null) {
      mode = modeOfName(label.name, mode !== null);
      below = null;
      if (mode === null || label.value === null) continue;
      // What stands behind the label is all that it says: a list below is another one.
      below = begin([label.value], mode === 'closed');
      mode = modeOfSection;
    } else if (isBlocker || block.level > 0) {
      below?.push(...block.lines);
    } else if (block.kind === 'entry') {
      below = mode === null ? null : begin(block.lines, mode === 'closed' || block.checked === true);
    } else if (below !== null) {
      // Prose behind a list ends what a label began.
      mode = modeOfSection;
      below = null;
    }
  }
  return texts;
}

/** A heading below that of the blockers is one of them, unless it parts the open from the closed. */
function modeOfHeading(names: readonly string[]): { readonly mode: Mode; readonly isBlocker: boolean } {
  const own = names.at(-1) ?? '';
  if (BLOCKERS.test(own)) return { mode: CLOSED.test(own) ? 'closed' : 'open', isBlocker: false };
  const around = names.findLast((name) => BLOCKERS.test(name));
  if (around === undefined) return { mode: null, isBlocker: false };
  if (CLOSED.test(own)) return { mode: 'closed', isBlocker: false };
  return { mode: CLOSED.test(around) ? 'closed' : 'open', isBlocker: !OPEN.test(own) };
}

function modeOfName(name: string, isAmongBlockers: boolean): Mode {
  const isNamed = BLOCKERS.test(name) || (isAmongBlockers && (CLOSED.test(name) || OPEN.test(name)));
  if (!isNamed) return null;
  return CLOSED.test(name) ? 'closed' : 'open';
}

/** A bold label that is no field of a blocker; `value` is null where nothing stands behind it on its line. */
function labelOf(
  block: Paragraph | Entry,
): { readonly name: string; readonly value: TextLine | null } | null {
  const [line] = block.lines;
  if (line === undefined || block.level > 0) return null;
  const [label] = labelsIn(line);
  const name = label?.name ?? boldLabel(line.text)?.toLowerCase() ?? null;
  const isHeadingOfList = block.kind === 'paragraph' || (name !== null && BLOCKERS.test(name));
  if (name === null || FIELD.test(name) || !isHeadingOfList) return null;
  return { name, value: label === undefined || label.value.text === '' ? null : label.value };
}

function rowsOf(table: Table, mode: Mode): readonly BlockerText[] {
  const { below } = columnsOf(table);
  return table.rows.flatMap((row) => {
    const cell = below(row, BLOCKER_COLUMN);
    const value = (heading: RegExp): string => below(row, heading)?.text ?? '';
    const cells = new Map([
      ['impact', value(/^(?:impact|blocks)$/)],
      ['owner', value(/^owner$/)],
      ['eta', value(/^(?:eta|due|due date|expected)$/)],
      ['status', value(/^(?:status|state)$/)],
    ]);
    return cell === null ? [] : [{ lines: [cell], below: [], cells, isClosed: mode === 'closed' }];
  });
}
