import { Ajv, type ErrorObject, type Options } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import planSchema from '../../schema/plan.schema.json' with { type: 'json' };
import { lazily } from '../lazily.ts';
import { parseCalendarDate } from '../plan/calendar-date.ts';
import type { FrontMatter } from '../plan/front-matter.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import { jsonErrorLine } from './json-error.ts';
import type { SchemaProblem } from './schema-problem.ts';
import { schemaProblems } from './schema-problems.ts';

/** What a schema says against a front matter: at most one problem a property, in the order of the file's keys as far as the schema allows. */
export type SchemaValidator = (frontMatter: SchemaSubject) => readonly SchemaProblem[];

/** A team's own schema reads what the file has; the built-in one reads it in our words. */
export type SchemaSubject = Pick<FrontMatter, 'data' | 'written' | 'nameOf'>;

const DRAFTS = {
  'http://json-schema.org/draft-07/schema': Ajv,
  'https://json-schema.org/draft/2019-09/schema': Ajv2019,
  'https://json-schema.org/draft/2020-12/schema': Ajv2020,
} as const;

const DEFAULT_DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * A team's schema may carry keywords of other tools; nothing of it changes the data or is fetched. What every object of
 * JavaScript inherits, such as `constructor`, is no key of a front matter.
 */
const OPTIONS: Options = {
  ownProperties: true,
  allErrors: true,
  verbose: true,
  strict: false,
  $data: false,
  logger: false,
};

/**
 * Makes a validator of a JSON Schema (draft-07, 2019-09 or 2020-12 by its `$schema`; without one 2020-12).
 * @param text the team's schema; null for the built-in one.
 * @param path what errors call it.
 * @throws {PlanCheckError} when it is no JSON, no schema, of another draft, or refers to something outside itself.
 */
export function compileSchema(text: string | null, path: string): SchemaValidator {
  if (text === null) return builtIn();
  const { ajv, schema } = openTeamSchema(text, path, OPTIONS);
  return validatorOf(ajv, schema, 'team', path);
}

/**
 * A team's schema and the engine of its draft, which knows the usual formats.
 * @throws {PlanCheckError} when it is no JSON object, or of another draft.
 */
export function openTeamSchema(
  text: string,
  path: string,
  options: Options,
): { readonly ajv: Ajv; readonly schema: object } {
  const { $schema, ...schema } = parseSchema(text, path);
  const ajv = new DRAFTS[draftOf($schema, path)](options);
  addFormats.default(ajv);
  return { ajv, schema };
}

const builtIn = lazily(() => validatorOf(new Ajv2020(OPTIONS), planSchema, 'built-in', 'built-in'));

function validatorOf(ajv: Ajv, schema: object, from: 'built-in' | 'team', path: string): SchemaValidator {
  if (from === 'built-in') addFormats.default(ajv);
  // A date-time counts by its date part; a team that writes its own schema says itself what a date is.
  if (from === 'built-in') ajv.addFormat('date', (value) => parseCalendarDate(value) !== null);
  if (from === 'team') refuseInvalid(ajv, schema, path);
  const validate = compile(ajv, schema, path);
  return (frontMatter) => {
    const data = from === 'team' ? frontMatter.written : frontMatter.data;
    if (validate(data) === true) return [];
    const problems = schemaProblems(validate.errors ?? [], data);
    return from === 'team' ? problems : problems.map((problem) => inNamesOf(frontMatter, problem));
  };
}

/** A problem with our keys as one with those of the file. */
function inNamesOf({ nameOf }: SchemaSubject, problem: SchemaProblem): SchemaProblem {
  const [first, ...rest] = problem.path;
  if (typeof first !== 'string') return problem;
  const isMissing = problem.keyword === 'required' && rest.length === 0;
  return {
    ...problem,
    path: [nameOf(first), ...rest],
    expected: isMissing ? problem.expected.map(nameOf) : problem.expected,
  };
}

function parseSchema(text: string, path: string): Record<string, unknown> {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const schema = parseJson(json, path);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw new PlanCheckError(`The schema "${path}" must be a JSON object.`);
  }
  return { ...schema };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlanCheckError(`The schema "${path}" is not JSON: correct line ${jsonErrorLine(text) ?? 1}.`);
  }
}

function draftOf($schema: unknown, path: string): keyof typeof DRAFTS {
  if ($schema === undefined) return DEFAULT_DRAFT;
  const named = typeof $schema === 'string' ? $schema.replace(/#$/, '').replace(/^https?:/, '') : null;
  const draft = drafts().find((url) => url.replace(/^https?:/, '') === named);
  if (draft !== undefined) return draft;
  const allowed = drafts().map((url) => `"${url}"`);
  throw new PlanCheckError(
    `The schema "${path}" has the "$schema" ${shown($schema)}, which is not known: use one of ${allowed.join(', ')}.`,
  );
}

const drafts = (): readonly (keyof typeof DRAFTS)[] => [
  'http://json-schema.org/draft-07/schema',
  'https://json-schema.org/draft/2019-09/schema',
  'https://json-schema.org/draft/2020-12/schema',
];

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

function compile(ajv: Ajv, schema: object, path: string): ReturnType<Ajv['compile']> {
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
    const taken = TAKEN_ID.exec(said)?.[1];
    if (taken !== undefined) {
      throw new PlanCheckError(
        `The schema "${path}" has the "$id" ${shown(taken)}, which is the name of another schema: give it one of its own, or take "$id" away.`,
      );
    }
    throw new PlanCheckError(`The schema "${path}" cannot be used: ${said.replace(/\.?$/, '.')}`);
  }
}

/** The engine's words. */
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

const shown = (value: unknown): string => `"${typeof value === 'string' ? value : JSON.stringify(value)}"`;
