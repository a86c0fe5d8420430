import { describe, expect, test } from '@jest/globals';
import type { Health } from '../../src/progress/health.ts';
import { measureHealth } from '../../src/progress/measure-health.ts';
import { measureProgress } from '../../src/progress/measure-progress.ts';
import { day } from '../report/sample-report.ts';
import { blocker, claim, type PlanSketch, planOf } from './plan-of.ts';

const healthOf = (sketch: PlanSketch, today: string): Health => {
  const plan = planOf(sketch);
  return measureHealth(plan, measureProgress(plan), { today: day(today) });
};

/** A hundred days, so that each day is a percent. */
const HUNDRED_DAYS = '2026-01-01..2026-04-10';
const DAY_25 = '2026-01-26';
const DAY_26 = '2026-01-27';
const DAY_50 = '2026-02-20';
const DAY_51 = '2026-02-21';
const DAY_62 = '2026-03-04';
const LAST_DAY = '2026-04-10';
const DAY_AFTER = '2026-04-11';

const boxes = (done: number, total: number): string => 'x'.repeat(done) + '.'.repeat(total - done);

describe('a plan that is not at work', () => {
  test.each([
    ['draft', 'INACTIVE', 'the plan is a draft'],
    ['archived', 'INACTIVE', 'the plan is archived'],
    ['superseded', 'INACTIVE', 'the plan is superseded'],
  ] as const)('as %s is %s, whatever else it says', (lifecycle, status, reason) => {
    const sketch = { lifecycle, valid: HUNDRED_DAYS, onTrack: 'no', phases: [{ tasks: '..' }] } as const;
    expect(healthOf(sketch, DAY_AFTER)).toEqual({ status, reasons: [reason] });
  });

  test('is COMPLETE once it is completed, and what is open is said', () => {
    expect(healthOf({ lifecycle: 'completed', phases: [{ tasks: 'x' }] }, DAY_AFTER)).toEqual({
      status: 'COMPLETE',
      reasons: ['the plan is completed'],
    });
    expect(healthOf({ lifecycle: 'completed', phases: [{ tasks: 'x.', gates: '...' }] }, DAY_AFTER)).toEqual({
      status: 'COMPLETE',
      reasons: ['the plan is completed', '1 task and 3 gates are open'],
    });
  });
});

describe('a plan in which everything is resolved', () => {
  test.each([
    ['by its boxes', [{ tasks: 'x>-', gates: 'x' }]],
    [
      'by its boxes, and what has none says that it is over',
      [{ tasks: 'x' }, { number: '2', claims: [claim('table', 'complete')] }],
    ],
    ['with a phase that was put off as a whole', [{ tasks: 'x' }, { number: '2', tasks: '>>' }]],
  ])('is COMPLETE: %s', (_, phases) => {
    expect(healthOf({ valid: HUNDRED_DAYS, phases }, DAY_AFTER)).toEqual({
      status: 'COMPLETE',
      reasons: ['everything is done, deferred or dropped'],
    });
  });

  test.each([
    ['nothing is done', [{ tasks: '>-' }]],
    ['a gate is open', [{ tasks: 'x', gates: '.' }]],
    ['a phase without boxes says nothing', [{ tasks: 'x' }, { number: '2' }]],
    [
      'a phase without boxes is at work',
      [{ tasks: 'x' }, { number: '2', claims: [claim('table', 'in-progress')] }],
    ],
    ['there is no box at all, whatever is said', [{ claims: [claim('table', 'complete')] }]],
  ])('is not complete when %s', (_, phases) => {
    expect(healthOf({ valid: HUNDRED_DAYS, phases }, DAY_25).status).not.toBe('COMPLETE');
  });
});

describe('what is not known is not guessed', () => {
  test('no dates', () => {
    expect(healthOf({ phases: [{ tasks: 'x.' }], onTrack: 'yes' }, DAY_50)).toEqual({
      status: 'UNKNOWN',
      reasons: ['no dates say how much time has passed, 50 % of the tasks are done'],
    });
  });

  test('one date', () => {
    const health = {
      status: 'UNKNOWN',
      reasons: ['no dates say how much time has passed, 50 % of the tasks are done'],
    };
    expect(healthOf({ phases: [{ tasks: 'x.' }], valid: '..2026-04-10' }, DAY_25)).toEqual(health);
    expect(healthOf({ phases: [{ tasks: 'x.' }], valid: '2026-01-01..' }, DAY_25)).toEqual(health);
  });

  test('no boxes', () => {
    expect(healthOf({ phases: [{}], valid: HUNDRED_DAYS, onTrack: 'yes' }, DAY_50)).toEqual({
      status: 'UNKNOWN',
      reasons: ['50 % of the time has passed, no check list says how much is done'],
    });
  });
});

describe('a phase that ends before it begins', () => {
  test('dates nothing: neither itself nor the plan', () => {
    const swapped = [
      { tasks: 'x', time: '2026-01-01..2026-02-19' },
      { number: '2', tasks: 'x.', time: '2026-03-01..2026-01-02' },
    ];
    const pace = '50 % of the time has passed, 66 % of the tasks are done';
    expect(healthOf({ phases: swapped, timeline: HUNDRED_DAYS }, DAY_50)).toEqual({
      status: 'ON_TRACK',
      reasons: [pace],
    });
  });
});

describe('the time of a plan', () => {
  const phases = [
    { tasks: 'x', time: '2026-01-01..2026-02-19' },
    { number: '2', tasks: '..', time: '2026-02-20..2026-04-10' },
  ];
  const pace = '60 % of the time has passed, 33 % of the tasks are done';
  const DAY_60 = '2026-03-02';

  test.each<[string, PlanSketch]>([
    [
      'is that of its phase table',
      { phases, timeline: '2020-01-01..2040-12-31', valid: '2020-01-01..2040-12-31' },
    ],
    [
      'else that of its header',
      { phases: [{ tasks: 'x..' }], timeline: HUNDRED_DAYS, valid: '2020-01-01..2040-12-31' },
    ],
    [
      'also when a phase has no date',
      { phases: [{ tasks: 'x..', time: '2026-01-01..2026-01-02' }, { number: '2' }], timeline: HUNDRED_DAYS },
    ],
    [
      'else that of its phases’ weeks',
      {
        phases: phases.map((phase) => ({ ...phase, timeBy: 'weeks' as const })),
        valid: '2020-01-01..2040-12-31',
      },
    ],
    ['else runs from creation to expiry', { phases: [{ tasks: 'x..' }], valid: HUNDRED_DAYS }],
    [
      'is put together where no place says both ends',
      { phases: [{ tasks: 'x..' }], timeline: '2026-01-01..', valid: '..2026-04-10' },
    ],
    [
      'is not one that ends before it starts',
      { phases: [{ tasks: 'x..' }], timeline: '2026-05-01..2026-01-01', valid: HUNDRED_DAYS },
    ],
  ])('%s', (_, sketch) => {
    expect(healthOf(sketch, DAY_60).reasons.at(-1)).toBe(pace);
  });

  test('has no start that lies behind its end', () => {
    const sketch = { phases: [{ tasks: 'x.' }], timeline: '2026-05-01..', valid: '..2026-04-10' };
    expect(healthOf(sketch, DAY_25).status).toBe('UNKNOWN');
  });

  test('is that of its phases, when its check list stands outside of them', () => {
    const unnamed = { name: '', number: null, tasks: 'x..' };
    expect(healthOf({ phases: [unnamed, { time: HUNDRED_DAYS }] }, DAY_60).reasons.at(-1)).toBe(pace);
  });

  test('has not begun before its first day', () => {
    expect(healthOf({ phases: [{ tasks: '..' }], valid: HUNDRED_DAYS }, '2025-12-01')).toEqual({
      status: 'ON_TRACK',
      reasons: ['0 % of the time has passed, 0 % of the tasks are done'],
    });
  });
});

describe('a plan whose work keeps up with the time', () => {
  test('is ON_TRACK, with its numbers', () => {
    expect(healthOf({ valid: HUNDRED_DAYS, phases: [{ tasks: boxes(55, 100) }] }, DAY_62)).toEqual({
      status: 'ON_TRACK',
      reasons: ['62 % of the time has passed, 55 % of the tasks are done'],
    });
  });

  test.each([
    [DAY_50, 30, 'ON_TRACK'],
    [DAY_51, 30, 'AT_RISK'],
    [DAY_50, 29, 'AT_RISK'],
    [DAY_25, 0, 'ON_TRACK'],
    [DAY_26, 0, 'AT_RISK'],
  ] as const)('on %s with %d of 100 tasks done is %s', (today, done, status) => {
    expect(healthOf({ valid: HUNDRED_DAYS, phases: [{ tasks: boxes(done, 100) }] }, today).status).toBe(
      status,
    );
  });

  test('is counted by all its boxes when it has no tasks', () => {
    expect(healthOf({ valid: HUNDRED_DAYS, phases: [{ deliverables: 'x', gates: '.' }] }, DAY_25)).toEqual({
      status: 'ON_TRACK',
      reasons: ['25 % of the time has passed, 50 % of the boxes are done'],
    });
  });
});

describe('a plan at risk', () => {
  test('is behind its time', () => {
    expect(healthOf({ valid: HUNDRED_DAYS, phases: [{ tasks: boxes(31, 100) }] }, DAY_62)).toEqual({
      status: 'AT_RISK',
      reasons: ['62 % of the time has passed, 31 % of the tasks are done'],
    });
  });

  test.each([
    ['2026-03-10', 59, []],
    ['2026-03-11', 60, []],
    ['2026-03-11', 59, ['30 days are left, and 41 % of the tasks are open']],
    ['2026-04-09', 59, ['1 day is left, and 41 % of the tasks are open']],
    [LAST_DAY, 59, ['0 days are left, and 41 % of the tasks are open']],
  ] as const)('has much to do shortly before its end: %s, %d of 100 tasks done', (today, done, reasons) => {
    const sketch = { timeline: '2026-03-01..2026-04-10', phases: [{ tasks: boxes(done, 100) }] };
    const health = healthOf(sketch, today);
    expect(health.reasons.filter((reason) => reason.includes(' left'))).toEqual(reasons);
  });

  test('has open blockers', () => {
    const blockers = [blocker('No cables'), blocker('No wind'), blocker('No rain', { isClosed: true })];
    expect(healthOf({ valid: HUNDRED_DAYS, phases: [{ tasks: 'x.' }], blockers }, DAY_25)).toEqual({
      status: 'AT_RISK',
      reasons: ['2 blockers are open', '25 % of the time has passed, 50 % of the tasks are done'],
    });
    expect(
      healthOf({ valid: HUNDRED_DAYS, phases: [{ tasks: 'x.' }], blockers: blockers.slice(2) }, DAY_25)
        .status,
    ).toBe('ON_TRACK');
  });

  test('has a blocker although nothing else is known', () => {
    expect(healthOf({ blockers: [blocker('No cables')] }, DAY_25)).toEqual({
      status: 'AT_RISK',
      reasons: [
        '1 blocker is open',
        'no dates say how much time has passed, no check list says how much is done',
      ],
    });
  });

  test('has a blocked phase, with boxes or without', () => {
    const blocked = { claims: [claim('table', 'blocked')] };
    const reasons = (phases: NonNullable<PlanSketch['phases']>) =>
      healthOf({ valid: HUNDRED_DAYS, phases }, DAY_25).reasons;
    expect(reasons([{ tasks: 'x' }, { ...blocked, number: '2', tasks: 'x.' }])[0]).toBe('phase 2 is blocked');
    expect(reasons([{ tasks: 'x.' }, { ...blocked, number: '2' }])[0]).toBe('phase 2 is blocked');
    expect(
      reasons([
        { ...blocked, tasks: '.' },
        { ...blocked, number: '2' },
      ])[0],
    ).toBe('2 phases are blocked');
    expect(reasons([{ ...blocked, number: null, tasks: '.' }])[0]).toBe('the phase on line 1 is blocked');
  });

  test('has none in a phase that is complete, whatever is said of it', () => {
    const phases = [
      { tasks: 'x', claims: [claim('table', 'blocked')] },
      { number: '2', tasks: '.' },
    ];
    expect(healthOf({ valid: HUNDRED_DAYS, phases }, DAY_25).status).toBe('ON_TRACK');
  });

  test('has an overdue phase', () => {
    const phases = [
      { tasks: 'x.', time: '2026-01-01..2026-01-20' },
      { number: '2', tasks: 'x', time: '2026-01-10..2026-04-10' },
    ];
    expect(healthOf({ phases }, '2026-01-21')).toEqual({
      status: 'AT_RISK',
      reasons: [
        'phase 1 is overdue by 1 day, since 2026-01-20',
        '20 % of the time has passed, 66 % of the tasks are done',
      ],
    });
    expect(healthOf({ phases }, '2026-01-20').status).toBe('ON_TRACK');
  });
});

describe('a plan off track', () => {
  test('is past its end with something open', () => {
    const sketch = { valid: HUNDRED_DAYS, phases: [{ tasks: 'xxx.', gates: '..' }] };
    expect(healthOf(sketch, DAY_AFTER)).toEqual({
      status: 'OFF_TRACK',
      reasons: [
        "the plan's end, 2026-04-10, was 1 day ago, and 1 task and 2 gates are open",
        '100 % of the time has passed, 75 % of the tasks are done',
      ],
    });
    expect(healthOf(sketch, '2026-05-10').reasons).toEqual([
      "the plan's end, 2026-04-10, was 30 days ago, and 1 task and 2 gates are open",
      '100 % of the time has passed, 75 % of the tasks are done',
    ]);
    expect(healthOf(sketch, LAST_DAY).status).not.toBe('OFF_TRACK');
  });

  test('is past its end with a gate open, although all tasks are done', () => {
    const { status, reasons } = healthOf(
      { valid: HUNDRED_DAYS, phases: [{ tasks: 'x', gates: '.' }] },
      DAY_AFTER,
    );
    expect([status, reasons[0]]).toEqual([
      'OFF_TRACK',
      "the plan's end, 2026-04-10, was 1 day ago, and 1 gate is open",
    ]);
  });

  test('is past its end without a box that proves anything', () => {
    const { status, reasons } = healthOf({ valid: HUNDRED_DAYS, phases: [{}] }, '2026-04-20');
    expect([status, reasons[0]]).toEqual([
      'OFF_TRACK',
      "the plan's end, 2026-04-10, was 10 days ago, and nothing proves that it is complete",
    ]);
  });

  test('is past its end although nobody knows when it began', () => {
    expect(healthOf({ valid: '..2026-04-10', phases: [{ tasks: 'x.' }] }, DAY_AFTER).status).toBe(
      'OFF_TRACK',
    );
  });

  test('is not off track when all it has is said to be complete: that is not known', () => {
    const phases = [{ claims: [claim('table', 'complete')] }];
    expect(healthOf({ valid: HUNDRED_DAYS, phases }, DAY_AFTER).status).toBe('UNKNOWN');
  });

  describe('has a phase that is late', () => {
    const late = (time: string, today: string, more: object = {}) =>
      healthOf(
        {
          timeline: '2025-06-01..2026-12-31',
          phases: [
            { tasks: 'x.', time, ...more },
            { number: '2', tasks: boxes(9, 9) },
          ],
        },
        today,
      );

    test.each([
      ['a short phase, 7 days', '2026-01-01..2026-01-10', '2026-01-17', 'AT_RISK'],
      ['a short phase, 8 days', '2026-01-01..2026-01-10', '2026-01-18', 'OFF_TRACK'],
      ['100 days, 20 days', HUNDRED_DAYS, '2026-04-30', 'AT_RISK'],
      ['100 days, 21 days', HUNDRED_DAYS, '2026-05-01', 'OFF_TRACK'],
      ['without a start, 7 days', '..2026-01-10', '2026-01-17', 'AT_RISK'],
      ['without a start, 8 days', '..2026-01-10', '2026-01-18', 'OFF_TRACK'],
    ] as const)('%s', (_, time, today, status) => {
      expect(late(time, today).status).toBe(status);
    });

    test.each([
      ['complete', { tasks: 'x' }],
      ['dropped', { tasks: 'x-', dropped: true }],
      ['put off', { tasks: '>>' }],
      ['without boxes, and says it is dropped', { tasks: '', claims: [claim('table', 'dropped')] }],
      ['without boxes, and says it is complete', { tasks: '', claims: [claim('table', 'complete')] }],
    ])('unless it is %s', (_, more) => {
      expect(late('2026-01-01..2026-01-10', '2026-01-18', more).reasons).not.toContainEqual(
        expect.stringContaining('overdue'),
      );
    });

    test.each([
      ['waits for its gates', { tasks: 'x', gates: '.' }],
      ['has no boxes and says nothing', { tasks: '' }],
      ['has boxes that disprove that it is complete', { claims: [claim('table', 'complete')] }],
    ])('also when it %s', (_, more) => {
      expect(late('2026-01-01..2026-01-10', '2026-01-18', more).reasons).toContainEqual(
        'phase 1 is overdue by 8 days, since 2026-01-10',
      );
    });
  });
});

describe('what the author says', () => {
  const well = { valid: HUNDRED_DAYS, phases: [{ tasks: 'x.' }] };
  const late = { valid: HUNDRED_DAYS, phases: [{ tasks: '..' }] };

  test('counts where it is worse', () => {
    expect(healthOf({ ...well, onTrack: 'no' }, DAY_25)).toEqual({
      status: 'OFF_TRACK',
      reasons: [
        'the plan says of itself that it is not on track',
        '25 % of the time has passed, 50 % of the tasks are done',
      ],
    });
    expect(healthOf({ ...well, onTrack: 'at-risk' }, DAY_25).status).toBe('AT_RISK');
    expect(healthOf({ ...late, onTrack: 'no' }, DAY_51).status).toBe('OFF_TRACK');
    expect(healthOf({ phases: [{ tasks: 'x.' }], onTrack: 'at-risk' }, DAY_25).status).toBe('AT_RISK');
    expect(healthOf({ phases: [{ tasks: 'x' }], onTrack: 'no' }, DAY_25)).toEqual({
      status: 'OFF_TRACK',
      reasons: ['the plan says of itself that it is not on track', 'everything is done, deferred or dropped'],
    });
  });

  test('does not count where it is better', () => {
    expect(healthOf({ ...late, onTrack: 'yes' }, DAY_51).status).toBe('AT_RISK');
    expect(healthOf({ ...late, onTrack: 'yes' }, DAY_AFTER).status).toBe('OFF_TRACK');
    expect(healthOf({ ...late, onTrack: 'at-risk' }, DAY_AFTER).status).toBe('OFF_TRACK');
  });
});

test('of many overdue phases the worst are named, and the others counted', () => {
  const phases = Array.from({ length: 8 }, (_, index) => ({
    number: String(index + 1),
    tasks: '.',
    time: index < 6 ? '2026-01-01..2026-04-08' : '2026-01-01..2026-02-28',
  }));
  const { reasons } = healthOf({ phases, timeline: HUNDRED_DAYS }, LAST_DAY);
  expect(reasons.filter((reason) => reason.includes('overdue'))).toEqual([
    ...['7', '8'].map((number) => `phase ${number} is overdue by 41 days, since 2026-02-28`),
    ...['1', '2', '3'].map((number) => `phase ${number} is overdue by 2 days, since 2026-04-08`),
    '3 more phases are overdue',
  ]);
});

test('reasons stand in order, the worst first', () => {
  const sketch: PlanSketch = {
    onTrack: 'at-risk',
    phases: [
      { tasks: 'x.', time: '2026-01-01..2026-01-10' },
      { number: '2', tasks: '..', time: '2026-01-11..2026-02-27' },
      { number: '3', tasks: '..', time: '2026-02-01..2026-03-20' },
    ],
    blockers: [blocker('Phase 2 waits')],
  };
  expect(healthOf(sketch, '2026-03-01')).toEqual({
    status: 'OFF_TRACK',
    reasons: [
      'phase 1 is overdue by 50 days, since 2026-01-10',
      'the plan says of itself that it is at risk',
      '19 days are left, and 84 % of the tasks are open',
      'phase 2 is overdue by 2 days, since 2026-02-27',
      '74 % of the time has passed, 16 % of the tasks are done',
      '1 blocker is open',
      'phase 2 is blocked',
    ],
  });
});
