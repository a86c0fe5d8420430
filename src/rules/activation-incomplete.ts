import type { Plan } from '../plan/plan.ts';
import { lifecycleRange } from './lifecycle-key.ts';
import { listed } from './message.ts';
import { isPlaceholder } from './placeholder-keys.ts';
import { defineRule } from './rule.ts';

/** What the finding names; rules about one of these keys leave it to that. */
export const ACTIVATION_KEYS = ['owner', 'expires', 'reviewed'] as const;

export const activationIncomplete = defineRule({
  id: 'activation-incomplete',
  description: 'A plan becomes active with an owner, an end, a review and something to do.',
  concern: 'lifecycle',
  severity: { changes: 'error', scan: 'off' },
  minimal: false,
  messages: {
    incomplete: 'The plan becomes active without {{missing}}: add what is missing, or leave it a draft.',
  },
  *check(plan, { activates }) {
    if (!activates) return;
    const missing = [
      ...ACTIVATION_KEYS.filter((key) => isMissing(plan, key)).map(
        (key) => `"${plan.frontMatter.nameOf(key)}"`,
      ),
      ...(hasWork(plan) ? [] : ['a single task']),
    ];
    if (missing.length === 0) return;
    yield {
      messageId: 'incomplete',
      data: { missing: listed(missing, 'and') },
      range: lifecycleRange(plan),
    };
  },
});

/** What is still the template's is told by the rule about that. */
const isMissing = (plan: Plan, key: (typeof ACTIVATION_KEYS)[number]): boolean =>
  !Object.hasOwn(plan.frontMatter.data, key) && !isPlaceholder(plan, [key]);

/** A box or a row of a task table, wherever it stands; what was not read may hold one. */
const hasWork = ({ phases, otherItems, bodyProblem, unclosedFence }: Plan): boolean =>
  otherItems.length > 0 ||
  phases.some(({ items }) => items.length > 0) ||
  bodyProblem !== null ||
  unclosedFence !== null;
