import { isUnresolved } from '../plan/is-unresolved.ts';
import type { Item, ItemKind, Plan } from '../plan/plan.ts';
import { isCounted } from '../progress/count-items.ts';
import { unfinishedClaims } from '../progress/unfinished-claims.ts';
import { listed } from './message.ts';
import { defineRule } from './rule.ts';
import { unfinishedStatus } from './unfinished-status.ts';

export const completedWithOpenItems = defineRule({
  id: 'completed-with-open-items',
  description: 'A completed plan has no open tasks, deliverables or gates.',
  concern: 'lifecycle',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: true,
  messages: {
    open: 'The plan is completed, and this is still open: {{names}}; tick what is done, mark the rest "(deferred)" or "(N/A)", or reopen the plan.',
    elsewhere:
      'The plan is completed, and outside of its phases this is open and not counted: {{names}}; tick it, mark it "(deferred)" or "(N/A)", or name the heading above it after what may stay open.',
    said: 'The plan is completed, and says itself that this is not: {{names}}; correct what it says, or reopen the plan.',
  },
  *check(plan, { base, isAdded }) {
    if (plan.lifecycle !== 'completed') return;
    const isClosing = isAdded || (base !== null && base.lifecycle !== 'completed');
    const open = openItems(plan, { isClosing });
    const help = `Open: ${listed(
      KINDS.flatMap(({ kind, one, many }) => numberOf(open, kind, one, many)),
      'and',
    )}.`;
    for (const { kind, text, range } of open) {
      yield { messageId: 'open', data: { name: text }, range, subject: `${kind} ${text}`, help };
    }
    const told = new Set(open.map(({ range }) => range.start.line));
    for (const { text, range } of plan.openElsewhere) {
      if (told.has(range.start.line)) continue;
      yield { messageId: 'elsewhere', data: { name: text }, range, subject: `elsewhere ${text}` };
    }
    const status = unfinishedStatus(plan);
    for (const { name, range } of [
      ...(status === null ? [] : [{ name: 'Status', range: status }]),
      ...unfinishedClaims(plan),
    ]) {
      yield { messageId: 'said', data: { name }, range, subject: `claim ${name}` };
    }
  },
});

const KINDS: readonly { readonly kind: ItemKind; readonly one: string; readonly many: string }[] = [
  { kind: 'task', one: 'task', many: 'tasks' },
  { kind: 'deliverable', one: 'deliverable', many: 'deliverables' },
  { kind: 'gate', one: 'gate', many: 'gates' },
];

/** Whoever closes a plan is asked for the boxes over finished ones as well. */
const openItems = (
  { phases, uncountedPhases, openParents }: Plan,
  { isClosing }: { readonly isClosing: boolean },
): readonly Item[] =>
  [...[...phases, ...uncountedPhases].flatMap(({ items }) => items), ...(isClosing ? openParents : [])]
    .filter((item) => isCounted(item) && isUnresolved(item))
    .toSorted((one, other) => one.range.start.line - other.range.start.line);

function numberOf(items: readonly Item[], kind: ItemKind, one: string, many: string): readonly string[] {
  const { length } = items.filter((item) => item.kind === kind);
  return length === 0 ? [] : [`${length} ${length === 1 ? one : many}`];
}
