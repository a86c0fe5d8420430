import { defineRule } from './rule.ts';

export const parentCheckedChildOpen = defineRule({
  id: 'parent-checked-child-open',
  description: 'A ticked box has no open box below it.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'notice' },
  minimal: false,
  messages: {
    open: 'Ticked, and not all below it is done: {{names}}; tick what is left, mark it "(N/A)", or take the tick back.',
  },
  *check({ checkedParents }) {
    for (const { text, openChildren, range } of checkedParents) {
      yield {
        messageId: 'open',
        data: { name: text },
        range,
        subject: text,
        help: `Below "${text}" ${openChildren === 1 ? '1 box is' : `${openChildren} boxes are`} open.`,
      };
    }
  },
});
