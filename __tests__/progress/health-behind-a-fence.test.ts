import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { measureHealth } from '../../src/progress/measure-health.ts';
import { measureProgress } from '../../src/progress/measure-progress.ts';
import { day } from '../report/sample-report.ts';
import { type PlanSketch, planOf } from './plan-of.ts';

const HUNDRED_DAYS = '2026-01-01..2026-04-10';
const unclosedFence = {
  range: { start: { line: 20, column: 1 }, end: { line: 20, column: 4 } },
  headings: 1,
  boxes: 2,
};

const healthOf = (sketch: PlanSketch) => {
  const plan = { ...planOf(sketch), unclosedFence };
  return measureHealth(plan, measureProgress(plan), { today: day('2026-01-26') });
};

test.each<[string, PlanSketch]>([
  ['complete by its boxes', { phases: [{ tasks: 'x' }] }],
  ['completed', { lifecycle: 'completed', phases: [{ tasks: 'x' }] }],
  ['on track', { valid: HUNDRED_DAYS, phases: [{ tasks: 'x.' }] }],
])('a plan that is %s, with a code fence that hides part of it, is not known to be', (_, sketch) => {
  expect(healthOf(sketch)).toEqual({
    status: 'UNKNOWN',
    reasons: ['a code fence that is never closed, at line 20, hides what follows'],
  });
});

test('neither is one of which not all could be read', () => {
  const plan = {
    ...planOf({ phases: [{ tasks: 'x' }] }),
    bodyProblem: 'The plan is not read from line 9 on.',
  };
  expect(measureHealth(plan, measureProgress(plan), { today: day('2026-01-26') })).toEqual({
    status: 'UNKNOWN',
    reasons: ['not all of the plan could be read'],
  });
});

test('neither is one with open boxes in phases that are not counted', () => {
  const done = '## Roadmap\n\n### Phase 1: Dig\n\n- [x] a\n\n';
  const healthWith = (more: string) => {
    const plan = parsePlan('a.md', `---\nlifecycle: completed\n---\n\n${done}${more}`);
    return measureHealth(plan, measureProgress(plan), { today: day('2026-01-26') });
  };
  expect(healthWith('## Milestones\n\n### Phase 1: Dig\n\n- [ ] a\n- [x] b\n')).toEqual({
    status: 'UNKNOWN',
    reasons: ['1 of the open boxes is in no phase that is counted'],
  });
  expect(healthWith('## Milestones\n\n### Phase 1: Dig\n\n- [x] a\n').status).toBe('COMPLETE');
  expect(healthWith('## Tasks\n\n- [ ] a\n- [ ] b\n- [x] c\n')).toEqual({
    status: 'UNKNOWN',
    reasons: ['2 of the open boxes are in no phase that is counted'],
  });
  expect(healthWith('## Notes\n\n- [ ] a\n').status).toBe('COMPLETE');
});

test('what is bad stays bad, and what is at rest stays at rest', () => {
  expect(healthOf({ onTrack: 'no', phases: [{ tasks: 'x' }] }).status).toBe('OFF_TRACK');
  expect(healthOf({ lifecycle: 'draft', phases: [{ tasks: 'x' }] }).status).toBe('INACTIVE');
});
