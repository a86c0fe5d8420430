import { parseLifecycle } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';

/** The key that says where the plan is in its life. */
export function lifecycleKey({ frontMatter: { data } }: Plan): 'lifecycle' | 'status' {
  const says = (key: string): boolean => typeof data[key] === 'string' && parseLifecycle(data[key]) !== null;
  return !says('lifecycle') && says('status') ? 'status' : 'lifecycle';
}

export const lifecycleRange = (plan: Plan): Range => plan.frontMatter.rangeOf([lifecycleKey(plan)], 'value');
