import { daysBetween } from '../plan/calendar-date.ts';
import { defineRule } from './rule.ts';
import { inDays, staleBecause } from './stale-state.ts';

export const expiringSoon = defineRule({
  id: 'expiring-soon',
  description: 'What happens to a plan is decided before it runs out.',
  concern: 'calendar',
  severity: { changes: 'notice', scan: 'warning' },
  minimal: false,
  messages: {
    soon: 'The plan expires {{when}}: close it by then, or set "expires" to a later day.',
  },
  *check(plan, context) {
    const { expires } = plan.dates;
    if (expires === null || staleBecause(plan, context, 'expiring-soon') === null) return;
    const left = daysBetween(context.today, expires);
    yield {
      messageId: 'soon',
      data: { when: left === 0 ? 'today' : `on ${expires}, in ${inDays(left)}` },
      range: plan.frontMatter.rangeOf(['expires'], 'value'),
      day: expires,
    };
  },
});
