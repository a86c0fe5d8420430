import { daysBetween } from '../plan/calendar-date.ts';
import { DRAFT_DAYS } from '../progress/plan-history.ts';
import { lifecycleRange } from './lifecycle-key.ts';
import { defineRule } from './rule.ts';
import { inDays, staleReason } from './stale-state.ts';

export const draftStale = defineRule({
  id: 'draft-stale',
  description: 'A draft is worked on, or given up.',
  concern: 'calendar',
  severity: { changes: 'off', scan: 'notice' },
  minimal: false,
  messages: {
    left: 'Nobody has touched the draft for {{days}}: go on with it, or archive it.',
  },
  *check(plan, context) {
    if (plan.lifecycle !== 'draft') return;
    const reason = staleReason(plan, context, 'draft-stale');
    if (reason === null || reason.since === null) return;
    yield {
      messageId: 'left',
      data: { days: inDays(daysBetween(reason.since, context.today) + DRAFT_DAYS) },
      range: lifecycleRange(plan),
      day: reason.since,
    };
  },
});
