import type { Options, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import planSchema from '../../schema/plan.schema.json' with { type: 'json' };
import { lazily } from '../lazily.ts';
import { parseCalendarDate } from '../plan/calendar-date.ts';
import type { FrontMatter } from '../plan/front-matter.ts';
import type { SchemaProblem } from './schema-problem.ts';
import { schemaProblems } from './schema-problems.ts';
import { openTeamSchema } from './team-schema.ts';
import { compileUsable } from './usable-schema.ts';

/** What a schema says against a front matter: at most one problem a property, in the order of the file's keys as far as the schema allows. */
export type SchemaValidator = (frontMatter: SchemaSubject) => readonly SchemaProblem[];

/** A team's own schema reads what the file has; the built-in one reads it in our words. */
export type SchemaSubject = Pick<FrontMatter, 'data' | 'written' | 'nameOf'>;

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
  const validate = compileUsable(ajv, schema, path);
  return ({ written }) => problemsOf(validate, written);
}

const builtIn = lazily((): SchemaValidator => {
  const ajv = new Ajv2020(OPTIONS);
  addFormats.default(ajv);
  // A date-time counts by its date part; a team that writes its own schema says itself what a date is.
  ajv.addFormat('date', (value) => parseCalendarDate(value) !== null);
  const validate = ajv.compile(planSchema);
  return (frontMatter) =>
    problemsOf(validate, frontMatter.data).map((problem) => inNamesOf(frontMatter, problem));
});

const problemsOf = (validate: ValidateFunction, data: unknown): readonly SchemaProblem[] =>
  validate(data) === true ? [] : schemaProblems(validate.errors ?? [], data);

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
