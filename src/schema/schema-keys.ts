import { readSchema } from './read-schema.ts';

/** Levels of a schema that are looked at; deeper ones no front matter reaches. */
const MAX_DEPTH = 32;

const NO_KEYS: ReadonlySet<string> = new Set();

/** The names of all keys that a team's schema, as text, declares or requires, on any level; none of the built-in one. */
export function schemaKeys(text: string | null): ReadonlySet<string> {
  if (text === null) return NO_KEYS;
  const keys = new Set<string>();
  collect(readSchema(text), keys, 0);
  return keys;
}

function collect(schema: unknown, keys: Set<string>, depth: number): void {
  if (typeof schema !== 'object' || schema === null || depth > MAX_DEPTH) return;
  for (const [word, value] of Object.entries(schema)) {
    if (word === 'properties' && typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) keys.add(key);
    }
    if (word === 'required' && Array.isArray(value)) {
      for (const key of value) if (typeof key === 'string') keys.add(key);
    }
    collect(value, keys, depth + 1);
  }
}
