import { isSchema, readSchema, type Schema } from './read-schema.ts';

/** A key that a front matter must have on its first level, and what the schema says of its value. */
export interface RequiredKey {
  readonly key: string;
  /** The values that are allowed, as text; empty where any is. */
  readonly allowed: readonly string[];
  /** JSON Schema's names; empty where the schema does not say. */
  readonly types: readonly string[];
  readonly format: string | null;
}

/** Schemas that are put together by reference or "allOf". */
const MAX_PARTS = 100;
const MAX_KEYS = 50;
const MAX_ALLOWED = 50;

/** In the order of the schema, at most 50; null of the built-in one, and of one that is no JSON. */
export function requiredKeys(text: string | null): readonly RequiredKey[] | null {
  const root = text === null ? null : readSchema(text);
  if (root === null) return null;
  const parts = partsOf(root, root);
  const names = parts.flatMap(({ required }) => texts(required));
  return [...new Set(names)].slice(0, MAX_KEYS).map((key) => {
    const own = parts
      .flatMap(({ properties }) =>
        isSchema(properties) && Object.hasOwn(properties, key) ? [properties[key]] : [],
      )
      .flatMap((schema) => partsOf(schema, root));
    return {
      key,
      allowed: own.flatMap(allowedIn).slice(0, MAX_ALLOWED),
      types: [...new Set(own.flatMap(({ type }) => (typeof type === 'string' ? [type] : texts(type))))],
      format: own.map(({ format }) => format).find((format) => typeof format === 'string') ?? null,
    };
  });
}

/** A schema with all that holds beside it, in order; each once. */
function partsOf(schema: unknown, root: Schema): readonly Schema[] {
  const parts = new Set<Schema>();
  const waiting = [schema];
  for (const part of waiting) {
    if (!isSchema(part) || parts.has(part)) continue;
    parts.add(part);
    if (waiting.length > MAX_PARTS) break;
    if (typeof part.$ref === 'string') waiting.push(namedBy(part.$ref, root));
    if (Array.isArray(part.allOf)) waiting.push(...part.allOf.slice(0, MAX_PARTS));
  }
  return [...parts];
}

/** What a reference inside of the schema names, such as `#/$defs/day`. */
function namedBy(reference: string, root: Schema): unknown {
  if (!/^#\/./.test(reference)) return null;
  return reference
    .slice(2)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, name) => (isSchema(value) && Object.hasOwn(value, name) ? value[name] : null),
      root,
    );
}

const allowedIn = (schema: Schema): readonly string[] => {
  const values: readonly unknown[] = Array.isArray(schema.enum)
    ? schema.enum
    : 'const' in schema
      ? [schema.const]
      : [];
  return values.flatMap((value) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [String(value)]
      : [],
  );
};

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
