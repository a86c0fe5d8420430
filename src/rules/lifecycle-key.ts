import { type Lifecycle, normaliseWord, parseLifecycle } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';
import { wordOfState } from '../plan/vocabulary.ts';
import { scalarText } from './scalar-text.ts';

/** The key that says where the plan is in its life. */
export function lifecycleKey({ frontMatter: { data } }: Plan): 'lifecycle' | 'status' {
  const says = (key: string): boolean => typeof data[key] === 'string' && parseLifecycle(data[key]) !== null;
  return !says('lifecycle') && says('status') ? 'status' : 'lifecycle';
}

/** The line of the front matter that says `state`, in the keys and words of the team. */
export const stateLine = (plan: Plan, state: Lifecycle, key = lifecycleKey(plan)): string =>
  `${plan.frontMatter.nameOf(key)}: ${scalarText(wordOfState(state, plan.vocabulary), '')}`;

/** The word that the file has for the state that a key says: ours, or the team's as it is spelt in the configuration. */
export function writtenState(plan: Plan, key = lifecycleKey(plan)): string {
  const { frontMatter, vocabulary } = plan;
  const [word]: readonly unknown[] = [frontMatter.written[frontMatter.nameOf(key)]].flat();
  if (typeof word !== 'string') return '';
  const alias = [...vocabulary.lifecycleAliases.keys()].find(
    (one) => normaliseWord(one) === normaliseWord(word),
  );
  return parseLifecycle(word) ?? alias ?? word;
}

export const lifecycleRange = (plan: Plan): Range => plan.frontMatter.rangeOf([lifecycleKey(plan)], 'value');
