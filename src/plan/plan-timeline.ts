import { boldLabel } from './bold-label.ts';
import { plainText } from './inline-text.ts';
import { isStruck } from './item-state.ts';
import type { Entry, Table } from './outline.ts';
import { firstIn } from './plan-claims.ts';
import { isInSummary, type PlanLabel } from './plan-labels.ts';
import { isOfPlan, type Section } from './sections.ts';
import type { DatedMention, Milestone, Timeline } from './self-report.ts';
import { datesIn, type FoundDate, firstDateIn } from './spoken-date.ts';
import { columnsOf } from './table-columns.ts';
import { rangeOf, type TextLine } from './text-line.ts';

/** The plan's own time: of `**Timeline:**`, the key milestones and the current estimate. */
export function readTimeline(sections: readonly Section[], labels: readonly PlanLabel[]): Timeline {
  return {
    ...(firstIn(labels.filter(isTimeline), ({ value, whole }) => spanOf(value, whole)) ?? NO_SPAN),
    milestones: sections.filter(isOfPlan).flatMap(milestonesIn),
    estimatedEnd: firstIn(
      labels.filter(({ name }) => /^(?:current )?estimated completion(?: date)?$/.test(name)),
      ({ value }) => dated(value, 'Current estimated completion'),
    ),
  };
}

/** The first day of a value, as a mention; null without one. */
export function dated(value: TextLine, label: string): DatedMention | null {
  const date = firstDateIn(value.text);
  return date === null ? null : { date: date.date, label, range: rangeOf(value, date) };
}

const NO_SPAN = { start: null, end: null, range: null };

const isTimeline = (label: PlanLabel): boolean => label.name === 'timeline' && isInSummary(label);

type Span = Pick<Timeline, 'start' | 'end' | 'range'>;

const UNTIL = /(?:\b(?:to|until|till|through|by|before|due|ends?|ending)|[-–—→])[ \t:*]*$/i;
const FROM = /\b(?:from|since|starts?|starting|begins?|beginning)(?: on)?[ \t:*]*$/i;
const ONWARDS = /^[ \t]*(?:to|until|onwards?|[-–—→])(?![\p{L}\p{N}])/iu;

/** Two days are its start and its end; of one the words around it say which it is, else it is neither. */
function spanOf(value: TextLine, whole: TextLine): Span | null {
  const [first, second] = datesIn(value.text);
  if (first === undefined) return null;
  const range = rangeOf(whole);
  if (second !== undefined) return { start: first.date, end: second.date, range };
  const before = value.text.slice(0, first.index);
  const after = value.text.slice(first.index + first.length);
  if (UNTIL.test(before)) return { start: null, end: first.date, range };
  return FROM.test(before) || ONWARDS.test(after) ? { start: first.date, end: null, range } : null;
}

const MILESTONES = /^(?:key )?milestones?$/;

/** Entries with a day at either end, and rows with a day, under "Key milestones" or "Milestones". */
function milestonesIn({ names, blocks }: Section): readonly Milestone[] {
  const isNamed = MILESTONES.test(names.at(-1) ?? '');
  let isList = isNamed;
  return blocks.flatMap((block): readonly Milestone[] => {
    switch (block.kind) {
      case 'paragraph': {
        const label = boldLabel(block.lines[0]?.text ?? '');
        if (label !== null) isList = isNamed || MILESTONES.test(label.toLowerCase());
        return [];
      }
      case 'entry':
        return isList && block.level === 0 ? milestoneOf(block) : [];
      case 'table':
        return isList ? milestoneRows(block) : [];
      default:
        return block satisfies never;
    }
  });
}

function milestoneOf({ lines: [line] }: Entry): readonly Milestone[] {
  if (line === undefined || isStruck(line.text)) return [];
  const dates = datesIn(line.text);
  const date = [dates[0], dates.at(-1)].find((found) => found !== undefined && isAtAnEnd(found, line.text));
  if (date === undefined) return [];
  const rest = `${line.text.slice(0, date.index)} ${line.text.slice(date.index + date.length)}`;
  return [{ date: date.date, text: milestoneText(rest), range: rangeOf(line) }];
}

/** Without the separators that stood beside the day. */
function milestoneText(markdown: string): string {
  const isSeparator = (character: string | undefined): boolean => /^[\s:–—\-,.|*_()]$/.test(character ?? '');
  const text = plainText(markdown);
  let [from, to] = [0, text.length];
  while (isSeparator(text[from])) from += 1;
  while (to > from && isSeparator(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

const isAtAnEnd = ({ index, length }: FoundDate, text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text.slice(0, index)) || !/[\p{L}\p{N}]/u.test(text.slice(index + length));

function milestoneRows(table: Table): readonly Milestone[] {
  const { below } = columnsOf(table);
  return table.rows.flatMap((row) => {
    const name = below(row, /^milestones?$/);
    const date = firstDateIn(
      below(row, /^(?:(?:target|due|planned) )?(?:date|target|due|when)$/)?.text ?? '',
    );
    return name === null || date === null || isStruck(name.text)
      ? []
      : [{ date: date.date, text: plainText(name.text), range: row.range }];
  });
}
