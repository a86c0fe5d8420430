import { Ajv, type Options } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { PlanCheckError } from '../plan-check-error.ts';
import { jsonErrorLine } from './json-error.ts';
import { quotedValue } from './quoted-value.ts';

const DRAFTS = {
  'http://json-schema.org/draft-07/schema': Ajv,
  'https://json-schema.org/draft/2019-09/schema': Ajv2019,
  'https://json-schema.org/draft/2020-12/schema': Ajv2020,
} as const;

const DEFAULT_DRAFT = 'https://json-schema.org/draft/2020-12/schema';

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
    `The schema "${path}" has the "$schema" ${quotedValue($schema)}, which is not known: use one of ${allowed.join(', ')}.`,
  );
}

const drafts = (): readonly (keyof typeof DRAFTS)[] => [
  'http://json-schema.org/draft-07/schema',
  'https://json-schema.org/draft/2019-09/schema',
  'https://json-schema.org/draft/2020-12/schema',
];
