import type { Plan } from './plan.ts';
import { typeIn } from './plan-fields.ts';
import { withoutUnseen } from './unseen.ts';

/** Front matter `type`; null when absent, no text, or still the template's. */
export const declaredType = (plan: Plan): string | null =>
  plan.frontMatter.isTagged(['type']) ? null : typeIn(plan.frontMatter.data);

/** The same as somebody reads it: what shows as nothing, white space, and the shape of the letters do not matter. */
export function typeAsRead(plan: Plan): string | null {
  const type = declaredType(plan);
  return type === null
    ? null
    : withoutUnseen(type).normalize('NFKC').replace(/\s+/g, '').toLowerCase() || null;
}
