import { describe, expect, test } from '@jest/globals';
import { renderComment } from '../../src/report/comment.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { expectGolden } from './golden-file.ts';
import { auditLog, bookings } from './sample-plans.ts';
import { links, report } from './sample-report.ts';

test('the job summary lists what moved', () => {
  expectGolden('summary.md', renderSummary(report({ plans: [bookings, auditLog] }), links));
});

test('on a scan there is no column about a change', () => {
  const plans = [{ ...auditLog, change: 'unchanged', previousPath: null, delta: null } as const];
  const scan = report({ plans, trigger: { kind: 'scan', event: 'schedule', base: null, head: null } });
  expectGolden('summary-scan.md', renderSummary(scan, links));
});

test('shows at most ten items of a kind, and counts the rest', () => {
  const ticked = Array.from(
    { length: 13 },
    (_, index) => ({ text: `Task ${index}`, kind: 'task', phase: 'A', line: 1 }) as const,
  );
  const delta =
    bookings.delta === null ? null : { ...bookings.delta, tasks: { ...bookings.delta.tasks, ticked } };
  const markdown = renderSummary(report({ plans: [{ ...bookings, delta }] }), links);
  expect(markdown.match(/^- Ticked: Task \d+/gm)).toHaveLength(10);
  expect(markdown).toContain('- Ticked: 3 more');
});

describe('timelines', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...bookings, path: `plans/${100 + index}.md` }));

  test('are drawn for the first ten plans, and the others are counted', () => {
    const markdown = renderSummary(report({ plans: many(12) }), links);
    expect(markdown.match(/^```mermaid$/gm)).toHaveLength(10);
    expect(markdown).toContain('\n\n2 more plans with a timeline not drawn.\n\n</details>');
  });

  test('are the first to go where there is no room', () => {
    const all = report({ plans: many(3) });
    const whole = renderSummary(all, links);
    const shorter = renderSummary(all, links, { limit: Buffer.byteLength(whole) - 1 });
    expect(shorter.match(/^```mermaid$/gm)).toHaveLength(2);
    expect(shorter).toContain('_Left out for want of room: 1 timeline. ');
  });

  test('are not for a comment, nor for a plan that is gone or could not be read', () => {
    const gone = { ...bookings, change: 'removed' } as const;
    const unread = report({
      plans: [gone, { ...bookings, path: 'plans/unread.md' }],
      coverage: [{ what: 'file', path: 'plans/unread.md', message: 'It could not be read.', blocking: true }],
    });
    expect(renderSummary(unread, links)).not.toContain('mermaid');
    expect(renderComment(report({ plans: [bookings] }), links, { limit: 65_536 })).not.toContain('mermaid');
  });
});
