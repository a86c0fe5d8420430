import { FILE_START } from '../plan/position.ts';
import { type ReferenceGraph, type RelationKind, referenceGraph } from './reference-graph.ts';
import { targetPath } from './reference-target.ts';
import { defineRule } from './rule.ts';
import { fileName } from './same-named.ts';

/** Plans among which the shortest circle of one plan is looked for; every plan of a larger tangle asks. */
const MAX_PLANS = 500;
/** Plans of a cycle that a message names. */
const MAX_NAMED = 6;
/** Plans of a cycle that the help names. */
const MAX_HELPED = 50;
/** Characters of a cycle in a message; a longer one stands in the help, where there is more room. */
const MAX_SHOWN = 200;

/** Each relation, with the key that says it from the other end. */
const KINDS: readonly RelationKind[] = [
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
    tangle: '"{{field}}" goes in a circle among {{plans}} plans: {{cycle}}; remove one of these references.',
  },
  *check(plan, { relations }) {
    for (const kind of KINDS) {
      const { forward, backward } = kind;
      const own = plan.references.filter(({ field }) => field === forward || field === backward);
      const toItself = own.find((reference) => targetPath(plan, reference, relations) === plan.path);
      if (toItself !== undefined) {
        const { field, range } = toItself;
        yield { messageId: 'self', data: { field }, range, subject: `self ${field}` };
        continue;
      }
      const { edges, tangleOf } = referenceGraph(relations, kind);
      const tangle = tangleOf.get(plan.path);
      if (tangle === undefined || own.length === 0) continue;
      const { cycle, isWhole } = shortestCycle(plan.path, edges, tangle);
      const link = own.find((reference) => {
        const target = targetPath(plan, reference, relations) ?? '';
        return isWhole ? cycle.includes(target) : tangle.has(target);
      });
      const field = plan.frontMatter.nameOf(link?.field ?? forward);
      const range = link?.range ?? FILE_START;
      const length = isWhole ? cycle.length : tangle.size;
      const shown = inWords(cycle, length, MAX_NAMED);
      if (!isWhole) {
        const data = { field, plans: tangle.size, cycle: shown };
        yield { messageId: 'tangle', data, range, subject: `tangle ${forward}` };
        continue;
      }
      const whole = inWords(cycle, length, MAX_HELPED);
      yield {
        messageId: 'cycle',
        data: { field, cycle: shown },
        range,
        subject: `cycle ${[...cycle].sort().join(' ')}`,
        ...(whole.length > MAX_SHOWN || shown !== whole ? { help: `The circle: ${whole}.` } : {}),
      };
    }
  },
});

interface Cycle {
  readonly cycle: readonly string[];
  /** False: it goes on through others of the tangle. */
  readonly isWhole: boolean;
}

/** The plans of the shortest way from a plan back to itself, in order; where that is long, how it begins. */
function shortestCycle(start: string, edges: ReferenceGraph['edges'], tangle: ReadonlySet<string>): Cycle {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const path of queue) {
    for (const next of edges.get(path) ?? []) {
      if (next === start) return { cycle: wayTo(path, start, cameFrom), isWhole: true };
      if (!tangle.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      if (queue.push(next) > MAX_PLANS) return { cycle: wayTo(next, start, cameFrom), isWhole: false };
    }
  }
  return { cycle: queue, isWhole: false };
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let path = end; path !== start; ) {
    path = cameFrom.get(path) ?? start;
    way.push(path);
  }
  return way.reverse();
}

/** By file name where that is enough. */
function namesOf(cycle: readonly string[]): readonly string[] {
  const short = cycle.map((path) => fileName(path).replace(/\.md$/i, ''));
  return new Set(short).size === cycle.length ? short : cycle;
}

/** `a → b → c → a`, with so many names at the most. `length` counts those of the cycle that are not given as well. */
function inWords(cycle: readonly string[], length: number, most: number): string {
  const shown = namesOf(cycle).slice(0, most);
  const left = length - shown.length;
  return [...shown, ...(left > 0 ? [`${left} more`] : []), ...shown.slice(0, 1)].join(' → ');
}
