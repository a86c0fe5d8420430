import { defineRule } from './rule.ts';
import { staleBecause } from './stale-state.ts';

export const noExpiry = defineRule({
  id: 'no-expiry',
  description: 'An active plan says until when it may be relied upon.',
  concern: 'calendar',
  severity: { changes: 'notice', scan: 'warning' },
  minimal: false,
  messages: {
    endless: 'The plan is active and has no end: write its last day into "expires".',
  },
  *check(plan, context) {
    // A date of the template is left to the rule about the template.
    if (context.activates || Object.hasOwn(plan.frontMatter.data, 'expires')) return;
    if (staleBecause(plan, context, 'no-expiry') === null) return;
    yield { messageId: 'endless', range: plan.frontMatter.rangeOf(['expires'], 'value') };
  },
});
