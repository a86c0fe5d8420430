import type { Body, BodyPart } from './body.ts';
import { plainText } from './inline-text.ts';
import { isUnresolved } from './is-unresolved.ts';
import { kindOfHeading } from './item-kind.ts';
import { itemState } from './item-state.ts';
import type { PhaseHeading } from './phase-heading.ts';
import { type FoundPhases, findPhases, isOtherSection } from './phase-sections.ts';
import type { Item, ItemKind, Phase } from './plan.ts';
import { FILE_START, type Range } from './position.ts';
import { taskRows } from './task-table.ts';

export interface Checklists {
  /** The headings of the phases, as they were found. */
  readonly found: FoundPhases;
  readonly phases: readonly Phase[];
  readonly otherItems: readonly Item[];
}

/**
 * Sorts every item of a body into its phase, and what stands outside of them beside.
 * Where no phase holds an item, the check lists outside are the plan's only ones: they count as one unnamed
 * phase, before the phases, which stay untracked.
 */
export function readPhases({ parts }: Body): Checklists {
  const found = findPhases(parts);
  const sections = found.phases;
  const phases = sections.map(({ heading, range, from, to }) =>
    phaseOf(heading, range, parts.slice(from + 1, to)),
  );
  const outside = outsideOf(parts, sections);
  if (phases.some(({ items }) => items.length > 0)) return { found, phases, otherItems: asOther(outside) };

  const { counted, other } = withoutOtherSections(outside);
  const items = itemsOf(counted);
  const unnamed: Phase = {
    name: '',
    number: null,
    range: FILE_START,
    dropped: false,
    items,
    ...NOTHING_SAID,
  };
  const isNeeded = items.length > 0 || phases.length === 0;
  return { found, phases: isNeeded ? [unnamed, ...phases] : phases, otherItems: asOther(other) };
}

function phaseOf({ name, number, dropped }: PhaseHeading, range: Range, parts: readonly BodyPart[]): Phase {
  const items = itemsOf(parts);
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
function itemsOf(parts: readonly BodyPart[]): readonly Item[] {
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
      case 'table':
        items.push(taskRows(part).map((row) => ({ kind: kindHere(null), mark: '', dependsOn: [], ...row })));
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

/** Without phases everything counts but what stands under a heading such as "Testing" or "Rollout Plan". */
function withoutOtherSections(parts: readonly BodyPart[]): {
  readonly counted: readonly BodyPart[];
  readonly other: readonly BodyPart[];
} {
  const counted: BodyPart[] = [];
  const other: BodyPart[] = [];
  let isOther = false;
  for (const part of parts) {
    if (part.kind === 'heading' && part.depth <= 2) {
      isOther = part.depth === 2 && isOtherSection(plainText(part.text));
    }
    (isOther ? other : counted).push(part);
  }
  return { counted, other };
}
