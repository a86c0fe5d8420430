import { daysBetween } from '../plan/calendar-date.ts';
import { DORMANT_DAYS } from '../progress/plan-history.ts';
import { lifecycleRange } from './lifecycle-key.ts';
import { defineRule } from './rule.ts';
import { inDays, staleReason } from './stale-state.ts';

export const dormant = defineRule({
  id: 'dormant',
  description: 'On a plan that is active somebody works.',
  concern: 'calendar',
  severity: { changes: 'off', scan: 'warning' },
  minimal: false,
  messages: {
    plan: 'The plan is active and has not changed for {{days}}: write down where it stands, or archive it.',
    both: 'The plan is active, and neither it nor its code has changed for {{days}}: write down where it stands, or archive it.',
  },
  *check(plan, context) {
    const reason = staleReason(plan, context, 'dormant');
    if (reason === null || reason.since === null) return;
    yield {
      messageId: context.history?.code.length === 0 ? 'plan' : 'both',
      data: { days: inDays(daysBetween(reason.since, context.today) + DORMANT_DAYS) },
      range: lifecycleRange(plan),
      day: reason.since,
    };
  },
});
