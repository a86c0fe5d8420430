import { quotedNames } from './message.ts';
import { defineRule } from './rule.ts';

/** Plans; fewer may well be read in one sitting. */
const MANY = 5;

/** It is about the whole change, so it stands once: in the first of its plans. */
export const reviewBulkStamp = defineRule({
  id: 'review-bulk-stamp',
  description: 'Each plan that is called reviewed was read by somebody.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'off' },
  minimal: false,
  messages: {
    stamped:
      'In {{plans}} plans "reviewed" moves and not a word changes: take the date back where nobody has read the plan.',
  },
  *check(plan, { base, reviewStamps }) {
    if (base === null || reviewStamps.length < MANY || reviewStamps[0] !== plan.path) return;
    yield {
      messageId: 'stamped',
      data: { plans: reviewStamps.length },
      range: plan.frontMatter.rangeOf(['reviewed'], 'value'),
      help: `These are ${quotedNames(reviewStamps)}.`,
    };
  },
});
