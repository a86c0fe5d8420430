import { relatedCodeOf } from './related-code.ts';
import { defineRule } from './rule.ts';

export const relatedCodeTouched = defineRule({
  id: 'related-code-touched',
  description: 'Who changes code that an active plan is about knows of the plan.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'off' },
  minimal: false,
  messages: {
    touched:
      'The change touches code that this plan is about ({{names}}), and not the plan: look whether it still holds, and write down what moved.',
  },
  *check(plan, { touchedCode }) {
    if (plan.lifecycle !== 'active' || touchedCode.length === 0) return;
    for (const { entry, code } of relatedCodeOf(plan)) {
      const { pattern, range } = entry;
      const files = touchedCode.filter(code.matches);
      if (files.length === 0) continue;
      yield {
        messageId: 'touched',
        data: { name: pattern },
        range,
        subject: pattern,
        help: `Touched: ${shown(files)}.`,
      };
    }
  },
});

/** Files that are named. */
const MAX_FILES = 3;

function shown(files: readonly string[]): string {
  const more = files.length - MAX_FILES;
  return [
    ...files.slice(0, MAX_FILES).map((path) => `"${path}"`),
    ...(more > 0 ? [`${more} more`] : []),
  ].join(', ');
}
