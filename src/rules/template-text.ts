import { isClosed } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { defineRule } from './rule.ts';

export const templateText = defineRule({
  id: 'template-text',
  description: 'Nothing of the template is left to be filled in.',
  concern: 'content',
  severity: { changes: 'error', scan: 'warning' },
  minimal: true,
  fixable: 'hint',
  messages: {
    head: 'Fill in what the template left open: {{names}}.',
    body: 'Replace the text of the template: {{names}}.',
  },
  *check(plan) {
    for (const { where, subject, text, range } of plan.placeholders) {
      const isBody = where === 'body';
      yield {
        messageId: isBody ? 'body' : 'head',
        data: {
          name:
            isBody || subject === '' ? text : where === 'front-matter' ? inNamesOf(plan, subject) : subject,
        },
        range,
        subject: `${where} ${subject} ${text}`,
        ...(isBody ? { atMost: 'warning' } : {}),
        // The schema is silent about a placeholder, so a closed plan is told about those in its keys.
        ...(where === 'front-matter' && isClosed(plan.lifecycle) ? { concern: 'schema' } : {}),
      };
    }
  },
});

/** `ai.priority` by the file's own names of the keys. */
function inNamesOf({ frontMatter: { nameOf } }: Plan, path: string): string {
  const [first = '', ...rest] = path.split('.');
  return [nameOf(first), ...rest].join('.');
}
