import type { PlanLabel } from './plan-labels.ts';
import { dated } from './plan-timeline.ts';
import { isHistory, type Section } from './sections.ts';
import type { DatedMention } from './self-report.ts';

const UPDATED: ReadonlyMap<string, string> = new Map([
  ['updated', 'Updated'],
  ['last updated', 'Last Updated'],
]);

/** Every place that says when the plan was last changed, in the order of the file. */
export const readUpdates = (
  sections: readonly Section[],
  labels: readonly PlanLabel[],
): readonly DatedMention[] =>
  [...labels.flatMap(labelledUpdate), ...sections.filter(isHistory).flatMap(logEntry)].toSorted(
    (a, b) => a.range.start.line - b.range.start.line,
  );

function labelledUpdate({ name, value }: PlanLabel): readonly DatedMention[] {
  const label = UPDATED.get(name);
  const mention = label === undefined ? null : dated(value, label);
  return mention === null ? [] : [mention];
}

/** A heading below that of the log that begins with a day. */
function logEntry({ heading, names }: Section): readonly DatedMention[] {
  const mention = heading === null || names.length < 2 ? null : dated(heading.line, 'Update Log');
  const before = heading?.line.text.slice(0, (mention?.range.start.column ?? 1) - heading.line.column) ?? '';
  return mention === null || /[\p{L}\p{N}]/u.test(before) ? [] : [mention];
}
