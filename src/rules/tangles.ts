type Edges = ReadonlyMap<string, ReadonlySet<string>>;

interface Visit {
  readonly name: string;
  readonly next: Iterator<string>;
  readonly order: number;
  /** The earliest visit that is reached from here and still open. */
  low: number;
}

/**
 * Groups of names each of which leads to all the others of its group (Tarjan's strongly connected components), by each
 * of its members. A name on no circle is in none; one that leads to itself alone is not either. Takes time in proportion
 * to the edges, and no stack of calls.
 */
export function tangles(edges: Edges): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, ReadonlySet<string>>();
  const orders = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const begin = (name: string): Visit => {
    const order = orders.size;
    orders.set(name, order);
    open.push(name);
    isOpen.add(name);
    return { name, next: (edges.get(name) ?? new Set<string>()).values(), order, low: order };
  };
  for (const start of edges.keys()) {
    const way: Visit[] = orders.has(start) ? [] : [begin(start)];
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const next = last.next.next();
      if (next.done !== true) {
        const order = orders.get(next.value);
        if (order === undefined) way.push(begin(next.value));
        else if (isOpen.has(next.value)) last.low = Math.min(last.low, order);
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before !== undefined) before.low = Math.min(before.low, last.low);
      if (last.low < last.order) continue;
      const group = new Set(open.splice(open.lastIndexOf(last.name)));
      for (const name of group) {
        isOpen.delete(name);
        if (group.size > 1) groups.set(name, group);
      }
    }
  }
  return groups;
}
