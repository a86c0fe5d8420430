import { listed } from './message.ts';
import { defineRule } from './rule.ts';
import { isTemplateAt } from './template-at.ts';

export const riskIncomplete = defineRule({
  id: 'risk-incomplete',
  description: 'Of each great risk the plan says what is done against it, and by whom.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'off' },
  minimal: false,
  messages: {
    incomplete:
      'Likely and grave, and nobody is said to do something against it: {{names}}; fill in mitigation and owner.',
  },
  *check(plan) {
    for (const { text, probability, impact, mitigation, owner, range } of plan.selfReport.risks) {
      if (probability !== 'high' || impact !== 'high') continue;
      const missing = [
        ...(mitigation === null ? ['no mitigation'] : []),
        ...(owner === null ? ['no owner'] : []),
      ];
      if (missing.length === 0 || isTemplateAt(plan, range)) continue;
      yield {
        messageId: 'incomplete',
        data: { name: text },
        range,
        subject: text,
        help: `"${text}" has ${listed(missing, 'and')}.`,
      };
    }
  },
});
