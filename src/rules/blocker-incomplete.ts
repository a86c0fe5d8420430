import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';
import type { Blocker } from '../plan/self-report.ts';
import { listed } from './message.ts';
import { defineRule } from './rule.ts';
import { isTemplateAt } from './template-at.ts';

export const blockerIncomplete = defineRule({
  id: 'blocker-incomplete',
  description: 'Of each blocker the plan says who resolves it, and by when.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'notice' },
  minimal: false,
  messages: {
    incomplete: 'Say who resolves {{names}}, and by when: below each blocker stand "Owner:" and "ETA:".',
  },
  *check(plan) {
    for (const blocker of openBlockers(plan)) {
      const missing = [
        ...(blocker.owner === null ? ['no owner'] : []),
        ...(blocker.eta === null ? ['no ETA'] : []),
      ];
      if (missing.length === 0 || isTemplateAt(plan, withFields(blocker.range))) continue;
      yield {
        messageId: 'incomplete',
        data: { name: blocker.text },
        range: blocker.range,
        subject: blocker.text,
        help: `"${blocker.text}" has ${listed(missing, 'and')}.`,
      };
    }
  },
});

const openBlockers = ({ lifecycle, selfReport }: Plan): readonly Blocker[] =>
  lifecycle === 'active' ? selfReport.blockers.filter(({ isClosed }) => !isClosed) : [];

/** Lines below a blocker on which the template has its fields. */
const FIELD_LINES = 3;

const withFields = ({ start, end }: Range): Range => ({
  start,
  end: { ...end, line: end.line + FIELD_LINES },
});
