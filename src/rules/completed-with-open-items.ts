import { isUnresolved } from '../plan/is-unresolved.ts';
import type { Item, ItemKind, Plan } from '../plan/plan.ts';
import { isCounted } from '../progress/count-items.ts';
import { listed } from './message.ts';
import { defineRule } from './rule.ts';

export const completedWithOpenItems = defineRule({
  id: 'completed-with-open-items',
  description: 'A completed plan has no open tasks, deliverables or gates.',
  concern: 'lifecycle',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: true,
  messages: {
    open: 'The plan is completed, and this is still open: {{names}}; tick, defer or drop what is left, or reopen the plan.',
  },
  *check(plan) {
    if (plan.lifecycle !== 'completed') return;
    const open = openItems(plan);
    const help = `Open: ${listed(
      KINDS.flatMap(({ kind, one, many }) => numberOf(open, kind, one, many)),
      'and',
    )}.`;
    for (const { kind, text, range } of open) {
      yield { messageId: 'open', data: { name: text }, range, subject: `${kind} ${text}`, help };
    }
  },
});

const KINDS: readonly { readonly kind: ItemKind; readonly one: string; readonly many: string }[] = [
  { kind: 'task', one: 'task', many: 'tasks' },
  { kind: 'deliverable', one: 'deliverable', many: 'deliverables' },
  { kind: 'gate', one: 'gate', many: 'gates' },
];

const openItems = ({ phases }: Plan): readonly Item[] =>
  phases.flatMap(({ items }) => items).filter((item) => isCounted(item) && isUnresolved(item));

function numberOf(items: readonly Item[], kind: ItemKind, one: string, many: string): readonly string[] {
  const { length } = items.filter((item) => item.kind === kind);
  return length === 0 ? [] : [`${length} ${length === 1 ? one : many}`];
}
