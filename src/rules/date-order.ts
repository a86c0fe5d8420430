import { addDays, type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import type { PlanDates } from '../plan/plan.ts';
import { defineRule } from './rule.ts';

/** Days: east of the team it may be tomorrow already. */
const FUTURE_TOLERANCE = 1;

type Key = keyof PlanDates;

const NAMES = {
  created: 'created',
  lastUpdated: 'last_updated',
  reviewed: 'reviewed',
  expires: 'expires',
} as const satisfies Record<Key, string>;

/** The later day, and by how many days it must be later at least. */
const AFTER_CREATED: readonly { readonly later: Key; readonly least: number }[] = [
  { later: 'lastUpdated', least: 0 },
  { later: 'reviewed', least: 0 },
  { later: 'expires', least: 1 },
];

const IN_THE_PAST: readonly Key[] = ['created', 'lastUpdated', 'reviewed'];

export const dateOrder = defineRule({
  id: 'date-order',
  description: 'The dates of a plan follow each other, and what has happened is not in the future.',
  concern: 'schema',
  severity: { changes: 'error', scan: 'warning' },
  minimal: true,
  messages: {
    before: '"{{key}}" ({{date}}) is before "created" ({{created}}): correct the one that is wrong.',
    same: '"{{key}}" ({{date}}) is the day on which the plan was created: set a later day.',
    future: '"{{key}}" ({{date}}) is in the future: set the day on which it happened.',
  },
  *check({ dates, frontMatter }, { today }) {
    const at = (key: Key) => frontMatter.rangeOf([NAMES[key]], 'value');
    for (const { later, least } of AFTER_CREATED) {
      const date = dates[later];
      const created = dates.created;
      if (created === null || date === null || daysBetween(created, date) >= least) continue;
      yield {
        messageId: created === date ? 'same' : 'before',
        data: { key: frontMatter.nameOf(NAMES[later]), date, created },
        range: at(later),
        subject: `created ${NAMES[later]}`,
      };
    }
    for (const key of IN_THE_PAST) {
      const date = dates[key];
      if (date === null || !isFuture(date, today)) continue;
      yield {
        messageId: 'future',
        data: { key: frontMatter.nameOf(NAMES[key]), date },
        range: at(key),
        subject: `future ${NAMES[key]}`,
      };
    }
  },
});

const isFuture = (date: CalendarDate, today: CalendarDate): boolean =>
  date > addDays(today, FUTURE_TOLERANCE);
