import type { BodyPart } from './body-parts.ts';
import type { CalendarDate } from './calendar-date.ts';
import { plainText } from './inline-text.ts';
import { kindOfHeading } from './item-kind.ts';
import { itemState } from './item-state.ts';
import type { Item, ItemKind } from './plan.ts';
import { taskRows } from './task-table.ts';

/** Reads items with the nearest heading or label above them. */
export function itemsOf(parts: readonly BodyPart[], today: CalendarDate | null): readonly Item[] {
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

const itemOf = (box: Extract<BodyPart, { kind: 'box' }>, kind: ItemKind): Item => ({
  kind,
  state: itemState(box.mark, box.text),
  text: plainText(box.text),
  mark: box.mark,
  dependsOn: box.dependsOn,
  range: box.range,
});

export const rowsOf = (
  table: Extract<BodyPart, { kind: 'table' }>,
  kind: ItemKind,
  today: CalendarDate | null,
): readonly Item[] => taskRows(table, today).map((row) => ({ kind, mark: '', dependsOn: [], ...row }));

/** Boxes outside the phases are shown and never counted; of tables there only those under a heading of work are looked at, elsewhere. */
export const asOther = (parts: readonly BodyPart[]): readonly Item[] =>
  parts.flatMap((part) => (part.kind === 'box' ? [itemOf(part, 'other')] : []));
