import type { Body } from './body.ts';
import type { BodyPart } from './body-parts.ts';
import type { CalendarDate } from './calendar-date.ts';
import { plainText } from './inline-text.ts';
import { isUnresolved } from './is-unresolved.ts';
import { kindOfHeading } from './item-kind.ts';
import { itemState } from './item-state.ts';
import type { PhaseHeading } from './phase-heading.ts';
import { type FoundPhases, findPhases } from './phase-sections.ts';
import type { Item, ItemKind, Phase, UncountedPhase } from './plan.ts';
import { FILE_START, type Range } from './position.ts';
import { isOtherSection, isTaskListSection } from './section-names.ts';
import { taskRows } from './task-table.ts';
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

/** Reads items with the nearest heading or label above them. */
function itemsOf(parts: readonly BodyPart[], today: CalendarDate | null): readonly Item[] {
  const items: (readonly Item[])[] = [];
  let headings: readonly { readonly depth: number; readonly kind: ItemKind | null }[] = [];
  let label: ItemKind | null = null;
  const kindHere = (nearer: string | null): ItemKind =>
    (nearer === null ? null : kindOfHeading(nearer)) ??
    label ??
    headings.findLast(({ kind }) => kind !== null)?.kind ??
    'task';
  for (const part of parts) {
    switch (part.kind) {
      case 'heading': {
        const kind = kindOfHeading(plainText(part.text));
        headings = [...headings.filter(({ depth }) => depth < part.depth), { depth: part.depth, kind }];
        label = null;
        break;
      }
      case 'label':
        label = kindOfHeading(plainText(part.text));
        break;
      case 'box':
        items.push([itemOf(part, kindHere(part.label))]);
        break;
      case 'open-group':
        break;
      case 'table':
        items.push(rowsOf(part, kindHere(null), today));
        break;
      default:
        part satisfies never;
    }
  }
  return items.flat();
}

/** Until it is read. */
const NOTHING_SAID = { claims: [], time: null, files: [], dependsOn: [] } as const;

const itemOf = (box: Extract<BodyPart, { kind: 'box' }>, kind: ItemKind): Item => ({
  kind,
  state: itemState(box.mark, box.text),
  text: plainText(box.text),
  mark: box.mark,
  dependsOn: box.dependsOn,
  range: box.range,
});

const rowsOf = (
  table: Extract<BodyPart, { kind: 'table' }>,
  kind: ItemKind,
  today: CalendarDate | null,
): readonly Item[] => taskRows(table, today).map((row) => ({ kind, mark: '', dependsOn: [], ...row }));

/** Boxes outside the phases are shown and never counted; tables there are no check lists. */
const asOther = (parts: readonly BodyPart[]): readonly Item[] =>
  parts.flatMap((part) => (part.kind === 'box' ? [itemOf(part, 'other')] : []));

function outsideOf(
  parts: readonly BodyPart[],
  sections: readonly { readonly from: number; readonly to: number }[],
): readonly BodyPart[] {
  const starts = [0, ...sections.map(({ to }) => to)];
  const ends = [...sections.map(({ from }) => from), parts.length];
  return starts.flatMap((start, index) => parts.slice(start, ends[index]));
}

interface Counted {
  readonly counted: readonly BodyPart[];
  readonly other: readonly BodyPart[];
}

/** Without phases everything counts but what stands under a heading such as "Testing" or "Rollout Plan". */
const withoutOtherSections = (parts: readonly BodyPart[]): Counted =>
  bySection(parts, ({ depth, text }) => !(depth === 2 && isOtherSection(text)), { atStart: true });

/** Under an H1 that is a list of tasks its sections are as well. */
function inTaskLists(parts: readonly BodyPart[]): Counted {
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
