import { describe, expect, test } from '@jest/globals';
import { deltaLines } from '../../src/report/delta-words.ts';
import { text } from '../../src/report/markdown.ts';
import { progressBar, tasksInWords } from '../../src/report/progress-words.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { count, day, delta, item, phase, plan, progress } from './sample-report.ts';

const words = (parts: Parameters<typeof delta>[0], more: Partial<PlanResult> = {}): readonly string[] =>
  deltaLines(plan({ delta: delta(parts), ...more }), text);
const tasks = (from: number, fromTotal: number, to: number, toTotal: number) => ({
  from: progress({ tasks: count(from, fromTotal) }),
  to: progress({ tasks: count(to, toTotal) }),
});

describe('what a change moved, in short lines', () => {
  test.each([
    ['nothing', {}, []],
    ['ticked tasks', { tasks: { ticked: [item('a'), item('b')] } }, ['+2 tasks']],
    ['ticked tasks of as many', { tasks: { ticked: [item('a')] }, progress: tasks(3, 5, 4, 5) }, ['+1 task']],
    ['unticked tasks', { tasks: { unticked: [item('a')] } }, ['−1 task']],
    [
      'gates and deliverables',
      { tasks: { ticked: [item('a', { kind: 'gate' }), item('b', { kind: 'deliverable' })] } },
      ['+1 deliverable, +1 gate'],
    ],
    [
      'both fractions when the number of boxes moved',
      { tasks: { ticked: [item('a')], added: [item('b'), item('c')] }, progress: tasks(3, 5, 4, 7) },
      ['tasks 3/5 → 4/7 (2 added)'],
    ],
    [
      'both fractions without a count when a task was only deferred',
      { progress: tasks(3, 5, 3, 4) },
      ['tasks 3/5 → 3/4'],
    ],
    [
      'both fractions when a new task makes the difference',
      {
        tasks: { ticked: [item('a')], added: [item('b')], removed: [item('c')] },
        progress: tasks(3, 5, 5, 5),
      },
      ['tasks 3/5 → 5/5 (1 added, 1 removed)'],
    ],
    [
      'one for another',
      { tasks: { added: [item('a')], removed: [item('b')] } },
      ['1 task added, 1 task removed'],
    ],
    ['moved items', { tasks: { moved: [{ ...item('a'), from: 'Elsewhere' }] } }, ['1 item moved']],
    ['activated', { lifecycle: { from: 'draft', to: 'active' } }, ['activated']],
    ['taken back', { lifecycle: { from: 'active', to: 'draft' } }, ['back to draft']],
    ['without a state', { lifecycle: { from: 'active', to: null } }, ['state lost']],
    ['a first state', { lifecycle: { from: null, to: 'draft' } }, ['now a draft']],
    [
      'a date',
      { dates: [{ field: 'expires', from: day('2026-06-30'), to: day('2026-09-30') }] },
      ['expires 2026-06-30 → 2026-09-30'],
    ],
    [
      'the end, and what is now thought of it',
      {
        dates: [
          { field: 'end', from: day('2026-06-30'), to: day('2026-09-30') },
          { field: 'estimated_end', from: null, to: day('2026-10-15') },
        ],
      },
      ['ends 2026-06-30 → 2026-09-30', 'estimated end 2026-10-15'],
    ],
    [
      'the end of the header, where that of the plan stays',
      { dates: [{ field: 'timeline_end', from: day('2026-06-30'), to: day('2026-09-30') }] },
      ['timeline ends 2026-06-30 → 2026-09-30'],
    ],
    [
      'dates that move with every edit are not worth a word',
      { dates: [{ field: 'last_updated', from: null, to: day('2026-09-30') }] },
      [],
    ],
    [
      'no date any more',
      { dates: [{ field: 'expires', from: day('2026-06-30'), to: null }] },
      ['expires 2026-06-30 → no date'],
    ],
    [
      'blockers',
      { blockers: { opened: ['x', 'y'], closed: ['z'] } },
      ['2 blockers opened, 1 blocker closed'],
    ],
    [
      'each of its kind on a line',
      {
        lifecycle: { from: 'draft', to: 'active' },
        tasks: { ticked: [item('a')] },
        phases: [{ name: 'Gone', from: 'blocked', to: null }],
        dates: [{ field: 'end', from: null, to: day('2026-09-30') }],
        blockers: { opened: ['x'], closed: [] },
      },
      ['activated', '+1 task', 'phase “Gone” removed', 'ends 2026-09-30', '1 blocker opened'],
    ],
  ] as const satisfies readonly (readonly [string, Parameters<typeof delta>[0], readonly string[]])[])(
    '%s',
    (_, parts, expected) => {
      expect(words(parts)).toEqual(expected);
    },
  );
});

describe('the phases that moved', () => {
  const phases = [
    phase('1', 'Collect'),
    phase('2', 'Store'),
    phase('3', 'Show', { state: 'untracked' }),
    phase('4', ''),
    { ...phase('', 'Prelude'), number: null },
    phase('5', 'Twice'),
    phase('6', 'Twice'),
  ];
  const moved = { from: 'in-progress', to: 'gate-pending' } as const;

  test.each([
    ['by its number', { phases: [{ name: 'Store', ...moved }] }, ['phase 2 → gate pending']],
    ['by its number alone', { phases: [{ name: 'Phase 4', ...moved }] }, ['phase 4 → gate pending']],
    [
      'by its name, without a number',
      { phases: [{ name: 'Prelude', ...moved }] },
      ['phase “Prelude” → gate pending'],
    ],
    [
      'by its name, where two have it',
      { phases: [{ name: 'Twice', ...moved }] },
      ['phase “Twice” → gate pending'],
    ],
    ['new', { phases: [{ name: 'Collect', from: null, to: 'not-started' }] }, ['phase 1 added']],
    ['gone', { phases: [{ name: 'Gone', from: 'blocked', to: null }] }, ['phase “Gone” removed']],
    [
      'those with the same outcome together',
      {
        phases: [
          { name: 'Collect', ...moved },
          { name: 'Prelude', from: 'not-started', to: 'in-progress' },
          { name: 'Store', ...moved },
        ],
      },
      ['phases 1, 2 → gate pending', 'phase “Prelude” → in progress'],
    ],
    [
      'what is said of one without boxes',
      { claims: [{ name: 'Show', source: 'table', from: null, to: 'complete' }] },
      ['phase 3 said to be complete'],
    ],
    [
      'what is said of one with boxes is not worth a word',
      { claims: [{ name: 'Store', source: 'table', from: null, to: 'complete' }] },
      [],
    ],
    ['what is said no more', { claims: [{ name: 'Show', source: 'table', from: 'complete', to: null }] }, []],
    [
      'four, then the rest counted',
      { phases: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, ...moved })) },
      [
        'phase “a” → gate pending',
        'phase “b” → gate pending',
        'phase “c” → gate pending',
        'phase “d” → gate pending',
        '2 more phases moved',
      ],
    ],
  ] as const satisfies readonly (readonly [string, Parameters<typeof delta>[0], readonly string[]])[])(
    '%s',
    (_, parts, expected) => {
      expect(words(parts, { phases })).toEqual(expected);
    },
  );
});

describe('what became of the file', () => {
  const from = (previousPath: string, path: string): Partial<PlanResult> => ({
    change: 'renamed',
    previousPath,
    path,
  });

  test.each([
    ['added', { change: 'added', delta: null }, ['new']],
    ['removed', { change: 'removed', delta: null }, ['removed']],
    [
      'behind a link now',
      { change: 'removed', behind: 'docs/plans', delta: null },
      ['not looked at: it may lie behind docs/plans now'],
    ],
    [
      'no plan any more',
      { change: 'removed', movedTo: 'plans/README.md', delta: null },
      ['no longer a plan: moved to plans/README.md'],
    ],
    ['another name', from('plans/active/old.md', 'plans/active/a.md'), ['renamed from old.md']],
    ['another folder', from('plans/draft/a.md', 'plans/active/a.md'), ['moved from draft/']],
    ['both', from('plans/draft/old.md', 'plans/active/a.md'), ['moved from draft/old.md']],
    ['deeper', from('plans/a.md', 'plans/active/a.md'), ['moved from plans/']],
    ['up', from('plans/active/2026/a.md', 'plans/active/a.md'), ['moved from 2026/']],
    ['another tree', from('docs/plans/draft/a.md', 'plans/a.md'), ['moved from docs/plans/draft/']],
    ['from the top', from('a.md', 'plans/a.md'), ['moved from ./']],
    [
      'another name and another title',
      { ...from('plans/active/old.md', 'plans/active/a.md'), titleBefore: 'Old' },
      ['renamed from old.md, called “Old” before'],
    ],
    ['from nowhere known', { change: 'renamed', previousPath: null }, ['renamed']],
    ['without a readable base', { change: 'modified', delta: null }, ['progress before not known']],
    [
      'moved without a readable base',
      { ...from('plans/draft/a.md', 'plans/active/a.md'), delta: null },
      ['moved from draft/', 'progress before not known'],
    ],
    ['unchanged', { change: 'unchanged', delta: null }, []],
  ] as const satisfies readonly (readonly [string, Partial<PlanResult>, readonly string[]])[])(
    '%s',
    (_, parts, expected) => {
      expect(deltaLines(plan(parts), text)).toEqual(expected);
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
