import { expect, test } from '@jest/globals';
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
