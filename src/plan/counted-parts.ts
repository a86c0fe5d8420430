import type { BodyPart } from './body-parts.ts';
import { plainText } from './inline-text.ts';
import { isOtherSection, isTaskListSection } from './section-names.ts';

/** The parts of a body outside of its phases, by whether they count. */
export interface Counted {
  readonly counted: readonly BodyPart[];
  readonly other: readonly BodyPart[];
}

/** Without phases everything counts but what stands under a heading such as "Testing" or "Rollout Plan". */
export const withoutOtherSections = (parts: readonly BodyPart[]): Counted =>
  bySection(parts, ({ depth, text }) => !(depth === 2 && isOtherSection(text)), { atStart: true });

/** Under an H1 that is a list of tasks its sections are as well. */
export function inTaskLists(parts: readonly BodyPart[]): Counted {
  let isInList = false;
  return bySection(
    parts,
    ({ depth, text }) => {
      if (depth === 1) isInList = isTaskListSection(text);
      return depth === 1 ? isInList : isTaskListSection(text) || (isInList && !isOtherSection(text));
    },
    { atStart: false },
  );
}

/** Asks at every H1 and H2 whether what stands below it counts. */
function bySection(
  parts: readonly BodyPart[],
  counts: (heading: { readonly depth: number; readonly text: string }) => boolean,
  { atStart }: { readonly atStart: boolean },
): Counted {
  const counted: BodyPart[] = [];
  const other: BodyPart[] = [];
  let isCounted = atStart;
  for (const part of parts) {
    if (part.kind === 'heading' && part.depth <= 2) {
      isCounted = counts({ depth: part.depth, text: plainText(part.text) });
    }
    (isCounted ? counted : other).push(part);
  }
  return { counted, other };
}
