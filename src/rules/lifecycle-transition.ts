import { LIFECYCLES, type Lifecycle } from '../plan/lifecycle.ts';
import { lifecycleRange } from './lifecycle-key.ts';
import { listed } from './message.ts';
import { defineRule, type Severity } from './rule.ts';

/** Where a plan may go from each state; a word says how a step is remarked upon. */
const STEPS = {
  draft: { active: 'fine', archived: 'fine', superseded: 'fine' },
  active: { completed: 'fine', archived: 'fine', superseded: 'fine', draft: 'notice' },
  completed: { archived: 'fine', superseded: 'fine', active: 'warning' },
  archived: { draft: 'fine', active: 'warning' },
  superseded: { archived: 'fine' },
} as const satisfies Record<Lifecycle, Partial<Record<Lifecycle, 'fine' | Severity>>>;

export const lifecycleTransition = defineRule({
  id: 'lifecycle-transition',
  description: 'A plan goes from one state to the next in an order that makes sense.',
  concern: 'transition',
  severity: { changes: 'error', scan: 'off' },
  minimal: true,
  messages: {
    illegal: 'A plan does not go from {{from}} to {{to}}: from {{from}} it goes to {{next}}.',
    back: 'The plan goes from {{from}} back to {{to}}: make sure that this is meant, and say why in the plan.',
  },
  *check(plan, { base }) {
    const from = base?.lifecycle ?? null;
    const to = plan.lifecycle;
    if (from === null || to === null || from === to) return;
    const steps: Partial<Record<Lifecycle, 'fine' | Severity>> = STEPS[from];
    const step = steps[to];
    if (step === 'fine') return;
    const range = lifecycleRange(plan);
    const next = LIFECYCLES.filter((state) => steps[state] === 'fine');
    yield step === undefined
      ? { messageId: 'illegal', data: { from, to, next: listed(next, 'or') }, range }
      : { messageId: 'back', data: { from, to }, range, atMost: step };
  },
});
