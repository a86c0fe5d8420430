/**
 * Groups that every plan of a scan asks for: made once for each list, so that thousands of plans do not look at each other
 * one by one. A value without a key is in no group.
 */
export function groupedOnce<Value, Key>(
  keyOf: (value: Value) => Key | null,
): (values: Iterable<Value> & object) => ReadonlyMap<Key, readonly Value[]> {
  const made = new WeakMap<object, ReadonlyMap<Key, readonly Value[]>>();
  return (values) => {
    const known = made.get(values);
    if (known !== undefined) return known;
    const groups = new Map<Key, Value[]>();
    for (const value of values) {
      const key = keyOf(value);
      if (key === null) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
    made.set(values, groups);
    return groups;
  };
}
