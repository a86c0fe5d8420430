import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { comparePlans } from '../../src/progress/compare-plans.ts';
import { HEALTH_STATUSES } from '../../src/progress/health.ts';
import { measureHealth } from '../../src/progress/measure-health.ts';
import { measurePhases, measureProgress } from '../../src/progress/measure-progress.ts';
import type { Count, PhaseProgress, Progress } from '../../src/progress/progress.ts';
import { ends } from '../ends.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { day } from '../report/sample-report.ts';
import { anyPlanText } from './any-plan.ts';

const plan = (text: string, path = 'docs/plans/plan.md'): Plan => parsePlan(path, text);

const KINDS = ['tasks', 'deliverables', 'gates'] as const;

const expectSound = ({ done, total, deferred, cancelled }: Count): void => {
  expect(done).toBeGreaterThanOrEqual(0);
  expect(total).toBeGreaterThanOrEqual(done);
  expect(Math.min(deferred, cancelled)).toBeGreaterThanOrEqual(0);
};

describe('whatever the text of a plan', () => {
  test('no more is done than there is, in the whole and in each phase', () => {
    fc.assert(
      fc.property(anyPlanText, (text) => {
        const read = plan(text);
        const progress: Progress = measureProgress(read);
        const phases: readonly PhaseProgress[] = measurePhases(read);
        for (const kind of [...KINDS, 'other'] as const) expectSound(progress[kind]);
        for (const phase of phases) for (const kind of KINDS) expectSound(phase[kind]);
        for (const kind of KINDS) {
          const sum = phases.reduce((total, phase) => total + phase[kind].total, 0);
          expect(progress[kind].total).toBe(sum);
        }
        expect(progress.phases.complete).toBeLessThanOrEqual(progress.phases.total);
        const { done, total } = progress.tasks;
        expect(progress.percent === 100).toBe(total > 0 && done === total);
        expect(progress.percent === 0).toBe(total > 0 && done === 0);
        expect(progress.percent === null).toBe(total === 0);
      }),
    );
  });

  test('boxes win: a phase is complete only with nothing open, and without boxes contradicts nothing', () => {
    fc.assert(
      fc.property(anyPlanText, (text) => {
        for (const { state, conflict, claim, ...counts } of measurePhases(plan(text))) {
          const isOpen = KINDS.some((kind) => counts[kind].done < counts[kind].total);
          if (state === 'complete') expect(isOpen).toBe(false);
          if (state === 'untracked' || claim === null) expect(conflict).toBe('none');
          if (claim?.state === 'complete' && isOpen) expect(conflict).toBe('overclaim');
        }
      }),
    );
  });

  test('its health has a status and a reason', () => {
    fc.assert(
      fc.property(anyPlanText, (text) => {
        const read = plan(text);
        const { status, reasons } = measureHealth(read, measureProgress(read), { today: day('2026-02-15') });
        expect(HEALTH_STATUSES).toContain(status);
        expect(reasons.length).toBeGreaterThan(0);
        expect(new Set(reasons).size).toBe(reasons.length);
      }),
    );
  });

  test('it is no change of itself', () => {
    fc.assert(
      fc.property(anyPlanText, (text) => {
        const progress = measureProgress(plan(text));
        expect(comparePlans(plan(text), plan(text))).toEqual({
          tasks: { ticked: [], unticked: [], added: [], removed: [], moved: [] },
          phases: [],
          claims: [],
          lifecycle: null,
          dates: [],
          blockers: { opened: [], closed: [] },
          progress: { from: progress, to: progress },
        });
      }),
    );
  });

  test('the change to another is the same under any name', () => {
    fc.assert(
      fc.property(anyPlanText, anyPlanText, (before, after) => {
        expect(comparePlans(plan(before, 'plans/old.md'), plan(after, 'done/new-name.md'))).toEqual(
          comparePlans(plan(before), plan(after)),
        );
      }),
    );
  });

  test('what opened one way closes the other way', () => {
    fc.assert(
      fc.property(anyPlanText, anyPlanText, (before, after) => {
        const there = comparePlans(plan(before), plan(after));
        const back = comparePlans(plan(after), plan(before));
        expect(back.blockers).toEqual({ opened: there.blockers.closed, closed: there.blockers.opened });
        expect(back.dates).toEqual(there.dates.map(({ field, from, to }) => ({ field, from: to, to: from })));
      }),
    );
  });
});

test('a plan of 5,000 items that are edited and moved is compared in linear time', () => {
  const size = 5_000;
  const phases = 50;
  const text = (shift: number, tail: string): string => {
    const items = Array.from({ length: size }, (_, index) => `- [ ] write part ${index} of the whole${tail}`);
    return Array.from(
      { length: phases },
      (_, phase) =>
        `## Phase ${phase + 1}: part ${phase}\n\n${items
          .filter((_, index) => (index + shift) % phases === phase)
          .join('\n')}\n`,
    ).join('\n');
  };
  const base = plan(text(0, ''));
  const head = plan(text(1, ''));
  const edited = plan(text(0, ' again'));
  const { moved, added, removed } = ends(() => comparePlans(base, head).tasks);
  const again = ends(() => comparePlans(base, edited).tasks);
  expect([moved.length, added.length, removed.length]).toEqual([size, 0, 0]);
  expect([again.added.length, again.removed.length]).toEqual([0, 0]);
});
