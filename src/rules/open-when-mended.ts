import { isUnresolved } from '../plan/is-unresolved.ts';
import { withBody } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { isCounted } from '../progress/count-items.ts';
import { applySplices, splicesOf } from './splice.ts';
import { replaceRange } from './text-edit.ts';

/** 1-based lines of the boxes that GitHub does not show, and that would be open and counted if it did. */
export function openWhenMended(plan: Plan): ReadonlySet<number> {
  // An empty line more would move the others.
  const unparted = plan.malformedBoxes.filter(({ fixed, text }) => fixed === null && text.endsWith('[ ]'));
  const edits = plan.malformedBoxes.flatMap(({ range, fixed }) =>
    fixed === null ? [] : replaceRange(range, fixed),
  );
  const told = unparted.map(({ range }) => range.start.line);
  if (edits.length === 0) return new Set(told);
  const mended = withBody({ ...plan, text: applySplices(plan.text, splicesOf(edits, plan.text)) }, null);
  const items = mended.phases.flatMap((phase) => phase.items);
  const open = new Set(
    items.filter((item) => isCounted(item) && isUnresolved(item)).map(({ range }) => range.start.line),
  );
  return new Set([...told, ...edits.map(({ range }) => range.start.line).filter((line) => open.has(line))]);
}
