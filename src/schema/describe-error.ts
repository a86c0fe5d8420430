import type { ErrorObject } from 'ajv';
import type { KeyPath } from '../plan/front-matter.ts';

/** Keywords that ask for a key, under the names that several drafts gave them. */
const REQUIRES: ReadonlySet<string> = new Set(['required', 'dependencies', 'dependentRequired']);

export const keywordOf = (error: ErrorObject): string =>
  REQUIRES.has(error.keyword) ? 'required' : error.keyword;

/** The value that an error is about: for a missing or a forbidden key the path with that key. */
export function pathOf(error: ErrorObject, data: unknown): KeyPath {
  const path = pointerPath(error.instancePath, data);
  const key = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']
    .map((name) => error.params[name])
    .find((value) => typeof value === 'string');
  return typeof key === 'string' ? [...path, key] : path;
}

function pointerPath(pointer: string, data: unknown): KeyPath {
  const path: (string | number)[] = [];
  let value: unknown = data;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(key) : key);
    value = isRecord(value) ? value[key] : undefined;
  }
  return path;
}

/** What the keyword asks for, as texts. */
export function expectedOf(error: ErrorObject): readonly string[] {
  const { params } = error;
  switch (keywordOf(error)) {
    case 'required':
      return texts(params.alternatives ?? params.missingProperty);
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return Object.keys(isRecord(error.parentSchema?.properties) ? error.parentSchema.properties : {});
    case 'enum':
      return texts(params.allowedValues);
    case 'const':
      return texts(params.allowedValue);
    default:
      return texts(params.type ?? params.format ?? params.pattern ?? params.limit ?? params.multipleOf);
  }
}

const texts = (value: unknown): readonly string[] => {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'string' ? one : JSON.stringify(one),
  );
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
