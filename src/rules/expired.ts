import { daysBetween } from '../plan/calendar-date.ts';
import { defineRule } from './rule.ts';
import { inDays, staleBecause } from './stale-state.ts';

export const expired = defineRule({
  id: 'expired',
  description: 'A plan in force is not past its date.',
  concern: 'calendar',
  severity: { changes: 'warning', scan: 'error' },
  minimal: true,
  messages: {
    past: 'The plan expired on {{date}}, {{days}} ago: set "expires" to a day to come, or close the plan.',
  },
  *check(plan, context) {
    const { expires } = plan.dates;
    if (expires === null || staleBecause(plan, context, 'expired') === null) return;
    yield {
      messageId: 'past',
      data: { date: expires, days: inDays(daysBetween(expires, context.today)) },
      range: plan.frontMatter.rangeOf(['expires'], 'value'),
      day: expires,
    };
  },
});
