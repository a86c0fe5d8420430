import { type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import { defineRule } from './rule.ts';
import { saysMore } from './says-more.ts';
import { inDays } from './stale-state.ts';

export const expiryPushed = defineRule({
  id: 'expiry-pushed',
  description: 'A plan that gets more time says why.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'off' },
  minimal: false,
  messages: {
    pushed:
      'The plan expires {{days}} later, on {{date}}, and nothing else of it changes: say in it why it takes longer.',
  },
  *check(plan, { base, today }) {
    if (base === null || plan.lifecycle !== 'active') return;
    const before = base.dates.expires;
    const { expires, reviewed } = plan.dates;
    if (before === null || expires === null || expires <= before) return;
    // Who reviews a plan may find that it goes on.
    if (isLater(reviewed, base.dates.reviewed) || saysMore(base, plan)) return;
    yield {
      messageId: 'pushed',
      data: { days: inDays(daysBetween(before, expires)), date: expires },
      range: plan.frontMatter.rangeOf(['expires'], 'value'),
      help: `If you have just reviewed the plan, write "reviewed: ${today}" as well.`,
    };
  },
});

const isLater = (date: CalendarDate | null, before: CalendarDate | null): boolean =>
  date !== null && (before === null || date > before);
