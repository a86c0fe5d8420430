import { describe, expect, test } from '@jest/globals';
import { deltaInWords } from '../../src/report/delta-words.ts';
import { progressBar, tasksInWords } from '../../src/report/progress-words.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { count, day, delta, item, phase, plan, progress } from './sample-report.ts';

const words = (parts: Parameters<typeof delta>[0], more: Partial<PlanResult> = {}): string =>
  deltaInWords(plan({ delta: delta(parts), ...more }));
const tasks = (from: number, fromTotal: number, to: number, toTotal: number) => ({
  from: progress({ tasks: count(from, fromTotal) }),
  to: progress({ tasks: count(to, toTotal) }),
});

describe('what a change moved, in words', () => {
  test.each([
    ['nothing', {}, '–'],
    ['ticked tasks', { tasks: { ticked: [item('a'), item('b')] } }, '+2 tasks'],
    ['ticked tasks of as many', { tasks: { ticked: [item('a')] }, progress: tasks(3, 5, 4, 5) }, '+1 task'],
    ['unticked tasks', { tasks: { unticked: [item('a')] } }, '−1 task'],
    [
      'gates and deliverables',
      { tasks: { ticked: [item('a', { kind: 'gate' }), item('b', { kind: 'deliverable' })] } },
      '+1 deliverable, +1 gate',
    ],
    [
      'both fractions when the number of boxes moved',
      { tasks: { ticked: [item('a')], added: [item('b'), item('c')] }, progress: tasks(3, 5, 4, 7) },
      'tasks 3/5 → 4/7',
    ],
    [
      'one for another',
      { tasks: { added: [item('a')], removed: [item('b')] } },
      '1 task added, 1 task removed',
    ],
    ['moved items', { tasks: { moved: [{ ...item('a'), from: 'Elsewhere' }] } }, '1 item moved'],
    ['activated', { lifecycle: { from: 'draft', to: 'active' } }, 'activated'],
    ['taken back', { lifecycle: { from: 'active', to: 'draft' } }, 'back to draft'],
    ['without a state', { lifecycle: { from: 'active', to: null } }, 'state lost'],
    ['a first state', { lifecycle: { from: null, to: 'draft' } }, 'now a draft'],
    [
      'a date',
      { dates: [{ field: 'expires', from: day('2026-06-30'), to: day('2026-09-30') }] },
      'expires 2026-06-30 → 2026-09-30',
    ],
    [
      'a first date',
      { dates: [{ field: 'expires', from: null, to: day('2026-09-30') }] },
      'expires set to 2026-09-30',
    ],
    [
      'dates that move with every edit are not worth a word',
      { dates: [{ field: 'last_updated', from: null, to: day('2026-09-30') }] },
      '–',
    ],
    [
      'no date any more',
      { dates: [{ field: 'expires', from: day('2026-06-30'), to: null }] },
      'expires removed',
    ],
    ['blockers', { blockers: { opened: ['x', 'y'], closed: ['z'] } }, '2 blockers opened, 1 blocker closed'],
  ] as const satisfies readonly (readonly [string, Parameters<typeof delta>[0], string])[])(
    '%s',
    (_, parts, expected) => {
      expect(words(parts)).toBe(expected);
    },
  );

  test('phases by their number, where they have one; three, then the rest counted', () => {
    const phases = [phase('3', 'Payments'), { ...phase('', 'Prelude'), number: null }];
    const moved = { from: 'in-progress', to: 'gate-pending' } as const;
    expect(words({ phases: [{ name: 'Payments', ...moved }] }, { phases })).toBe('phase 3 → gate pending');
    expect(words({ phases: [{ name: 'Prelude', from: null, to: 'not-started' }] }, { phases })).toBe(
      'phase “Prelude” added',
    );
    expect(words({ phases: [{ name: 'Gone', from: 'blocked', to: null }] }, { phases })).toBe(
      'phase “Gone” removed',
    );
    const five = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, ...moved }));
    expect(words({ phases: five })).toMatch(/phase “c” → gate pending, 2 more phases moved$/);
  });

  test.each([
    ['added', { change: 'added', delta: null }, 'new'],
    ['removed', { change: 'removed', delta: null }, 'removed'],
    [
      'renamed in its folder',
      { change: 'renamed', previousPath: 'docs/plans/active/old.md' },
      'renamed from old.md',
    ],
    [
      'moved between folders',
      { change: 'renamed', previousPath: 'docs/plans/future/berth-booking.md' },
      'renamed from future/berth-booking.md',
    ],
    ['without a readable base', { change: 'modified', delta: null }, 'progress before not known'],
    ['unchanged', { change: 'unchanged', delta: null }, '–'],
  ] as const satisfies readonly (readonly [string, Partial<PlanResult>, string])[])(
    '%s',
    (_, parts, expected) => {
      expect(deltaInWords(plan(parts))).toBe(expected);
    },
  );
});

describe('progress in words', () => {
  test.each([
    [count(0, 50), '░░░░░░░░░░'],
    [count(1, 50), '█░░░░░░░░░'],
    [count(46, 50), '█████████░'],
    [count(49, 50), '█████████░'],
    [count(50, 50), '██████████'],
    [count(0, 0), '░░░░░░░░░░'],
  ])('the bar of %j', (value, bar) => {
    expect(progressBar(value)).toBe(bar);
  });

  test.each([
    [
      'tasks',
      { tasks: count(12, 15, { deferred: 2, cancelled: 1 }) },
      '`████████░░` 12/15 · 2 deferred · 1 dropped',
    ],
    ['only deferred tasks', { tasks: count(0, 0, { deferred: 2 }) }, 'none left · 2 deferred'],
    ['gates alone', { gates: count(0, 3) }, 'no tasks'],
    ['no box', {}, 'no check list'],
  ])('%s', (_, parts, expected) => {
    expect(tasksInWords(progress(parts))).toBe(expected);
  });
});
