import type { Plan, ReferenceField } from '../plan/plan.ts';
import { FILE_START } from '../plan/position.ts';
import { targetPath } from './reference-target.ts';
import type { Relations } from './relations.ts';
import { defineRule } from './rule.ts';
import { fileName } from './same-named.ts';

/** Plans that are looked at from one plan. */
const MAX_PLANS = 200;
/** Plans of a cycle that a message names. */
const MAX_NAMED = 6;
/** Characters of a cycle in a message; a longer one stands in the help, where there is more room. */
const MAX_SHOWN = 200;

/** Each relation, with the key that says it from the other end. */
const KINDS: readonly { readonly forward: ReferenceField; readonly backward: ReferenceField | null }[] = [
  { forward: 'supersedes', backward: 'superseded_by' },
  { forward: 'depends_on', backward: null },
];

export const referenceCycle = defineRule({
  id: 'reference-cycle',
  description: 'No plan replaces itself or waits for itself, not even by way of others.',
  concern: 'reference',
  severity: { changes: 'error', scan: 'error' },
  minimal: true,
  messages: {
    self: '"{{field}}" names the plan itself: remove it.',
    cycle: '"{{field}}" goes in a circle: {{cycle}}; remove one of these references.',
  },
  *check(plan, { relations }) {
    for (const { forward, backward } of KINDS) {
      const own = plan.references.filter(({ field }) => field === forward || field === backward);
      const toItself = own.find((reference) => targetPath(plan, reference, relations) === plan.path);
      if (toItself !== undefined) {
        const { field, range } = toItself;
        yield { messageId: 'self', data: { field }, range, subject: `self ${field}` };
        continue;
      }
      const cycle = shortestCycle(plan.path, edgesFrom(plan, forward, backward, relations));
      if (cycle === null) continue;
      const whole = [...namesOf(cycle), namesOf(cycle)[0]].join(' → ');
      const shown = named(cycle).join(' → ');
      const link = own.find((reference) => cycle.includes(targetPath(plan, reference, relations) ?? ''));
      yield {
        messageId: 'cycle',
        data: { field: plan.frontMatter.nameOf(link?.field ?? forward), cycle: shown },
        range: link?.range ?? FILE_START,
        subject: `cycle ${[...cycle].sort().join(' ')}`,
        ...(whole.length > MAX_SHOWN || shown !== whole ? { help: `The circle: ${whole}.` } : {}),
      };
    }
  },
});

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/** Who names whom, among the plans that can be reached from one. A key read from the other end turns its edge round. */
function edgesFrom(
  start: Plan,
  forward: ReferenceField,
  backward: ReferenceField | null,
  relations: Relations,
): Edges {
  const edges = new Map<string, Set<string>>();
  const connect = (from: string, to: string): void => {
    edges.set(from, (edges.get(from) ?? new Set()).add(to));
  };
  const reached = new Map([[start.path, start]]);
  for (const plan of reached.values()) {
    for (const reference of plan.references) {
      const target = targetPath(plan, reference, relations);
      if (target === null) continue;
      if (reference.field === forward) connect(plan.path, target);
      else if (reference.field === backward) connect(target, plan.path);
      else continue;
      const next = relations.planAt(target);
      if (next !== null && reached.size < MAX_PLANS) reached.set(target, next);
    }
  }
  return edges;
}

/** The plans of the shortest way from a plan back to itself, in order; null when there is none. */
function shortestCycle(start: string, edges: Edges): readonly string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const path of queue) {
    for (const next of edges.get(path) ?? []) {
      if (next === start) return wayTo(path, start, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      queue.push(next);
    }
  }
  return null;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let path = end; path !== start; ) {
    path = cameFrom.get(path) ?? start;
    way.unshift(path);
  }
  return way;
}

/** By file name where that is enough. */
function namesOf(cycle: readonly string[]): readonly string[] {
  const short = cycle.map((path) => fileName(path).replace(/\.md$/i, ''));
  return new Set(short).size === cycle.length ? short : cycle;
}

/** `a → b → c → a`. */
function named(cycle: readonly string[]): readonly string[] {
  const names = namesOf(cycle);
  const left = names.length - MAX_NAMED;
  const middle = left > 0 ? [...names.slice(0, MAX_NAMED), `${left} more`] : names;
  return [...middle, names[0] ?? ''];
}
