/**
 * What an answer must look like before it is believed. `commit`: a full id; `id`: a number, or one written as text.
 * An array has one member: the shape of each element. Keys that are not named may hold anything.
 */
export type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | 'id'
  | 'commit'
  | { readonly maybe: Shape }
  /** An object, whatever its keys are called. */
  | { readonly each: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> }
  | readonly [Shape];

/** `null` and what was left out are fine, too. */
export const maybe = (shape: Shape): Shape => ({ maybe: shape });

export const fields = (of: Readonly<Record<string, Shape>>): Shape => ({ fields: of });

/** What is wrong first, such as `"files.0.filename" is no text`; null when nothing is. */
export function shapeProblem(value: unknown, shape: Shape, path = ''): string | null {
  const name = path === '' ? 'the answer' : `"${path}"`;
  const at = (key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
  if (typeof shape === 'string') {
    if (value === undefined) return `${name} is missing`;
    return IS[shape](value) ? null : `${name} is no ${WORDS[shape]}`;
  }
  if (isList(shape)) {
    if (!Array.isArray(value)) return value === undefined ? `${name} is missing` : `${name} is no list`;
    return firstProblem(value.map((one, index) => [one, shape[0], at(index)] as const));
  }
  if ('maybe' in shape)
    return value === null || value === undefined ? null : shapeProblem(value, shape.maybe, path);
  if (value === undefined) return `${name} is missing`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${name} is no object`;
  if ('each' in shape)
    return firstProblem(Object.entries(value).map(([key, one]) => [one, shape.each, at(key)] as const));
  return firstProblem(
    Object.entries(shape.fields).map(([key, of]) => [Reflect.get(value, key), of, at(key)] as const),
  );
}

function firstProblem(parts: readonly (readonly [unknown, Shape, string])[]): string | null {
  for (const part of parts) {
    const problem = shapeProblem(...part);
    if (problem !== null) return problem;
  }
  return null;
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

const IS = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => typeof value === 'boolean',
  id: (value) =>
    (typeof value === 'string' || typeof value === 'number') && /^[1-9]\d{0,15}$/.test(String(value)),
  commit: (value) => typeof value === 'string' && /^(?:[\da-f]{40}|[\da-f]{64})$/.test(value),
} as const satisfies Record<Extract<Shape, string>, (value: unknown) => boolean>;

const WORDS = {
  text: 'text',
  number: 'number',
  flag: 'yes or no',
  id: 'number',
  commit: 'commit',
} as const satisfies Record<Extract<Shape, string>, string>;
