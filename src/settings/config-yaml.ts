import {
  type Alias,
  type Document,
  isMap,
  isNode,
  parseDocument,
  visit,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import { PlanCheckError } from '../plan-check-error.ts';
import { configError } from './config-error.ts';

/** Characters: more than any configuration needs, and little enough that a hostile one costs no time. */
const MAX_CONFIG = 50_000;

export interface ConfigYaml {
  readonly data: Readonly<Record<string, unknown>>;
  /** Where a key or its value begins: characters from the start. */
  offsetOf(target: { readonly at: readonly string[]; readonly onKey: boolean }): number;
  /** `path:line:column` of an offset. */
  placeOf(offset: number): string;
}

/**
 * Reads YAML that is one mapping; an empty file is an empty one.
 * @throws {PlanCheckError} with a line `path:line:column: sentence` for each thing that cannot be read.
 */
export function readConfigYaml(text: string, path: string): ConfigYaml {
  if (text.length > MAX_CONFIG) {
    throw new PlanCheckError(
      `${path}: the configuration has over ${MAX_CONFIG} characters; make it shorter.`,
    );
  }
  const document = parseDocument(text, {
    ...{ version: '1.2', schema: 'core', merge: false, prettyErrors: false },
    // A key that is a collection is made into text once for each level that it is nested.
    stringKeys: true,
    resolveKnownTags: false,
    // A warning would quote the text into the log.
    logLevel: 'error',
  });
  // The parser counts lines as well, but misses those of a list that stands where none may be.
  const place = (offset: number): string => {
    const lines = text.slice(0, offset).split('\n');
    return `${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
  };
  const fail = (offset: number, sentence: string) => new PlanCheckError(`${place(offset)}: ${sentence}`);

  const exhausted = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  const errors = exhausted === undefined ? [...document.errors, ...document.warnings] : [exhausted];
  if (errors.length > 0) {
    const located = errors.map((error) => ({ offset: error.pos[0], sentence: describe(error) }));
    throw configError(located, place);
  }
  const alias = firstAlias(document);
  if (alias !== null) {
    throw fail(alias.range?.[0] ?? 0, `the alias "*${alias.source}" is not supported; write the value out.`);
  }
  const data: unknown = document.toJS() ?? {};
  if (!isRecord(data))
    throw fail(document.contents?.range?.[0] ?? 0, 'the configuration must be a mapping of keys to values.');
  return { data, offsetOf: ({ at, onKey }) => offsetOf(document, at, onKey), placeOf: place };
}

function describe({ code, message }: YAMLParseError | YAMLWarning): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'the key stands here a second time; keep one.';
    case 'TAB_AS_INDENT':
      return 'a tab cannot indent in YAML; use spaces.';
    case 'MULTIPLE_DOCS':
      return 'a second YAML document begins here; a configuration is one.';
    case 'NON_STRING_KEY':
      return 'a key must be text; put it in quotes.';
    case 'TAG_RESOLVE_FAILED':
      return 'a tag ("!…") is not supported; write the value without it.';
    case 'RESOURCE_EXHAUSTION':
      return 'the configuration is nested too deeply; write it without brackets inside of brackets.';
    default:
      return `this is not readable as YAML (${message.split('\n', 1)[0]}).`;
  }
}

function firstAlias(document: Document.Parsed): Alias | null {
  let found: Alias | null = null;
  visit(document, {
    Alias(_key, alias) {
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

function offsetOf(document: Document.Parsed, at: readonly string[], onKey: boolean): number {
  const parent = document.getIn(at.slice(0, -1), true) ?? document.contents;
  const key = at.at(-1);
  const pair = isMap(parent)
    ? parent.items.find((item) => isNode(item.key) && String(item.key) === key)
    : undefined;
  const node = onKey ? pair?.key : (pair?.value ?? document.getIn(at, true));
  return (isNode(node) ? node.range?.[0] : undefined) ?? 0;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
