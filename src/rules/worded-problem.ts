import { nearestWord } from '../nearest.ts';
import type { KeyPath } from '../plan/front-matter.ts';
import { normaliseWord } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { FILE_START } from '../plan/position.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import { constOrUnseen } from './const-or-unseen.ts';
import { fixOf } from './fix-of.ts';
import { setValue } from './front-matter-edit.ts';
import type { SchemaWords } from './schema-messages.ts';
import { allowedWords, formatWords, keyName, limitWords, typeWords } from './schema-words.ts';

/** One sentence a keyword. */
export function wordedProblem(plan: Plan, { keyword, path, expected, actual }: SchemaProblem): SchemaWords {
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
