import { normaliseWord } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';

/** What stands under a key of `ai`; undefined when it is absent. */
export function agentSetting({ frontMatter: { data } }: Plan, key: string): unknown {
  const { ai } = data;
  return typeof ai === 'object' && ai !== null && Object.hasOwn(ai, key) ? Reflect.get(ai, key) : undefined;
}

/** Agents read the plan whatever they are asked. */
export function isAlwaysLoaded(plan: Plan): boolean {
  const load = agentSetting(plan, 'context_load');
  return typeof load === 'string' && normaliseWord(load) === 'always';
}
