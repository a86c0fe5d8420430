import { defineRule } from './rule.ts';

export const unclosedFence = defineRule({
  id: 'unclosed-fence',
  description: 'No code fence is left open and hides what stands below it.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'notice' },
  minimal: false,
  messages: {
    unclosed: 'This code fence is never closed and hides {{hidden}}: close it where the code ends.',
  },
  *check({ unclosedFence: fence, lifecycle }) {
    if (fence === null) return;
    const hidden = [counted(fence.headings, 'heading', 'headings'), counted(fence.boxes, 'box', 'boxes')];
    yield {
      messageId: 'unclosed',
      data: { hidden: hidden.flatMap((part) => part ?? []).join(' and ') },
      range: fence.range,
      // A plan is closed over what nobody sees.
      ...(lifecycle === 'completed' ? { concern: 'lifecycle' } : {}),
      help: 'Where it closes code, the fence that is missing stands further up.',
    };
  },
});

const counted = (count: number, one: string, many: string): string | null =>
  count === 0 ? null : `${count} ${count === 1 ? one : many}`;
