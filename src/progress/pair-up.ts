/** The members of two lists that belong together, and what is left of each. */
export interface Pairs<T> {
  readonly pairs: readonly (readonly [T, T])[];
  readonly left: readonly T[];
  readonly right: readonly T[];
}

/** Pairs the members of two lists that have the same key, in their order; a null key pairs with nothing. */
export function pairUp<T>(
  left: readonly T[],
  right: readonly T[],
  keyOfLeft: (member: T) => string | null,
  keyOfRight: (member: T) => string | null = keyOfLeft,
): Pairs<T> {
  const waiting = new Map<string, T[]>();
  for (const member of left.toReversed()) {
    const key = keyOfLeft(member);
    if (key === null) continue;
    const members = waiting.get(key);
    if (members === undefined) waiting.set(key, [member]);
    else members.push(member);
  }
  const pairs: (readonly [T, T])[] = [];
  const unpaired = right.filter((member) => {
    const key = keyOfRight(member);
    const partner = key === null ? undefined : waiting.get(key)?.pop();
    if (partner !== undefined) pairs.push([partner, member]);
    return partner === undefined;
  });
  const paired = new Set(pairs.map(([member]) => member));
  return { pairs, left: left.filter((member) => !paired.has(member)), right: unpaired };
}

/** Pairs what a step finds, and hands what is left to the next one. */
export const inSteps = <T>(
  steps: readonly ((left: readonly T[], right: readonly T[]) => Pairs<T>)[],
  left: readonly T[],
  right: readonly T[],
): Pairs<T> =>
  steps.reduce<Pairs<T>>(
    (found, step) => {
      const more = step(found.left, found.right);
      return { ...more, pairs: [...found.pairs, ...more.pairs] };
    },
    { pairs: [], left, right },
  );
