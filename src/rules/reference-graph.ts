import type { ReferenceField } from '../plan/plan.ts';
import { targetPath } from './reference-target.ts';
import type { Relations } from './relations.ts';
import { tangles } from './tangles.ts';

/** A relation between plans, with the key that says it from the other end. */
export interface RelationKind {
  readonly forward: ReferenceField;
  readonly backward: ReferenceField | null;
}

export interface ReferenceGraph {
  /** Who names whom, by path. A key read from the other end turns its edge round. */
  readonly edges: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of each plan that is on a circle, all that are on circles together with it. */
  readonly tangleOf: ReadonlyMap<string, ReadonlySet<string>>;
}

const known = new WeakMap<Relations, Map<ReferenceField, ReferenceGraph>>();

/** Of all plans that were loaded. Made once for all of them: each plan asks for it. */
export function referenceGraph(relations: Relations, kind: RelationKind): ReferenceGraph {
  const graphs = known.get(relations) ?? new Map<ReferenceField, ReferenceGraph>();
  known.set(relations, graphs);
  const graph = graphs.get(kind.forward) ?? graphOf(relations, kind);
  graphs.set(kind.forward, graph);
  return graph;
}

function graphOf(relations: Relations, { forward, backward }: RelationKind): ReferenceGraph {
  const edges = new Map<string, Set<string>>();
  const connect = (from: string, to: string): void => {
    const all = edges.get(from) ?? new Set();
    edges.set(from, all.add(to));
  };
  for (const plan of relations.plans) {
    for (const reference of plan.references) {
      if (reference.field !== forward && reference.field !== backward) continue;
      const target = targetPath(plan, reference, relations);
      if (target === null) continue;
      if (reference.field === forward) connect(plan.path, target);
      else connect(target, plan.path);
    }
  }
  return { edges, tangleOf: tangles(edges) };
}
