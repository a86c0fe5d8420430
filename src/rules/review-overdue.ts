import { daysBetween } from '../plan/calendar-date.ts';
import { defineRule } from './rule.ts';
import { inDays, staleBecause } from './stale-state.ts';

export const reviewOverdue = defineRule({
  id: 'review-overdue',
  description: 'A plan is reviewed as often as it should be.',
  concern: 'calendar',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: true,
  messages: {
    overdue:
      'The last review was on {{date}}, {{days}} ago: compare the plan with reality and set "reviewed" to the day.',
  },
  *check(plan, context) {
    const { reviewed } = plan.dates;
    if (reviewed === null || staleBecause(plan, context, 'review-overdue') === null) return;
    yield {
      messageId: 'overdue',
      data: { date: reviewed, days: inDays(daysBetween(reviewed, context.today)) },
      range: plan.frontMatter.rangeOf(['reviewed'], 'value'),
      day: reviewed,
      help: `Once reviewed, write "reviewed: ${context.today}".`,
    };
  },
});
