import { daysBetween } from '../plan/calendar-date.ts';
import { defineRule } from './rule.ts';
import { inDays } from './stale-state.ts';

export const blockerOverdue = defineRule({
  id: 'blocker-overdue',
  description: 'A blocker is resolved by its day.',
  concern: 'calendar',
  severity: { changes: 'notice', scan: 'warning' },
  minimal: false,
  messages: {
    overdue:
      'The day has passed by which this was to be resolved: {{names}}; close the blocker, or write a new "ETA:".',
  },
  *check(plan, { today }) {
    if (plan.lifecycle !== 'active') return;
    for (const { text, eta, isClosed, range } of plan.selfReport.blockers) {
      const date = eta?.date ?? null;
      if (isClosed || date === null || date >= today) continue;
      yield {
        messageId: 'overdue',
        data: { name: text },
        range,
        day: date,
        subject: text,
        help: `"${text}" was to be resolved by ${date}, ${inDays(daysBetween(date, today))} ago.`,
      };
    }
  },
});
