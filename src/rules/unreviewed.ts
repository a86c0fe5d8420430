import { defineRule } from './rule.ts';
import { staleBecause } from './stale-state.ts';

export const unreviewed = defineRule({
  id: 'unreviewed',
  description: 'An active plan says when it was last reviewed.',
  concern: 'calendar',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: true,
  messages: {
    never:
      'The plan is active and was never reviewed: compare it with reality and write the day into "reviewed".',
  },
  *check(plan, context) {
    if (context.activates || staleBecause(plan, context, 'unreviewed') === null) return;
    yield {
      messageId: 'never',
      range: plan.frontMatter.rangeOf(['reviewed'], 'value'),
      help: `Once reviewed, write "reviewed: ${context.today}".`,
    };
  },
});
