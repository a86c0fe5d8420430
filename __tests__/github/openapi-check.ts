import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { asObject, type Json, type Match, type Operation, type Parameter } from './openapi-description.ts';
import { toJsonSchema } from './openapi-schema.ts';
import type { Answer, GitHubRequest } from './request.ts';

/** Values in addresses are text; numbers and booleans are read from them. */
const ajvForText = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array' });
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajvForText);
addFormats.default(ajv);

/** By the operation's id and the part of it. */
const compiled = new Map<string, ValidateFunction>();

/** Sentences on what the description does not allow in this request; none when it is fine. */
export function checkRequest({ operation, parameters }: Match, request: GitHubRequest): readonly string[] {
  return [
    ...checkParameters('path', operation, parameters),
    ...checkParameters('query', operation, request.query),
    ...checkBody(operation, request.body),
  ];
}

/** Sentences on what the description does not allow in an answer with a JSON body. */
export function checkAnswer({ id, answerSchemas }: Operation, { status, body }: Answer): readonly string[] {
  const schema = answerSchemas.get(status);
  if (schema === undefined || typeof body === 'string' || body instanceof Uint8Array) return [];
  return problems(
    'answer',
    validator(`${id} ${status}`, () => ajv.compile(toJsonSchema(schema))),
    body,
  );
}

function checkParameters(place: Parameter['in'], operation: Operation, values: Json): readonly string[] {
  const described = operation.parameters.filter((parameter) => parameter.in === place);
  const validate = validator(`${operation.id} ${place}`, () =>
    ajvForText.compile({
      type: 'object',
      properties: Object.fromEntries(described.map(({ name, schema }) => [name, textSchema(schema)])),
      required: described.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    }),
  );
  return problems(place, validate, { ...values });
}

function checkBody({ id, bodySchema, isBodyRequired }: Operation, body: unknown): readonly string[] {
  if (body === undefined) return isBodyRequired ? ['The body is missing.'] : [];
  if (bodySchema === null) return ['A body is not taken.'];
  const unknown = Object.keys(asObject(body)).filter((name) => !knows(bodySchema, name));
  return [
    ...problems(
      'body',
      validator(`${id} body`, () => ajv.compile(toJsonSchema(bodySchema))),
      body,
    ),
    ...unknown.map((name) => `body: GitHub describes no property "${name}".`),
  ];
}

/** GitHub ignores properties that it does not know; a client that sends one is mistaken all the same. */
function knows(schema: Json, name: string): boolean {
  return !('properties' in schema) || name in asObject(schema.properties);
}

function textSchema(schema: Json): Json {
  const { components, ...converted } = toJsonSchema(schema);
  return converted;
}

function validator(key: string, compile: () => ValidateFunction): ValidateFunction {
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const validate = compile();
  compiled.set(key, validate);
  return validate;
}

function problems(place: string, validate: ValidateFunction, value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    return `${place}${instancePath}: ${message} (${JSON.stringify(params)}).`;
  });
}
