/** A source of chance that is the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from 0 up to, and without, `below`; 0 where nothing is below it. */
  upTo(below: number): number;
  /** @param values not empty. */
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
}

/** @param seed 32 bits of it count. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number): number => Math.floor(next() * below);
  return { upTo, pick: (values) => values[upTo(values.length)] ?? values[0] };
}
