import { distance } from 'fastest-levenshtein';
import { parseCalendarDate } from '../plan/calendar-date.ts';
import type { KeyPath } from '../plan/front-matter.ts';
import { inLatin } from '../plan/in-latin.ts';
import type { Plan } from '../plan/plan.ts';
import { isTemplateValue } from '../plan/template-values.ts';
import { withoutUnseen } from '../plan/unseen.ts';
import { FIELDS } from '../plan/vocabulary.ts';
import { defineRule } from './rule.ts';
import { keyName } from './schema-words.ts';

export const unknownField = defineRule({
  id: 'unknown-field',
  description: 'No key of the front matter is a known one misspelt.',
  concern: 'schema',
  severity: { changes: 'warning', scan: 'off' },
  minimal: false,
  fixable: 'hint',
  limit: 10,
  messages: {
    misspelt: 'Nothing reads the key "{{key}}": write "{{nearest}}" if that is meant.',
    twice: 'Nothing reads the key "{{key}}", which stands beside "{{nearest}}": take one of the two away.',
    disguised:
      'This key looks like "{{nearest}}" and has a character in it that shows as nothing or as another one, so nothing reads it: write it anew, or take it away.',
  },
  *check(plan, { schemaKeys, schemaProblems }) {
    for (const { path, nearest, isTwice } of misspelt(plan)) {
      const key = String(path.at(-1));
      // A schema that names the key knows what it means; one that refuses it says so itself.
      if (schemaKeys.has(key) || schemaProblems.some((problem) => keyName(problem.path) === keyName(path)))
        continue;
      yield {
        messageId: isDisguised(key) ? 'disguised' : isTwice ? 'twice' : 'misspelt',
        data: { key: keyName(path), nearest },
        range: plan.frontMatter.rangeOf(path, 'key'),
        subject: keyName(path),
      };
    }
  },
});

type Keys = readonly string[];

/** Keys below "ai"; what stands below "check" is the rules' about waivers. */
const AI_KEYS: Keys = ['priority', 'context_load', 'triggers', 'token_budget'];

interface Misspelt {
  readonly path: KeyPath;
  readonly nearest: string;
  /** The known key stands there as well. */
  readonly isTwice: boolean;
}

/** Keys that are known ones with a slip in them. */
export function misspelt({ frontMatter: { written, data }, vocabulary }: Plan): readonly Misspelt[] {
  const { ai } = data;
  return [
    ...within(written, [...FIELDS, ...vocabulary.fieldAliases.keys()], []),
    ...(isMapping(ai) ? within(ai, AI_KEYS, ['ai']) : []),
  ];
}

type Mapping = Readonly<Record<string, unknown>>;

/** Letters that are seen: no known key is nearly as long. */
const LONGEST = 60;

interface KnownKey {
  readonly name: string;
  readonly folded: string;
}

function within(mapping: Mapping, keys: Keys, above: KeyPath): readonly Misspelt[] {
  const known = keys.map((name): KnownKey => ({ name, folded: fold(name) }));
  return Object.entries(mapping).flatMap(([key, value]): readonly Misspelt[] => {
    if (keys.includes(key) || withoutUnseen(key).length > LONGEST) return [];
    const path = [...above, key];
    const folded = fold(key);
    const same = known.filter((one) => one.folded === folded).map(({ name }) => name);
    const there = same.find((name) => Object.hasOwn(mapping, name));
    if (there !== undefined) return [{ path, nearest: there, isTwice: true }];
    const nearest = isDisguised(key) ? (same[0] ?? null) : nearestKey(folded, value, known);
    return nearest === null || Object.hasOwn(mapping, nearest) ? [] : [{ path, nearest, isTwice: false }];
  });
}

/** It holds what no key of ours does: what shows as nothing, or a letter of another script. */
const isDisguised = (key: string): boolean => /[^\x20-\x7e]/.test(key) && KEYS_AS_SHOWN.has(fold(key));

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Letters: shorter keys are near to everything. */
const SHORTEST = 4;
/** Letters of the known key from which on two edits are still a slip. */
const LONG = 7;

/** The known key that a misspelt one stands for; null where it may well be a key of its own. */
function nearestKey(key: string, value: unknown, known: readonly KnownKey[]): string | null {
  const ranked = known
    .map(({ name, folded }) => ({ name, folded, edits: distance(key, folded) }))
    .filter(({ name, folded, edits }) => edits <= editsFor(key, folded) && suits(name, value))
    .toSorted((a, b) => a.edits - b.edits);
  return ranked[0]?.name ?? null;
}

/** Without case and separators, in the letters that it shows. */
const fold = (key: string): string => inLatin(key).replace(/[^\p{L}\p{N}]/gu, '');

const KEYS_AS_SHOWN: ReadonlySet<string> = new Set([...FIELDS, ...AI_KEYS].map((key) => fold(key)));

function editsFor(key: string, name: string): number {
  if (Math.min(key.length, name.length) < SHORTEST) return 0;
  return name.length < LONG ? 1 : 2;
}

const DATES: ReadonlySet<string> = new Set(['created', 'last_updated', 'reviewed', 'expires']);
const MAPPINGS: ReadonlySet<string> = new Set(['ai', 'check']);

/** `reviewer: Ann` and `created_by: Ann` are near to keys that hold a day, and are none. */
function suits(name: string, value: unknown): boolean {
  if (DATES.has(name)) {
    return typeof value === 'string' && (parseCalendarDate(value) !== null || isTemplateValue(value));
  }
  return MAPPINGS.has(name) === isMapping(value);
}
