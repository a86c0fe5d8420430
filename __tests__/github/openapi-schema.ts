import { asObject, type Json, resolveRef } from './openapi-description.ts';

const COMPONENT = '#/components/schemas/';

/**
 * A schema of the description as plain JSON Schema: only the components that it needs go along,
 * `nullable` becomes a type, and what says nothing about validity is dropped.
 */
export function toJsonSchema(schema: Json): Json {
  const components: Record<string, unknown> = {};
  const waiting = new Set<string>();
  const converted = convert(schema, waiting);
  for (const ref of waiting) {
    components[ref.slice(COMPONENT.length)] = convert(resolveRef(ref), waiting);
  }
  return { ...asObject(converted), components: { schemas: components } };
}

const SILENT = new Set([
  'description',
  'example',
  'examples',
  'title',
  'deprecated',
  'externalDocs',
  'discriminator',
  'default',
]);

function convert(node: unknown, refs: Set<string>): unknown {
  if (Array.isArray(node)) return node.map((item) => convert(item, refs));
  if (typeof node !== 'object' || node === null) return node;
  const schema = asObject(node);
  const ref = schema.$ref;
  if (typeof ref === 'string') {
    refs.add(ref);
    return { $ref: ref };
  }
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (SILENT.has(key) || key.startsWith('x-') || key === 'nullable') continue;
    if (key === 'enum') result[key] = value;
    else if (key === 'properties') result[key] = convertProperties(asObject(value), refs);
    else result[key] = convert(value, refs);
  }
  return schema.nullable === true ? { anyOf: [{ type: 'null' }, result] } : result;
}

/** Names of properties are names, also when they read like keywords. */
function convertProperties(properties: Json, refs: Set<string>): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, convert(schema, refs)]),
  );
}
