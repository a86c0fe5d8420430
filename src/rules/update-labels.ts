import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Plan } from '../plan/plan.ts';
import type { DatedMention } from '../plan/self-report.ts';
import { replaceRange, type TextEdit } from './text-edit.ts';

/** Lines at the end of a file, without empty ones, that may be its footer. */
const FOOTER_LINES = 10;

/**
 * `**Updated:**` and `**Last Updated:**` above the first heading of the second level, and at the foot of the file:
 * in between they speak of a part.
 */
export function updateLabels({ text, frontMatter, selfReport: { updates } }: Plan): readonly DatedMention[] {
  const lines = text.split('\n');
  const isText = (index: number): boolean => (lines[index] ?? '').trim() !== '';
  const heading = lines.findIndex((line, index) => index >= frontMatter.lineCount && /^#{2,6}\s/.test(line));
  const footer = [...lines.keys()].filter(isText).at(-FOOTER_LINES) ?? 0;
  return updates.filter(({ label, range: { start } }) => {
    const isHeader = heading === -1 || start.line - 1 < heading;
    return label !== 'Update Log' && (isHeader || start.line - 1 >= footer);
  });
}

export const labelEdits = (labels: readonly DatedMention[], date: CalendarDate): readonly TextEdit[] =>
  labels.flatMap(({ range }) => replaceRange(range, date));
