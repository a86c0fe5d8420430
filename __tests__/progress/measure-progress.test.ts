import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { ItemKind, ItemState, Phase } from '../../src/plan/plan.ts';
import { measurePhase, measureProgress, sumProgress } from '../../src/progress/measure-progress.ts';
import type { Count, Progress } from '../../src/progress/progress.ts';
import { fc } from '../fuzzing/fast-check.ts';

const progressOf = (boxes: string): Progress => measureProgress(parsePlan('x.md', boxes));

const boxes = (done: number, all: number): string =>
  Array.from({ length: all }, (_, index) => `- [${index < done ? 'x' : ' '}] task ${index}`).join('\n');

describe('the percentage', () => {
  test.each([
    [0, 3, 0],
    [1, 3, 33],
    [2, 3, 66],
    [1, 1_000, 1],
    [999, 1_000, 99],
    [3, 3, 100],
    [0, 0, null],
  ])('of %i of %i tasks is %s', (done, all, percent) => {
    expect(progressOf(boxes(done, all)).percent).toBe(percent);
  });

  test('is of tasks alone', () => {
    expect(progressOf('## Deliverables\n\n- [x] a report\n')).toMatchObject({
      deliverables: { done: 1, total: 1 },
      percent: null,
    });
  });

  test('is none where every task was dropped', () => {
    expect(progressOf('- [ ] ~~a~~\n').percent).toBeNull();
  });
});

describe('the state of a phase', () => {
  const [unnamed] = parsePlan('x.md', '- [ ] x').phases;
  if (unnamed === undefined) throw new Error('A plan has a phase.');
  const phase = (states: readonly (readonly [ItemKind, ItemState])[], dropped = false): Phase => ({
    ...unnamed,
    dropped,
    items: states.flatMap(([kind, state]) => unnamed.items.map((item) => ({ ...item, kind, state }))),
  });

  test.each<[string, readonly (readonly [ItemKind, ItemState])[]]>([
    ['untracked', []],
    ['untracked', [['other', 'done']]],
    [
      'not-started',
      [
        ['task', 'open'],
        ['gate', 'open'],
      ],
    ],
    [
      'not-started',
      [
        ['task', 'deferred'],
        ['task', 'deferred'],
      ],
    ],
    [
      'not-started',
      [
        ['task', 'cancelled'],
        ['gate', 'open'],
      ],
    ],
    [
      'in-progress',
      [
        ['task', 'in-progress'],
        ['task', 'open'],
      ],
    ],
    [
      'in-progress',
      [
        ['task', 'done'],
        ['task', 'open'],
      ],
    ],
    [
      'in-progress',
      [
        ['gate', 'done'],
        ['gate', 'open'],
      ],
    ],
    [
      'gate-pending',
      [
        ['task', 'done'],
        ['task', 'deferred'],
        ['gate', 'open'],
      ],
    ],
    [
      'gate-pending',
      [
        ['task', 'done'],
        ['deliverable', 'open'],
        ['gate', 'done'],
      ],
    ],
    [
      'complete',
      [
        ['task', 'done'],
        ['gate', 'done'],
      ],
    ],
    [
      'complete',
      [
        ['task', 'done'],
        ['task', 'deferred'],
        ['gate', 'cancelled'],
        ['other', 'open'],
      ],
    ],
    [
      'dropped',
      [
        ['task', 'cancelled'],
        ['gate', 'cancelled'],
      ],
    ],
  ])('is %s with %j', (state, items) => {
    expect(measurePhase(phase(items)).state).toBe(state);
  });

  test('is dropped when its heading says so, whatever stands below', () => {
    expect(measurePhase(phase([['task', 'done']], true)).state).toBe('dropped');
  });
});

test('sums over plans are sums of their items, not means', () => {
  const sum = sumProgress([progressOf(boxes(1, 1)), progressOf(boxes(0, 9)), progressOf('# none\n')]);
  expect(sum).toEqual({
    tasks: { done: 1, total: 10, deferred: 0, cancelled: 0 },
    deliverables: { done: 0, total: 0, deferred: 0, cancelled: 0 },
    gates: { done: 0, total: 0, deferred: 0, cancelled: 0 },
    other: { done: 0, total: 0, deferred: 0, cancelled: 0 },
    phases: { complete: 0, total: 0 },
    percent: 10,
  });
  expect(sumProgress([]).percent).toBeNull();
});

test('any text gives counts that hold together', () => {
  const line = fc.constantFrom(
    '- [ ] a',
    '- [x] b',
    '- [-] c',
    '- [>] d',
    '  - [x] e',
    '- [ ] ~~f~~',
    '#### Deliverables',
    '**Exit gate:**',
    '### Phase 1: x',
    '### Phase 2: y',
    '## Phases',
    '## Testing',
    '```',
    '> - [x] q',
    '| Task | Done |\n|-|-|\n| t | x |',
    '',
  );
  const holds = ({ done, total, deferred, cancelled }: Count): boolean =>
    done >= 0 && done <= total && deferred >= 0 && cancelled >= 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const plan = parsePlan('x.md', lines.join('\n'));
      const { tasks, deliverables, gates, other, phases, percent } = measureProgress(plan);
      expect([tasks, deliverables, gates, other].every(holds)).toBe(true);
      expect(phases.complete).toBeLessThanOrEqual(phases.total);
      expect(percent === null ? tasks.total : Math.min(percent, 100 - percent)).toBeGreaterThanOrEqual(0);
      expect(percent === 100).toBe(tasks.total > 0 && tasks.done === tasks.total);
      expect(percent === 0 || percent === null).toBe(tasks.done === 0);
    }),
    { numRuns: 500 },
  );
});
