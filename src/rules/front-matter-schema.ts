import { nearestWord } from '../nearest.ts';
import type { KeyPath } from '../plan/front-matter.ts';
import { contradictoryAliases, otherSpellings } from '../plan/in-our-words.ts';
import { normaliseWord } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { FILE_START } from '../plan/position.ts';
import { withoutUnseen } from '../plan/unseen.ts';
import { ourField, type Vocabulary } from '../plan/vocabulary.ts';
import { oneLine } from '../schema/one-line.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import { ACTIVATION_KEYS } from './activation-incomplete.ts';
import { fixOf, setValue } from './front-matter-edit.ts';
import { dotted, isPlaceholder } from './placeholder-keys.ts';
import { defineRule, type Finding } from './rule.ts';
import { hintForDay, hintForMissing } from './schema-hints.ts';
import { allowedWords, formatWords, keyName, limitWords, typeWords } from './schema-words.ts';
import { unusableValues } from './unusable-values.ts';

/** Problems that are about a key and not about its value. */
const ABOUT_KEY: ReadonlySet<string> = new Set([
  'required',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
]);

const messages = {
  date: '"{{actual}}" in "{{key}}" is not a day of the calendar: write one as YYYY-MM-DD.',
  cadence:
    '"{{actual}}" in "{{key}}" says no span of time: write days, such as "45 days", or a word, such as "monthly".',
  cadenceNear: '"{{actual}}" in "{{key}}" says no span of time; did you mean "{{nearest}}"?',
  both: '"{{alias}}" and "{{key}}" are one and the same, and they differ: "{{key}}" counts; take "{{alias}}" away.',
  required: 'Add the missing key {{missing}}.',
  empty: 'Write a value for {{missing}}: without one the key counts as missing.',
  enum: '"{{key}}" must be one of {{allowed}}.',
  enumNear: '"{{key}}" must be one of {{allowed}}; did you mean "{{nearest}}"?',
  spelling: 'Write "{{nearest}}" in place of "{{actual}}" in "{{key}}".',
  unseen: '"{{actual}}" in "{{key}}" holds characters that show as nothing: write "{{nearest}}" anew.',
  const: '"{{key}}" must be {{allowed}}; it is "{{actual}}".',
  type: '"{{key}}" must be {{types}}; it is {{actual}}.',
  quotes: '"{{key}}" must be text: write "{{actual}}" in quotes.',
  format: '"{{key}}" must be {{format}}; "{{actual}}" is none.',
  pattern: '"{{key}}" must match {{pattern}}; "{{actual}}" does not.',
  limit: '"{{key}}" must {{limit}}; it is {{actual}}.',
  length: '"{{key}}" must {{limit}}; it has {{length}}.',
  unique: '"{{key}}" must name each entry once: remove the second one.',
  extra: 'The schema does not allow the key "{{key}}": remove it.',
  extraNear: 'The schema does not allow the key "{{key}}"; did you mean "{{nearest}}"?',
  keyName: 'The schema does not allow a key of the name "{{key}}": rename it.',
  other: '"{{key}}" does not fit the schema: see what it says under "{{keyword}}".',
} as const;

type MessageId = keyof typeof messages;

export const frontMatterSchema = defineRule<MessageId>({
  id: 'front-matter-schema',
  description: 'The front matter is as the schema asks.',
  concern: 'schema',
  severity: { changes: 'error', scan: 'warning' },
  minimal: true,
  fixable: 'safe',
  limit: 10,
  messages,
  *check(plan, { schemaProblems, activates, today }) {
    const { frontMatter, vocabulary } = plan;
    if (frontMatter.state === 'missing') return;
    const unusable = unusableValues(plan);
    const isUnusable = ([first]: KeyPath): boolean =>
      unusable.some(({ key }) => key === ourField(String(first), vocabulary));
    for (const { key, messageId, data } of unusable) {
      yield {
        messageId,
        data,
        range: plan.frontMatter.rangeOf([key], 'value'),
        subject: `${key} ${data.actual}`,
        ...(messageId === 'date' ? hintForDay(data.key ?? key, data.actual ?? '') : {}),
      };
    }
    // A schema may leave the type open; what is checked as a plan is to say that it is one all the same.
    const { type } = frontMatter.data;
    if (
      type !== undefined &&
      !isPlaceholder(plan, ['type']) &&
      (typeof type !== 'string' || normaliseWord(type) !== 'plan') &&
      !schemaProblems.some(({ path: [first] }) => ourField(String(first), vocabulary) === 'type')
    ) {
      const actual = oneLine(type);
      yield {
        ...constOrUnseen(plan, ['type'], { actual, expected: ['plan'] }),
        range: plan.frontMatter.rangeOf(['type'], 'value'),
        subject: `type ${actual}`,
      };
    }
    const isJudgedBySchema = (field: string): boolean =>
      schemaProblems.some(
        ({ path: [first, ...rest], keyword }) =>
          rest.length === 0 &&
          (keyword === 'enum' || keyword === 'const') &&
          ourField(String(first), vocabulary) === field,
      );
    for (const { field, word, spelt } of otherSpellings(plan)) {
      if (isJudgedBySchema(field)) continue;
      yield {
        messageId: 'spelling',
        data: { key: frontMatter.nameOf(field), actual: word, nearest: spelt },
        range: frontMatter.rangeOf([field], 'value'),
        subject: `${field} ${word}`,
        atMost: 'notice',
        ...fixOf(setValue(plan, [field], spelt)),
      };
    }
    for (const { alias, field } of contradictoryAliases(frontMatter, vocabulary)) {
      yield {
        messageId: 'both',
        data: { alias, key: field },
        range: frontMatter.rangeOf([alias], 'key'),
        subject: `${alias} ${field}`,
        atMost: 'warning',
      };
    }
    for (const problem of schemaProblems) {
      const { path, keyword, expected, actual } = problem;
      if (isPlaceholder(plan, path) || isUnusable(path) || isToldByWaivers(problem)) continue;
      if (activates && keyword === 'required' && isAskedOnActivation(path, expected, vocabulary)) continue;
      yield {
        ...worded(plan, problem),
        ...(keyword === 'required' && expected.length === 1 && path.length === 1
          ? hintForMissing(plan, ourField(String(expected[0]), vocabulary), today)
          : {}),
        range: plan.frontMatter.rangeOf(path, ABOUT_KEY.has(keyword) ? 'key' : 'value'),
        subject: `${dotted(path)} ${actual}`,
      };
    }
  },
});

const isAskedOnActivation = (path: KeyPath, keys: readonly string[], vocabulary: Vocabulary): boolean =>
  path.length === 1 &&
  keys.every((key) => ACTIVATION_KEYS.some((field) => field === ourField(key, vocabulary)));

/** What stands inside of "check" is for the rule about waivers; whether the key may be there is for the schema. */
const isToldByWaivers = ({ path, keyword }: SchemaProblem): boolean =>
  path[0] === 'check' && (path.length > 1 || keyword === 'type');

/** One sentence a keyword. */
function worded(
  plan: Plan,
  { keyword, path, expected, actual }: SchemaProblem,
): Pick<Finding<MessageId>, 'messageId' | 'data' | 'atMost' | 'fix'> {
  const key = keyName(path);
  const data = { key, actual };
  switch (keyword) {
    case 'required': {
      const parent = path.slice(0, -1);
      const keys = expected.map((name) => `"${keyName([...parent, name])}"`);
      // Without a value it has a place all the same.
      const isThere =
        keys.length === 1 && path.length === 1 && plan.frontMatter.rangeOf(path, 'key') !== FILE_START;
      return { messageId: isThere ? 'empty' : 'required', data: { missing: keys.join(' or ') } };
    }
    case 'enum':
    case 'const': {
      const same = expected.find((word) => normaliseWord(word) === normaliseWord(actual));
      if (same !== undefined && same !== actual) {
        return {
          messageId: 'spelling',
          data: { ...data, nearest: same },
          atMost: 'notice',
          ...fixOf(setValue(plan, path, same)),
        };
      }
      const nearest = nearestWord(actual, expected);
      const allowed = allowedWords(expected);
      if (expected.length === 1) return constOrUnseen(plan, path, { actual, expected });
      return nearest === null
        ? { messageId: 'enum', data: { ...data, allowed } }
        : { messageId: 'enumNear', data: { ...data, allowed, nearest } };
    }
    case 'type':
      return expected.includes('string') && isBareWord(valueAt(plan, path))
        ? { messageId: 'quotes', data }
        : { messageId: 'type', data: { ...data, types: typeWords(expected) } };
    case 'format':
      return { messageId: 'format', data: { ...data, format: formatWords(expected) } };
    case 'pattern':
      return { messageId: 'pattern', data: { ...data, pattern: expected.join('') } };
    case 'uniqueItems':
      return { messageId: 'unique', data };
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const nearest = nearestWord(String(path.at(-1) ?? ''), expected);
      return nearest === null
        ? { messageId: 'extra', data }
        : { messageId: 'extraNear', data: { ...data, nearest } };
    }
    case 'propertyNames':
      return { messageId: 'keyName', data };
    default: {
      const limit = limitWords(keyword, expected);
      if (limit === null) return { messageId: 'other', data: { ...data, keyword } };
      const length = lengthOf(valueAt(plan, path));
      return length === null
        ? { messageId: 'limit', data: { ...data, limit } }
        : { messageId: 'length', data: { key, limit, length } };
    }
  }
}

/** Where nobody can see what is wrong with the one word that is allowed, it is said. */
function constOrUnseen(
  plan: Plan,
  path: KeyPath,
  { actual, expected }: Pick<SchemaProblem, 'actual' | 'expected'>,
): Pick<Finding<MessageId>, 'messageId' | 'data' | 'fix'> {
  const key = keyName([plan.frontMatter.nameOf(String(path[0])), ...path.slice(1)]);
  const [word = ''] = expected;
  return withoutUnseen(actual) !== actual && normaliseWord(withoutUnseen(actual)) === normaliseWord(word)
    ? { messageId: 'unseen', data: { key, actual, nearest: word }, ...fixOf(setValue(plan, path, word)) }
    : { messageId: 'const', data: { key, actual, allowed: `"${allowedWords(expected)}"` } };
}

/** What YAML read as a number or a truth value, where its author meant text. */
const isBareWord = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';

/** Of what a schema limits the size of: characters, entries or keys. */
function lengthOf(value: unknown): number | null {
  if (typeof value === 'string') return [...value].length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : null;
}

const valueAt = ({ frontMatter: { written } }: Plan, path: KeyPath): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    written,
  );
