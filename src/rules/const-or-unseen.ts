import type { KeyPath } from '../plan/front-matter.ts';
import { normaliseWord } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { withoutUnseen } from '../plan/unseen.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import { fixOf } from './fix-of.ts';
import { setValue } from './front-matter-edit.ts';
import type { SchemaWords } from './schema-messages.ts';
import { allowedWords, keyName } from './schema-words.ts';

/** Where nobody can see what is wrong with the one word that is allowed, it is said. */
export function constOrUnseen(
  plan: Plan,
  path: KeyPath,
  { actual, expected }: Pick<SchemaProblem, 'actual' | 'expected'>,
): SchemaWords {
  const key = keyName([plan.frontMatter.nameOf(String(path[0])), ...path.slice(1)]);
  const [word = ''] = expected;
  return withoutUnseen(actual) !== actual && normaliseWord(withoutUnseen(actual)) === normaliseWord(word)
    ? { messageId: 'unseen', data: { key, actual, nearest: word }, ...fixOf(setValue(plan, path, word)) }
    : { messageId: 'const', data: { key, actual, allowed: `"${allowedWords(expected)}"` } };
}
