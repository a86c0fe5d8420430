import { parseLifecycle } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { stateLine, writtenState } from './lifecycle-key.ts';
import { defineRule } from './rule.ts';

export const statusLifecycle = defineRule({
  id: 'status-lifecycle',
  description: 'Where a plan has both "status" and "lifecycle", they say the same.',
  concern: 'lifecycle',
  severity: { changes: 'error', scan: 'warning' },
  minimal: true,
  fixable: 'hint',
  messages: {
    disagree:
      '"status" says {{status}} and "lifecycle" says {{lifecycle}}: write "{{line}}", or correct "lifecycle".',
  },
  *check(plan) {
    const status = stateOf(plan, 'status');
    const lifecycle = stateOf(plan, 'lifecycle');
    if (status === null || lifecycle === null || status === lifecycle) return;
    yield {
      messageId: 'disagree',
      data: {
        status: writtenState(plan, 'status'),
        lifecycle: writtenState(plan, 'lifecycle'),
        line: stateLine(plan, lifecycle, 'status'),
      },
      range: plan.frontMatter.rangeOf(['status'], 'value'),
      subject: `${status} ${lifecycle}`,
    };
  },
});

const stateOf = ({ frontMatter: { data } }: Plan, key: 'status' | 'lifecycle') =>
  typeof data[key] === 'string' ? parseLifecycle(data[key]) : null;
