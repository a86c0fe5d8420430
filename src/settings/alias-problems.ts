import type { ErrorObject } from 'ajv';
import { LIFECYCLES, normaliseWord } from '../plan/lifecycle.ts';
import { FIELDS } from '../plan/vocabulary.ts';
import type { ConfigProblem, ConfigValues } from './config-shape.ts';
import { shown } from './setting-problem.ts';

const KEYS = ['lifecycle-aliases', 'field-aliases'] as const;
type AliasKey = (typeof KEYS)[number];

/** What is ours in each of the two: `the state "draft"`. */
const OURS = { 'lifecycle-aliases': 'state', 'field-aliases': 'key' } as const satisfies Record<
  AliasKey,
  string
>;

/** An alias whose value is another alias: what that one means is to be written. Null for any other problem. */
export function aliasOfAlias(
  { instancePath, keyword, data }: ErrorObject,
  given: Readonly<Record<string, unknown>>,
): ConfigProblem | null {
  const key = KEYS.find((name) => instancePath.startsWith(`/${name}/`));
  const aliases = key === undefined ? undefined : given[key];
  if (key === undefined || keyword !== 'enum' || typeof data !== 'string' || !isRecord(aliases)) return null;
  if (!Object.hasOwn(aliases, data)) return null;
  const alias = Object.keys(aliases).find((name) => instancePath === `/${key}/${pointerPart(name)}`);
  if (alias === undefined) return null;
  const cure = `write the ${OURS[key]} that is meant`;
  return {
    at: [key, alias],
    onKey: false,
    sentence: `"${key}.${alias}" is ${shown(data)}, which is an alias itself: ${cure}.`,
  };
}

/** An alias that is no name: empty, or too long. Null for any other problem. */
export function aliasName({ instancePath, propertyName: name }: ErrorObject): ConfigProblem | null {
  const key = KEYS.find((one) => instancePath === `/${one}`);
  if (key === undefined || name === undefined) return null;
  const sentence =
    name === ''
      ? `"${key}" has an empty word; remove it.`
      : `"${key}" has ${shown(name)}, which is too long for a ${WORDS[key]}; shorten it.`;
  return { at: [key, name], onKey: true, sentence };
}

const WORDS = { 'lifecycle-aliases': 'word', 'field-aliases': 'key' } as const satisfies Record<
  AliasKey,
  string
>;

/** Aliases that say what they mean and still cannot be: of a word that is ours, or twice the same. */
export const aliasProblems = (values: ConfigValues): readonly ConfigProblem[] =>
  KEYS.flatMap((key) => {
    const aliases = Object.entries(values[key] ?? {});
    return aliases.flatMap(([alias, meaning], index) => {
      const sentence = problemOf(key, alias, meaning, aliases.slice(0, index));
      return sentence === null ? [] : [{ at: [key, alias], onKey: true, sentence }];
    });
  });

function problemOf(
  key: AliasKey,
  alias: string,
  meaning: string,
  before: readonly (readonly [string, string])[],
): string | null {
  if (key === 'lifecycle-aliases') {
    if (normaliseWord(alias) === '') return `"${key}" has an empty word; remove it.`;
    const state = LIFECYCLES.find((name) => name === normaliseWord(alias));
    if (state !== undefined) return isOurs(key, alias);
    const same = before.find(([other]) => normaliseWord(other) === normaliseWord(alias));
    return same === undefined
      ? null
      : `"${key}" has ${shown(alias)} beside ${shown(same[0])}, which is the same word; remove one.`;
  }
  if (FIELDS.some((field) => field === alias)) return isOurs(key, alias);
  const same = before.find(([, other]) => other === meaning);
  return same === undefined
    ? null
    : `"${key}" has both ${shown(same[0])} and ${shown(alias)} for "${meaning}"; keep one.`;
}

const isOurs = (key: AliasKey, alias: string): string =>
  `"${key}" has ${shown(alias)}, which is a ${OURS[key]} of Plan Check already; remove it.`;

const pointerPart = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
