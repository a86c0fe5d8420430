import type { Body } from './body.ts';
import type { BodyPart } from './body-parts.ts';
import type { CalendarDate } from './calendar-date.ts';
import { inTaskLists, withoutOtherSections } from './counted-parts.ts';
import { plainText } from './inline-text.ts';
import { isUnresolved } from './is-unresolved.ts';
import { asOther, itemsOf, rowsOf } from './items-of.ts';
import type { PhaseHeading } from './phase-heading.ts';
import { type FoundPhases, findPhases } from './phase-sections.ts';
import type { Item, Phase, UncountedPhase } from './plan.ts';
import { FILE_START, type Range } from './position.ts';
import { partsInWorkSections } from './work-sections.ts';

export interface Checklists {
  /** The headings of the phases, as they were found. */
  readonly found: FoundPhases;
  readonly phases: readonly Phase[];
  readonly otherItems: readonly Item[];
  readonly uncounted: readonly UncountedPhase[];
  readonly openParents: readonly Item[];
  readonly openElsewhere: readonly Item[];
}

/**
 * Sorts every item of a body into its phase, and what stands outside of them beside.
 * Without phases the check lists of the plan are one unnamed phase. So are, where no phase holds an item, those under
 * a heading that calls them the work; they stand before the phases, which stay untracked.
 * A day after `today` is no day on which something was completed; null: every day is one.
 */
export function readPhases({ parts, footnotes }: Body, today: CalendarDate | null): Checklists {
  const found = findPhases(parts);
  const sections = found.phases;
  const phases = sections.map(({ heading, range, from, to }) =>
    phaseOf(heading, range, itemsOf(parts.slice(from + 1, to), today)),
  );
  const outside = outsideOf(parts, sections);
  const uncounted = uncountedIn(found, parts, today);
  if (phases.some(({ items }) => items.length > 0)) {
    const openParents = sections.flatMap(({ heading, from, to }) =>
      heading.dropped ? [] : openParentsIn(parts.slice(from + 1, to)),
    );
    return {
      found,
      phases,
      otherItems: asOther([...outside, ...footnotes]),
      uncounted,
      openParents,
      openElsewhere: openElsewhereIn(outside, today),
    };
  }

  const { counted, other } = phases.length === 0 ? withoutOtherSections(outside) : inTaskLists(outside);
  const items = itemsOf(counted, today);
  const unnamed: Phase = {
    name: '',
    number: null,
    range: FILE_START,
    dropped: false,
    items,
    ...NOTHING_SAID,
  };
  const isNeeded = items.length > 0 || phases.length === 0;
  return {
    found,
    phases: isNeeded ? [unnamed, ...phases] : phases,
    otherItems: asOther([...other, ...footnotes]),
    uncounted,
    openParents: openParentsIn(counted),
    openElsewhere: phases.length === 0 ? [] : openElsewhereIn(other, today),
  };
}

const openElsewhereIn = (parts: readonly BodyPart[], today: CalendarDate | null): readonly Item[] =>
  partsInWorkSections(parts)
    .flatMap((part) => (part.kind === 'table' ? rowsOf(part, 'other', today) : asOther([part])))
    .filter(isUnresolved);

/** They stand for the boxes of the same places. */
const openParentsIn = (parts: readonly BodyPart[]): readonly Item[] =>
  itemsOf(parts.filter(({ kind }) => kind !== 'box' && kind !== 'table').map(asBox), null);

const asBox = (part: BodyPart): BodyPart => (part.kind === 'open-group' ? { ...part, kind: 'box' } : part);

/** Of sections that are no list of phases only those that hold items; of those among the phases, open ones. */
const uncountedIn = (
  { uncounted }: FoundPhases,
  parts: readonly BodyPart[],
  today: CalendarDate | null,
): readonly UncountedPhase[] =>
  uncounted.flatMap(({ why, countedUnder, range, heading, text, isInList, from, to }) => {
    const items = itemsOf(parts.slice(from + 1, to), today);
    const phase = heading === null ? null : phaseOf(heading, range, items);
    const isTold = why === 'unread' ? items.some(isUnresolved) : isInList || items.length > 0;
    return isTold
      ? [
          {
            why,
            number: phase?.number ?? null,
            name: phase?.name ?? plainText(text),
            range,
            countedUnder,
            items: phase?.items ?? items,
          },
        ]
      : [];
  });

function phaseOf({ name, number, dropped }: PhaseHeading, range: Range, items: readonly Item[]): Phase {
  return {
    name,
    number,
    range,
    dropped,
    items: dropped ? items.map(dropUnresolved) : items,
    ...NOTHING_SAID,
  };
}

/** Nobody wants the open items of a dropped phase any more; what was done stays done. */
const dropUnresolved = (item: Item): Item => (isUnresolved(item) ? { ...item, state: 'cancelled' } : item);

/** Until it is read. */
const NOTHING_SAID = { claims: [], time: null, files: [], dependsOn: [] } as const;

function outsideOf(
  parts: readonly BodyPart[],
  sections: readonly { readonly from: number; readonly to: number }[],
): readonly BodyPart[] {
  const starts = [0, ...sections.map(({ to }) => to)];
  const ends = [...sections.map(({ from }) => from), parts.length];
  return starts.flatMap((start, index) => parts.slice(start, ends[index]));
}
