import { describe, expect, test } from '@jest/globals';
import type { Delta } from '../../src/progress/delta.ts';
import { noLinks } from '../../src/report/links.ts';
import { phaseTable } from '../../src/report/phase-table.ts';
import type { PhaseResult } from '../../src/report/report.ts';
import { count, delta, item, phase, plan } from './sample-report.ts';

const table = (phases: readonly PhaseResult[], moved: Delta | null = delta()): readonly string[] =>
  phaseTable(plan({ phases, delta: moved }), noLinks, 'In this PR').split('\n');
/** The cells of the only row, by their titles. */
function row(parts: Partial<PhaseResult>, moved: Delta | null = delta()): Readonly<Record<string, string>> {
  const [titles = '', , cells = ''] = table([phase('2', 'Bookings', parts)], moved);
  const split = (line: string): readonly string[] => line.slice(2, -2).split(' | ');
  return Object.fromEntries(split(titles).map((title, column) => [title, split(cells)[column] ?? '']));
}
const before = {
  state: 'in-progress',
  tasks: count(1, 4),
  deliverables: count(0, 0),
  gates: count(0, 2),
} as const;
const after = { state: 'in-progress', tasks: count(1, 4), gates: count(0, 2) } as const;

test('has the columns in which something stands', () => {
  expect(table([phase('1', 'Collect'), phase('2', '', { gates: count(1, 2), before })])).toEqual([
    '| Phase | State | Gates | In this PR |',
    '| --- | --- | --- | --- |',
    '| 1. Collect | not started | – | new |',
    '| 2. | not started | 1/2 | tasks 1/4 → 0/0<br>was in progress |',
  ]);
  expect(
    table([
      phase('1', 'Collect', {
        before: { ...before, ...after, state: 'not-started', tasks: count(0, 0), gates: count(0, 0) },
      }),
    ]),
  ).toEqual(['| Phase | State |', '| --- | --- |', '| 1. Collect | not started |']);
});

test('names the boxes that stand in no phase', () => {
  const outside = { ...phase('', '', { state: 'complete', tasks: count(2, 2) }), number: null };
  expect(table([outside, phase('1', 'Collect', { state: 'untracked' })], null)).toEqual([
    '| Phase | State | Tasks |',
    '| --- | --- | --- |',
    '| _Outside the phases_ | complete | `██████████` 2/2 |',
    '| 1. Collect | untracked | – |',
  ]);
});

test('is not there for a plan without phases', () => {
  expect(table([])).toEqual(['']);
  expect(table([{ ...phase('', ''), number: null, tasks: count(1, 2) }])).toEqual(['']);
});

describe('the state of a phase', () => {
  test.each([
    ['as its boxes prove', { state: 'gate-pending' }, 'gate pending'],
    ['set off when it is blocked', { state: 'blocked' }, '**blocked**'],
    [
      'with a claim that agrees',
      { state: 'complete', claim: { state: 'complete', source: 'table' } },
      'complete',
    ],
    [
      'with one that goes too far',
      { state: 'in-progress', claim: { state: 'complete', source: 'table' }, conflict: 'overclaim' },
      'in progress<br>⚠️ table says complete',
    ],
    [
      'with one that falls behind',
      { state: 'complete', claim: { state: 'in-progress', source: 'heading' }, conflict: 'underclaim' },
      'complete<br>ℹ️ heading says in progress',
    ],
    [
      'said by a label',
      { state: 'not-started', claim: { state: 'in-progress', source: 'label' }, conflict: 'overclaim' },
      'not started<br>⚠️ status line says in progress',
    ],
    [
      'without boxes, as it says of itself',
      { state: 'untracked', claim: { state: 'complete', source: 'bullets' } },
      'untracked, says complete',
    ],
    ['without boxes or claim', { state: 'untracked' }, 'untracked'],
  ] as const satisfies readonly (readonly [string, Partial<PhaseResult>, string])[])(
    '%s',
    (_, parts, expected) => {
      expect(row(parts).State).toBe(expected);
    },
  );
});

describe('what the change moved in a phase', () => {
  const here = { phase: 'Bookings' };

  test.each([
    ['nothing', { before, ...after }, {}, undefined],
    ['all, when it is new', { before: null, ...after }, {}, 'new'],
    [
      'ticked items and the state',
      { before, ...after, tasks: count(4, 4), gates: count(1, 2), state: 'gate-pending' },
      { ticked: [item('a', here), item('b', here), item('c', here), item('d', { ...here, kind: 'gate' })] },
      '+3 tasks, +1 gate<br>was in progress',
    ],
    [
      'no items of another phase',
      { before, ...after, tasks: count(2, 4) },
      { ticked: [item('a', here), item('b', { phase: 'Payments' })] },
      '+1 task',
    ],
    [
      'one ticked and one unticked, which the numbers do not show',
      { before, ...after },
      { ticked: [item('a', here)], unticked: [item('b', here)] },
      '+1 task, −1 task',
    ],
    [
      'both fractions when the number of boxes moved, and where they went',
      { before, ...after, tasks: count(2, 6) },
      {
        moved: [
          { ...item('a', here), from: 'Payments' },
          { ...item('c', here), from: 'Payments' },
          { ...item('b', { phase: 'Payments' }), from: 'Bookings' },
        ],
      },
      'tasks 1/4 → 2/6<br>2 items moved in<br>1 item moved out',
    ],
  ] as const satisfies readonly (readonly [
    string,
    Partial<PhaseResult>,
    Partial<Delta['tasks']>,
    string | undefined,
  ])[])('%s', (_, parts, tasks, expected) => {
    expect(row(parts, delta({ tasks }))['In this PR']).toBe(expected);
  });

  test('nothing is known without a base', () => {
    expect(row({ ...after }, null)).toEqual({
      Phase: '2. Bookings',
      State: 'in progress',
      Tasks: '`██░░░░░░░░` 1/4',
      Gates: '0/2',
    });
  });

  test('phases that share a name are told by their numbers alone', () => {
    const twins = [
      phase('1', 'Bookings', { before, ...after, tasks: count(3, 4) }),
      phase('2', 'Bookings', { before, ...after, tasks: count(0, 4) }),
    ];
    expect(table(twins, delta({ tasks: { ticked: [item('a', here), item('b', here)] } }))).toEqual([
      '| Phase | State | Tasks | Gates | In this PR |',
      '| --- | --- | --- | --- | --- |',
      '| 1. Bookings | in progress | `███████░░░` 3/4 | 0/2 | +2 tasks |',
      '| 2. Bookings | in progress | `░░░░░░░░░░` 0/4 | 0/2 | −1 task |',
    ]);
  });
});
