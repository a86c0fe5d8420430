import type { Plan } from './plan.ts';
import { typeIn } from './plan-fields.ts';

/** Front matter `type`; null when absent, no text, or still the template's. */
export const declaredType = (plan: Plan): string | null => typeIn(plan.frontMatter.data);
