import { addDays, daysBetween } from '../plan/calendar-date.ts';
import type { Plan } from '../plan/plan.ts';
import type { DatedMention } from '../plan/self-report.ts';
import { fixOf } from './fix-of.ts';
import { setValue } from './front-matter-edit.ts';
import { defineRule } from './rule.ts';
import { labelEdits, updateLabels } from './update-labels.ts';

/** Days: an entry that is written in the evening is saved the next morning. */
const TOLERANCE = 1;

const PATH = ['last_updated'] as const;

export const lastUpdatedDisagrees = defineRule({
  id: 'last-updated-disagrees',
  description: 'All places that say when a plan last changed name the same day.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'notice' },
  minimal: false,
  fixable: 'safe',
  messages: {
    frontMatter:
      '"last_updated" says {{date}}, and {{place}} says {{newest}}: write "last_updated: {{newest}}".',
    label: '"{{label}}" says {{date}}, and {{place}} says {{newest}}: write {{newest}} here as well.',
  },
  *check(plan, { today }) {
    const { lastUpdated } = plan.dates;
    const latest = addDays(today, TOLERANCE);
    // A day that is still to come is a mistake of another kind.
    if (lastUpdated === null || lastUpdated > latest) return;
    const labels = updateLabels(plan).filter(({ date }) => date <= latest);
    const newest = newestOf([...labels, ...logEntries(plan).filter(({ date }) => date <= latest)]);
    const day = newest === null || newest.date < lastUpdated ? lastUpdated : newest.date;
    const place = newest === null || day === lastUpdated ? '"last_updated"' : placeName(newest);
    const isBehind = (date: typeof day): boolean => daysBetween(date, day) > TOLERANCE;
    if (isBehind(lastUpdated)) {
      yield {
        messageId: 'frontMatter',
        data: { date: lastUpdated, newest: day, place },
        range: plan.frontMatter.rangeOf(PATH, 'value'),
        ...fixOf(setValue(plan, PATH, day)),
      };
    }
    for (const behind of labels.filter(({ date }) => isBehind(date))) {
      yield {
        messageId: 'label',
        data: { label: behind.label, date: behind.date, newest: day, place },
        range: behind.range,
        ...fixOf(labelEdits([behind], day)),
      };
    }
  },
});

const logEntries = ({ selfReport: { updates } }: Plan): readonly DatedMention[] =>
  updates.filter(({ label }) => label === 'Update Log');

const newestOf = (mentions: readonly DatedMention[]): DatedMention | null =>
  mentions.toSorted((a, b) => daysBetween(b.date, a.date)).at(-1) ?? null;

const placeName = ({ label }: DatedMention): string =>
  label === 'Update Log' ? 'the newest entry of the update log' : `"${label}"`;
