import type { Delta, ItemChange } from '../progress/delta.ts';
import type { Links } from './links.ts';
import { link, text } from './markdown.ts';
import type { PlanResult } from './report.ts';

/** Items listed of each kind of move before the rest is counted. */
const MAX_ITEMS = 10;
/** Characters as shown. */
const ITEM_LENGTH = 160;

/** The items that a change moved, one by one, as a Markdown list; empty when none did. */
export function movedItems(plan: PlanResult, delta: Delta, links: Links): string {
  const { ticked, unticked, added, removed, moved } = delta.tasks;
  const lines = [
    ...group('Ticked', ticked, plan, links),
    ...group('Unticked', unticked, plan, links),
    ...group('Added', added, plan, links),
    ...group('Removed', removed, null, links),
    ...group('Moved', moved, plan, links),
  ];
  return lines.length === 0 ? '' : ['**Items that moved**\n', ...lines].join('\n');
}

/** A removed item has no line at the head, so it is not linked: `plan` is null. */
function group(
  label: string,
  items: readonly ItemChange[],
  plan: PlanResult | null,
  links: Links,
): readonly string[] {
  const shown = items.slice(0, MAX_ITEMS).map((item) => {
    const place = link(`line ${item.line}`, plan === null ? null : links.file(plan.path, item.line));
    const words = text(item.text, ITEM_LENGTH);
    return `- ${label}: ${words}${plan === null ? '' : ` (${place})`}`;
  });
  const rest = items.length - shown.length;
  return rest > 0 ? [...shown, `- ${label}: ${rest} more`] : shown;
}
