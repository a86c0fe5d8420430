import type { KeyPath } from '../plan/front-matter.ts';
import { listed } from './message.ts';

/** Allowed words that a message shows. */
const MAX_WORDS = 12;

/** `ai.priority`, `related_code[1]`. */
export const keyName = (path: KeyPath): string =>
  path.length === 0
    ? 'front matter'
    : path.reduce<string>(
        (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === '' ? key : `${name}.${key}`),
        '',
      );

/** `critical, high, medium, low`, the rest counted. */
export function allowedWords(words: readonly string[]): string {
  const left = words.length - MAX_WORDS;
  return left > 0 ? `${words.slice(0, MAX_WORDS).join(', ')} and ${left} more` : words.join(', ');
}

/** A schema may use any word, also one of those that every object has. */
const own = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined;

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'empty',
};

export const typeWords = (types: readonly string[]): string =>
  listed(
    types.map((type) => own(TYPES, type) ?? type),
    'or',
  );

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a day, YYYY-MM-DD',
  'date-time': 'a date with a time and a zone',
  time: 'a time',
  email: 'an e-mail address',
  uri: 'a URL',
  url: 'a URL',
  uuid: 'a UUID',
};

export const formatWords = ([format = '']: readonly string[]): string =>
  own(FORMATS, format) ?? `in the format "${format}"`;

const LIMITS: Readonly<Record<string, string>> = {
  minimum: 'be at least {}',
  maximum: 'be at most {}',
  exclusiveMinimum: 'be more than {}',
  exclusiveMaximum: 'be less than {}',
  multipleOf: 'be a multiple of {}',
  minLength: 'have at least this many characters: {}',
  maxLength: 'have at most this many characters: {}',
  minItems: 'have at least this many entries: {}',
  maxItems: 'have at most this many entries: {}',
  minProperties: 'have at least this many keys: {}',
  maxProperties: 'have at most this many keys: {}',
};

/** The end of "must …"; null for a keyword that sets no limit. */
export const limitWords = (keyword: string, [limit = '']: readonly string[]): string | null =>
  own(LIMITS, keyword)?.replace('{}', () => limit) ?? null;
