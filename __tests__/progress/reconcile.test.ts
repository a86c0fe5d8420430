import { describe, expect, test } from '@jest/globals';
import type { ClaimSource, ClaimState } from '../../src/plan/self-report.ts';
import { measurePhase } from '../../src/progress/measure-progress.ts';
import type { Conflict, PhaseState } from '../../src/progress/progress.ts';
import { judgePercent } from '../../src/progress/reconcile.ts';
import { claim, type PhaseSketch, phaseOf } from './plan-of.ts';

const told = (sketch: PhaseSketch) => {
  const { state, claim: shown, conflict } = measurePhase(phaseOf(sketch));
  return { state, claim: shown, conflict };
};

const NOT_STARTED = { tasks: '..', gates: '.' };
const IN_PROGRESS = { tasks: 'x.', gates: '.' };
const GATE_PENDING = { tasks: 'xx', gates: '.' };
const COMPLETE = { tasks: 'xx', gates: 'x' };

describe('boxes against a claim', () => {
  test.each<[PhaseSketch, ClaimState, PhaseState, Conflict]>([
    [NOT_STARTED, 'not-started', 'not-started', 'none'],
    [NOT_STARTED, 'in-progress', 'not-started', 'none'],
    [NOT_STARTED, 'complete', 'not-started', 'overclaim'],
    [NOT_STARTED, 'dropped', 'not-started', 'overclaim'],
    [NOT_STARTED, 'blocked', 'blocked', 'none'],
    [IN_PROGRESS, 'not-started', 'in-progress', 'underclaim'],
    [IN_PROGRESS, 'in-progress', 'in-progress', 'none'],
    [IN_PROGRESS, 'complete', 'in-progress', 'overclaim'],
    [IN_PROGRESS, 'dropped', 'in-progress', 'overclaim'],
    [IN_PROGRESS, 'blocked', 'blocked', 'none'],
    [GATE_PENDING, 'not-started', 'gate-pending', 'underclaim'],
    [GATE_PENDING, 'in-progress', 'gate-pending', 'none'],
    [GATE_PENDING, 'complete', 'gate-pending', 'overclaim'],
    [GATE_PENDING, 'blocked', 'blocked', 'none'],
    [COMPLETE, 'not-started', 'complete', 'underclaim'],
    [COMPLETE, 'in-progress', 'complete', 'underclaim'],
    [COMPLETE, 'blocked', 'complete', 'underclaim'],
    [COMPLETE, 'dropped', 'complete', 'underclaim'],
    [COMPLETE, 'complete', 'complete', 'none'],
    [{ tasks: '>>' }, 'complete', 'not-started', 'overclaim'],
    [{ tasks: '--' }, 'dropped', 'dropped', 'none'],
    [{ tasks: 'x-', dropped: true }, 'in-progress', 'dropped', 'none'],
    [{ tasks: 'x-', dropped: true }, 'not-started', 'dropped', 'none'],
    [{ tasks: '--', dropped: true }, 'complete', 'dropped', 'overclaim'],
  ])('%j and "%s" make "%s", %s', (boxes, said, state, conflict) => {
    expect(told({ ...boxes, claims: [claim('table', said)] })).toEqual({
      state,
      claim: { state: said, source: 'table' },
      conflict,
    });
  });
});

describe('a claim of a phase without boxes', () => {
  test.each<ClaimState>(['not-started', 'in-progress', 'blocked', 'complete', 'dropped'])(
    'stands beside its state: %s',
    (said) => {
      expect(told({ claims: [claim('bullets', said)] })).toEqual({
        state: 'untracked',
        claim: { state: said, source: 'bullets' },
        conflict: 'none',
      });
    },
  );

  test('is nothing where nothing is said', () => {
    expect(told({})).toEqual({ state: 'untracked', claim: null, conflict: 'none' });
  });

  test('is read from a percentage alone', () => {
    expect(
      [0, 40, 100].map((percent) => told({ claims: [claim('table', null, percent)] }).claim?.state),
    ).toEqual(['not-started', 'in-progress', 'complete']);
  });
});

describe('of several claims', () => {
  test.each<ClaimSource>(['table', 'label', 'heading', 'bullets'])(
    'the one that says too much is shown, wherever it stands: %s',
    (source) => {
      const others = (['table', 'label', 'heading', 'bullets'] as const)
        .filter((other) => other !== source)
        .map((other) => claim(other, 'in-progress'));
      expect(told({ ...GATE_PENDING, claims: [...others, claim(source, 'complete')] })).toEqual({
        state: 'gate-pending',
        claim: { state: 'complete', source },
        conflict: 'overclaim',
      });
    },
  );

  test('one that says too much goes before one that says too little', () => {
    const claims = [claim('table', 'not-started'), claim('heading', 'complete')];
    expect(told({ ...IN_PROGRESS, claims })).toEqual({
      state: 'in-progress',
      claim: { state: 'complete', source: 'heading' },
      conflict: 'overclaim',
    });
  });

  test('the surest is shown where none is wrong', () => {
    const claims = [
      claim('bullets', 'in-progress'),
      claim('heading', 'in-progress'),
      claim('table', 'in-progress'),
    ];
    expect(told({ ...IN_PROGRESS, claims }).claim).toEqual({ state: 'in-progress', source: 'table' });
  });

  test('a state is shown before a percentage in the same place', () => {
    const claims = [claim('table', null, 50), claim('table', 'blocked')];
    expect(told({ ...IN_PROGRESS, claims }).claim).toEqual({ state: 'blocked', source: 'table' });
  });
});

describe('a percentage', () => {
  test('beside a state is about the tasks, so that it may be 100 before the gates are done', () => {
    const claims = [claim('table', 'in-progress'), claim('table', null, 100)];
    expect(told({ ...GATE_PENDING, claims }).conflict).toBe('none');
  });

  test('alone says that all is over, when it is 100', () => {
    expect(told({ ...GATE_PENDING, claims: [claim('table', null, 100)] }).conflict).toBe('overclaim');
    expect(told({ ...COMPLETE, claims: [claim('table', null, 100)] }).conflict).toBe('none');
    const elsewhere = [claim('table', null, 100), claim('heading', 'in-progress')];
    expect(told({ ...GATE_PENDING, claims: elsewhere }).conflict).toBe('overclaim');
  });

  test('that is too high is an overclaim beside any state', () => {
    const claims = [claim('table', 'in-progress'), claim('table', null, 90)];
    expect(told({ tasks: 'xx....', claims })).toEqual({
      state: 'in-progress',
      claim: { state: 'in-progress', source: 'table' },
      conflict: 'overclaim',
    });
  });

  test('is set against all boxes of a phase without tasks', () => {
    expect(told({ gates: 'x....', claims: [claim('table', null, 80)] }).conflict).toBe('overclaim');
    expect(told({ gates: 'xxxx.', claims: [claim('table', null, 20)] }).conflict).toBe('underclaim');
  });

  test.each<[number, number, number, Conflict]>([
    [100, 9, 10, 'overclaim'],
    [99, 9, 10, 'none'],
    [100, 10, 10, 'none'],
    [67, 2, 3, 'none'],
    [60, 4, 10, 'overclaim'],
    [50, 4, 10, 'none'],
    [51, 4, 10, 'overclaim'],
    [80, 1, 2, 'none'],
    [30, 4, 10, 'none'],
    [29, 4, 10, 'underclaim'],
    [0, 1, 3, 'none'],
    [0, 2, 3, 'underclaim'],
    [50, 0, 0, 'none'],
  ])('of %d with %d of %d tasks done: %s', (percent, done, total, conflict) => {
    expect(judgePercent(percent, { done, total })).toBe(conflict);
  });
});
