import type { ErrorObject } from 'ajv';

/**
 * Replaces what `anyOf` and `oneOf` say about all their branches by what helps: the one branch that was meant,
 * or one error that joins what the branches ask for. Errors that only join others (`if`, `propertyNames`) are left out.
 */
export function reduceAlternatives(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  let kept: readonly ErrorObject[] = [];
  for (const error of errors) {
    // An inner alternative comes before the outer one, so that each finds its branches already reduced.
    if (error.keyword === 'if') continue;
    else if (isFailedAlternative(error)) kept = reduceOne(error, kept);
    else if (error.keyword === 'propertyNames')
      kept = [...kept.filter((one) => !isAboutName(one, error)), error];
    else kept = [...kept, error];
  }
  return kept;
}

/** `oneOf` also fails when two branches match; then there is no branch to blame. */
const isFailedAlternative = ({ keyword, params }: ErrorObject): boolean =>
  (keyword === 'anyOf' || keyword === 'oneOf') && !Array.isArray(params.passingSchemas);

const isAboutName = (one: ErrorObject, { instancePath, params }: ErrorObject): boolean =>
  one.propertyName === params.propertyName && one.instancePath === instancePath;

function reduceOne(alternative: ErrorObject, kept: readonly ErrorObject[]): readonly ErrorObject[] {
  const isInside = (error: ErrorObject): boolean => belongsTo(alternative, error);
  const branches = [...Map.groupBy(kept.filter(isInside), (error) => branchOf(alternative, error)).values()];
  return [...kept.filter((error) => !isInside(error)), ...useful(alternative, branches)];
}

/** An error of a branch lies below the alternative's schema, or in a definition that a branch refers to. */
function belongsTo(alternative: ErrorObject, error: ErrorObject): boolean {
  const isAtValue =
    error.instancePath === alternative.instancePath ||
    error.instancePath.startsWith(`${alternative.instancePath}/`);
  if (!isAtValue) return false;
  return error.schemaPath.startsWith(`${alternative.schemaPath}/`) || isInDefinition(alternative, error);
}

const DEFINITION = /^[^#]*#\/(?:\$defs|definitions)\/[^/]*/;

function isInDefinition(alternative: ErrorObject, error: ErrorObject): boolean {
  const definition = DEFINITION.exec(error.schemaPath)?.[0];
  return definition !== undefined && refersTo(alternative.schema, definition);
}

const refersTo = (branches: unknown, definition: string): boolean =>
  Array.isArray(branches) &&
  branches.some(
    (branch: unknown) =>
      typeof branch === 'object' && branch !== null && '$ref' in branch && branch.$ref === definition,
  );

function branchOf(alternative: ErrorObject, error: ErrorObject): string {
  const inside = `${alternative.schemaPath}/`;
  if (!error.schemaPath.startsWith(inside)) return DEFINITION.exec(error.schemaPath)?.[0] ?? '';
  return error.schemaPath.slice(inside.length).split('/')[0] ?? '';
}

function useful(
  alternative: ErrorObject,
  branches: readonly (readonly ErrorObject[])[],
): readonly ErrorObject[] {
  const meant = branches.filter((branch) => !branch.some((error) => isOtherKind(alternative, error)));
  const [only, ...others] = meant;
  if (only !== undefined && others.length === 0) return only;
  return [joined(alternative, (meant.length > 0 ? meant : branches).flat())];
}

/** The value is of another type, or none of the words, of this branch: it was not meant. */
const isOtherKind = (alternative: ErrorObject, error: ErrorObject): boolean =>
  error.instancePath === alternative.instancePath &&
  (error.keyword === 'type' || error.keyword === 'enum' || error.keyword === 'const');

/** One error for all branches, when they ask for the same kind of thing. */
function joined(alternative: ErrorObject, errors: readonly ErrorObject[]): ErrorObject {
  const { schemaPath, instancePath } = alternative;
  const here = errors.filter((error) => error.instancePath === instancePath);
  const params = (names: readonly string[]): unknown[] => [
    ...new Set(here.flatMap((error) => names.flatMap((name) => error.params[name] ?? []))),
  ];
  const isOnly = (...keywords: readonly string[]): boolean =>
    errors.length > 0 &&
    here.length === errors.length &&
    errors.every(({ keyword }) => keywords.includes(keyword));
  const replaced = (keyword: string, values: ErrorObject['params']): ErrorObject => {
    const error: ErrorObject = { ...alternative, keyword, params: values, schemaPath, instancePath };
    return error;
  };
  if (isOnly('type')) return replaced('type', { type: params(['type']) });
  if (isOnly('enum', 'const'))
    return replaced('enum', { allowedValues: params(['allowedValues', 'allowedValue']) });
  if (isOnly('required')) {
    const alternatives = params(['missingProperty']);
    return replaced('required', { missingProperty: alternatives[0], alternatives });
  }
  // Words for a text, and other types beside it: the words are what the author was after.
  const words = here.filter(({ keyword }) => keyword === 'enum' || keyword === 'const');
  if (words.length > 0 && typeof alternative.data === 'string') {
    return replaced('enum', {
      allowedValues: words.flatMap(({ params: p }) => p.allowedValues ?? [p.allowedValue]),
    });
  }
  return alternative;
}
