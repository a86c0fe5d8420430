import type { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { distance } from 'fastest-levenshtein';
import { lazily } from '../lazily.ts';
import { doubledKeys } from './doubled-keys.ts';
import { oneLine } from './one-line.ts';
import { openTeamSchema } from './team-schema.ts';

const MAX_DOUBTS = 3;
const MAX_NAME = 60;

/**
 * What a team's schema says in vain, as one sentence: legal JSON Schema lets a misspelt keyword, a format that nobody
 * knows and the first of two keys pass in silence, and the plans with them. null where there is nothing of it.
 * @param text a schema that can be compiled.
 */
export function schemaDoubts(text: string, path: string): string | null {
  const doubts = [
    ...doubledKeys(text).map(
      ({ key, lines: [first, second] }) =>
        `"${name(key)}" stands twice (lines ${first} and ${second}), and the last one counts`,
    ),
    ...warningsOf(text, path),
  ];
  const all = [...new Set(doubts)];
  if (all.length === 0) return null;
  const more = all.length > MAX_DOUBTS ? [`and ${all.length - MAX_DOUBTS} more`] : [];
  return `The schema "${path}" says something in vain: ${[...all.slice(0, MAX_DOUBTS), ...more].join('; ')}.`;
}

/** The validator tells what it passes over: formats in the usual way, keywords in its strict one. */
function warningsOf(text: string, path: string): readonly string[] {
  const formats = warnings(text, path, { strictSchema: false, validateFormats: true }, formatDoubt);
  const keywords = warnings(text, path, { strictSchema: 'log', validateFormats: false }, keywordDoubt);
  return [...keywords, ...formats];
}

function warnings(
  text: string,
  path: string,
  options: { readonly strictSchema: false | 'log'; readonly validateFormats: boolean },
  doubt: (warning: string, ajv: Ajv) => string | null,
): readonly string[] {
  const said: string[] = [];
  const hear = (message: unknown): void => {
    said.push(String(message));
  };
  const logger = { log: () => {}, warn: hear, error: () => {} };
  const { ajv, schema } = openTeamSchema(text, path, {
    strict: false,
    ...options,
    validateSchema: false,
    logger,
  });
  ajv.compile(schema);
  return said.flatMap((warning) => doubt(warning, ajv) ?? []);
}

function formatDoubt(warning: string): string | null {
  const format = /^unknown format "([\s\S]*)" ignored/.exec(warning)?.[1];
  return format === undefined ? null : `the format "${name(format)}" is not known, and is not looked at`;
}

function keywordDoubt(warning: string, ajv: Ajv): string | null {
  const keyword = /unknown keyword: "([\s\S]*)"$/.exec(warning)?.[1];
  if (keyword === undefined || ANNOTATIONS.has(keyword) || /^x-/i.test(keyword)) return null;
  const known = Object.keys(ajv.RULES.keywords);
  if (newest().includes(keyword)) return `"${keyword}" is no keyword of this draft`;
  const meant = known
    .filter((candidate) => isMisspelt(keyword, candidate))
    .toSorted((a, b) => editsBetween(keyword, a) - editsBetween(keyword, b))[0];
  return meant === undefined ? null : `"${name(keyword)}" is no keyword (did you mean "${meant}"?)`;
}

const newest = lazily(() => Object.keys(new Ajv2020().RULES.keywords));

/** Said for people or other tools, and near a keyword all the same. */
const ANNOTATIONS: ReadonlySet<string> = new Set(['example', 'comment', 'id', 'descriptions']);

/** Other tools have keywords of their own, so that only what is very near is a slip: the letters in another order, one or two of them wrong. */
const isMisspelt = (word: string, keyword: string): boolean =>
  editsBetween(word, keyword) <= (word.length < 5 ? 0.5 : word.length < 7 ? 1 : word.length < 12 ? 2 : 3);

function editsBetween(word: string, keyword: string): number {
  const [a, b] = [word.toLowerCase(), keyword.toLowerCase()];
  if (lettersOf(a) === lettersOf(b)) return a === b ? 0 : 0.5;
  return a.replace(/y$/, 'ies') === b ? 1 : distance(a, b);
}

const lettersOf = (word: string): string => [...word].toSorted().join('');

const name = (text: string): string => oneLine(text, MAX_NAME);
