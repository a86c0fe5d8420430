import { expect, test } from '@jest/globals';
import { measurePhases } from '../../src/progress/measure-progress.ts';
import { measureTimeline } from '../../src/progress/measure-timeline.ts';
import type { PlanTimeline } from '../../src/progress/timeline.ts';
import { claim, type PlanSketch, planOf } from './plan-of.ts';

const timelineOf = (sketch: PlanSketch): PlanTimeline | null => {
  const plan = planOf(sketch);
  return measureTimeline(plan, measurePhases(plan));
};

test('holds the plan’s days, its phases with a day, and its milestones by date', () => {
  expect(
    timelineOf({
      timeline: '2026-01-01..2026-06-30',
      valid: '2025-12-01..2026-12-31',
      milestones: [
        ['2026-06-30', 'Opening day'],
        ['2026-02-01', 'First berth'],
        ['2026-02-01', 'Second berth'],
      ],
      phases: [
        { name: 'Dig', tasks: 'xx', time: '2026-01-01..2026-01-31' },
        { number: '2', name: 'Build', tasks: 'x.' },
        {
          number: '3',
          name: 'Paint',
          claims: [claim('table', 'blocked')],
          time: '..2026-05-31',
          timeBy: 'weeks',
        },
      ],
    }),
  ).toEqual({
    start: '2026-01-01',
    end: '2026-06-30',
    phases: [
      { name: 'Dig', number: '1', start: '2026-01-01', end: '2026-01-31', state: 'complete' },
      { name: 'Paint', number: '3', start: null, end: '2026-05-31', state: 'untracked' },
    ],
    milestones: [
      { date: '2026-02-01', text: 'First berth' },
      { date: '2026-02-01', text: 'Second berth' },
      { date: '2026-06-30', text: 'Opening day' },
    ],
  });
});

test('begins with the first phase of the phase table and ends with the last', () => {
  expect(
    timelineOf({
      timeline: '2020-01-01..2020-12-31',
      phases: [
        { tasks: '.', time: '2026-02-01..2026-04-30' },
        { number: '2', tasks: '.', time: '2026-01-15..2026-03-31' },
        { number: '3', dropped: true },
      ],
    }),
  ).toMatchObject({ start: '2026-01-15', end: '2026-04-30' });
});

test('does not end with a phase when another one has no end', () => {
  expect(
    timelineOf({ phases: [{ time: '2026-02-01..2026-04-30' }, { number: '2', time: '2026-05-01..' }] }),
  ).toMatchObject({ start: '2026-02-01', end: null });
});

test('is not there where the body names no day: front matter alone is drawn nowhere', () => {
  expect(timelineOf({ valid: '2026-01-01..2026-06-30', phases: [{ tasks: 'x' }] })).toBeNull();
});
