import type { Plan } from '../../src/plan/plan.ts';
import type { Range } from '../../src/plan/position.ts';

/** Every place that a plan names in its body. */
export const rangesOf = ({
  selfReport,
  phases,
  otherItems,
  links,
  placeholders,
  malformedBoxes,
  uncountedPhases,
  checkedParents,
  waivers: { entries, snooze, misread },
}: Plan): readonly Range[] => {
  const { completion, onTrack, currentPhase, status, owner, nextReview, timeline } = selfReport;
  const single = [completion, onTrack, currentPhase, status, owner, nextReview, timeline.estimatedEnd];
  return [
    ...[
      ...single,
      ...timeline.milestones,
      ...selfReport.updates,
      ...selfReport.blockers,
      ...selfReport.risks,
    ],
    ...phases.flatMap(({ claims, time, files, items }) => [...claims, time, ...files, ...items]),
    ...[...malformedBoxes, ...uncountedPhases, ...checkedParents],
    ...[...otherItems, ...links, ...placeholders, ...entries, snooze, ...misread],
  ].flatMap((said) => said?.range ?? []);
};

/** What is wrong with a place in a text; null where it lies inside. */
export function misplaced(text: string, { start, end }: Range): string | null {
  const lines = text.split('\n');
  const lengthOf = (line: number): number => lines[line - 1]?.length ?? -1;
  const isInside = [start, end].every(({ line, column }) => column >= 1 && column <= lengthOf(line) + 1);
  const isForward = start.line < end.line || (start.line === end.line && start.column <= end.column);
  return isInside && isForward
    ? null
    : `${start.line}:${start.column}-${end.line}:${end.column} of ${lines.length} lines`;
}
