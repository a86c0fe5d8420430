import { defineRule } from './rule.ts';

export const unusedWaiver = defineRule({
  id: 'unused-waiver',
  description: 'A waiver hides something.',
  concern: 'schema',
  severity: { changes: 'notice', scan: 'notice' },
  minimal: false,
  limit: 10,
  waivable: false,
  messages: {
    nothing: 'The waiver of "{{rule}}" hides nothing: remove it.',
    off: 'The rule "{{rule}}" is off, so its waiver hides nothing: remove it.',
  },
  *check(_, { unusedWaivers }) {
    for (const { waiver, why } of unusedWaivers) {
      const rule = waiver.rule ?? '';
      yield { messageId: why, data: { rule }, range: waiver.range, subject: `${rule} ${waiver.reason}` };
    }
  },
});
