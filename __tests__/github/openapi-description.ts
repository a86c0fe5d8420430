import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Json = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Json;
}

export interface Operation {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  /** Of a JSON body; null when none is taken. */
  readonly bodySchema: Json | null;
  readonly isBodyRequired: boolean;
  /** Of the JSON answers, by status. */
  readonly answerSchemas: ReadonlyMap<number, Json>;
}

export interface Match {
  readonly operation: Operation;
  /** Percent-decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

interface Route {
  readonly template: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly item: Json;
}

/** GitHub's description of its REST API, as it is published. */
const description = readDescription();
const routes = Object.entries(asObject(description.paths))
  // An older spelling of `/compare/{basehead}`, which both would fit.
  .filter(([template]) => !template.includes('...'))
  .map(([template, item]) => describeRoute(template, asObject(item)))
  .sort((left, right) => literalLength(right.template) - literalLength(left.template));
const operations = new Map<Json, Operation>();

/** The operation that a method and path stand for; in one sentence why there is none. */
export function findOperation(method: string, path: string): Match | { readonly problem: string } {
  const fitting = routes.filter(({ pattern }) => pattern.test(path));
  if (fitting.length === 0) return { problem: `GitHub describes no path "${path}".` };
  for (const { pattern, names, item } of fitting) {
    const described = item[method.toLowerCase()];
    if (described === undefined) continue;
    const values = pattern.exec(path)?.slice(1) ?? [];
    const parameters = names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]);
    return { operation: describeOperation(asObject(described)), parameters: Object.fromEntries(parameters) };
  }
  return { problem: `GitHub describes no ${method} for "${fitting[0]?.template}".` };
}

/** A fresh copy of a payload of the description, to be filled with other values. */
export function examplePayload(name: string): Json {
  return asObject(structuredClone(resolveRef(`#/components/examples/${name}`).value));
}

/** What a `$ref` of the description points at. */
export function resolveRef(ref: string): Json {
  const names = ref.split('/').slice(1);
  return asObject(names.reduce<unknown>((node, name) => asObject(node)[name], description));
}

export function asObject(value: unknown): Json {
  if (typeof value !== 'object' || value === null) throw new Error(`An object was expected, not ${value}.`);
  return value as Json;
}

function readDescription(): Json {
  const path = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
  return asObject(JSON.parse(readFileSync(path, 'utf8')));
}

function describeRoute(template: string, item: Json): Route {
  const parameters = Object.values(item).flatMap((operation) => parametersOf(asObject(operation)));
  const long = new Set(
    parameters.filter((given) => given['x-multi-segment'] === true).map(({ name }) => name),
  );
  const names: string[] = [];
  const source = template.split(/(\{\w+\})/).map((part) => {
    if (!part.startsWith('{')) return part.replaceAll('.', '\\.');
    const name = part.slice(1, -1);
    names.push(name);
    return long.has(name) ? '(.+)' : '([^/]+)';
  });
  return { template, names, item, pattern: new RegExp(`^${source.join('')}$`) };
}

function describeOperation(described: Json): Operation {
  const known = operations.get(described);
  if (known !== undefined) return known;
  const body = dereference(described.requestBody ?? {});
  const answers = Object.entries(asObject(described.responses)).flatMap(([status, answer]) => {
    const schema = jsonSchema(dereference(answer));
    return schema === null ? [] : [[Number(status), schema] as const];
  });
  const operation: Operation = {
    id: String(described.operationId),
    parameters: parametersOf(described).map((given) => ({
      name: String(given.name),
      in: given.in === 'path' ? 'path' : 'query',
      required: given.required === true,
      schema: asObject(given.schema),
    })),
    bodySchema: jsonSchema(body),
    isBodyRequired: body.required === true,
    answerSchemas: new Map(answers),
  };
  operations.set(described, operation);
  return operation;
}

function parametersOf(operation: Json): readonly Json[] {
  const given = operation.parameters;
  return Array.isArray(given) ? given.map(dereference).filter((each) => each.in !== 'header') : [];
}

function jsonSchema(described: Json): Json | null {
  const json = asObject(described.content ?? {})['application/json'];
  return json === undefined ? null : asObject(asObject(json).schema);
}

function dereference(node: unknown): Json {
  const ref = asObject(node).$ref;
  return typeof ref === 'string' ? resolveRef(ref) : asObject(node);
}

function literalLength(template: string): number {
  return template.replaceAll(/\{\w+\}/g, '').length;
}
