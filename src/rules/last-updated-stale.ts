import { fixOf } from './fix-of.ts';
import { setValue } from './front-matter-edit.ts';
import { defineRule } from './rule.ts';
import { labelEdits, updateLabels } from './update-labels.ts';

/** Plans: a change that sweeps over so many is about something else. */
const SWEEP = 5;

const PATH = ['last_updated'] as const;

export const lastUpdatedStale = defineRule({
  id: 'last-updated-stale',
  description: 'A plan that changes says when.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'off' },
  minimal: false,
  fixable: 'safe',
  messages: {
    stale: 'The plan changes, and "last_updated" still says {{date}}: write "last_updated: {{today}}".',
  },
  *check(plan, { base, staleEdits, today }) {
    const date = plan.dates.lastUpdated;
    if (base === null || date === null || staleEdits.length >= SWEEP || !staleEdits.includes(plan.path))
      return;
    yield {
      messageId: 'stale',
      data: { date, today },
      range: plan.frontMatter.rangeOf(PATH, 'value'),
      ...fixOf(setValue(plan, PATH, today), labelEdits(updateLabels(plan), today)),
      fixNeedsChange: true,
    };
  },
});
