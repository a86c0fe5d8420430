import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { PlanCheckError } from '../plan-check-error.ts';
import { quotedValue } from './quoted-value.ts';

/**
 * A team's schema, compiled.
 * @throws {PlanCheckError} when it is no schema of the draft, refers to something outside itself, would
 * answer later, or cannot be compiled.
 */
export function compileUsable(ajv: Ajv, schema: object, path: string): ValidateFunction {
  refuseInvalid(ajv, schema, path);
  const validate = compiled(ajv, schema, path);
  // What it says later nobody would hear.
  if (validate.schemaEnv.$async) throw answersLater(path);
  return validate;
}

const answersLater = (path: string): PlanCheckError =>
  new PlanCheckError(
    `The schema "${path}" has "$async", which is not supported: nothing in a plan is waited for. Take it away.`,
  );

function compiled(ajv: Ajv, schema: object, path: string): ValidateFunction {
  try {
    return ajv.compile(schema);
  } catch (error) {
    if (error instanceof Ajv.MissingRefError) {
      throw new PlanCheckError(
        `The schema "${path}" refers to "${error.missingRef}", which is not part of it, and nothing is fetched: copy what it names into "$defs" and refer to that.`,
      );
    }
    // Deeper than the engine can follow; so is the search below.
    if (error instanceof RangeError) throw error;
    const pattern = brokenPattern(schema, '');
    if (pattern !== null) {
      throw new PlanCheckError(
        `The schema "${path}" is not a valid JSON Schema: "${pattern}" is no regular expression.`,
      );
    }
    const said = error instanceof Error ? error.message : String(error);
    if (said.startsWith(ASYNC_PART)) throw answersLater(path);
    const taken = TAKEN_ID.exec(said)?.[1];
    if (taken !== undefined) {
      throw new PlanCheckError(
        `The schema "${path}" has the "$id" ${quotedValue(taken)}, which is the name of another schema: give it one of its own, or take "$id" away.`,
      );
    }
    throw new PlanCheckError(`The schema "${path}" cannot be used: ${said.replace(/\.?$/, '.')}`);
  }
}

/** The draft's own schema says what is wrong with the team's, and where. */
function refuseInvalid(ajv: Ajv, schema: object, path: string): void {
  if (ajv.validateSchema(schema) === true) return;
  const error: ErrorObject | undefined = (ajv.errors ?? []).toSorted(byDepth)[0];
  const place = error === undefined || error.instancePath === '' ? '/' : error.instancePath;
  const said = error?.message ?? 'is not valid';
  throw new PlanCheckError(`The schema "${path}" is not a valid JSON Schema: "${place}" ${said}.`);
}

/** The deepest error says most. */
const byDepth = (a: ErrorObject, b: ErrorObject): number =>
  b.instancePath.split('/').length - a.instancePath.split('/').length;

/** The engine's words. */
const ASYNC_PART = 'async schema ';
const TAKEN_ID = /^schema with key or id "(.*)" already exists$/s;

/** Where the first `pattern` stands that cannot be read; the drafts themselves do not check that. */
function brokenPattern(schema: unknown, pointer: string): string | null {
  if (typeof schema !== 'object' || schema === null) return null;
  for (const [key, value] of Object.entries(schema)) {
    const place = `${pointer}/${key}`;
    const broken = key === 'pattern' && typeof value === 'string' && !isPattern(value) ? place : null;
    const found = broken ?? brokenPattern(value, place);
    if (found !== null) return found;
  }
  return null;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
