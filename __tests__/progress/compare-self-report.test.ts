import { describe, expect, test } from '@jest/globals';
import { comparePlans } from '../../src/progress/compare-plans.ts';
import { blocker, claim, type PlanSketch, planOf } from './plan-of.ts';

const delta = (before: PlanSketch, after: PlanSketch) => comparePlans(planOf(before), planOf(after));

describe('what a plan says of its phases', () => {
  test('is compared place by place', () => {
    const before: PlanSketch = {
      phases: [
        { name: 'Dig', claims: [claim('table', 'in-progress'), claim('heading', 'in-progress')] },
        { number: '2', name: 'Build', claims: [claim('bullets', 'complete')] },
        { number: '3', name: 'Paint', claims: [claim('table', null, 40)] },
        { number: '4', name: 'Open' },
      ],
    };
    const after: PlanSketch = {
      phases: [
        { name: 'Dig', claims: [claim('heading', 'in-progress'), claim('table', 'complete')] },
        { number: '2', name: 'Build' },
        { number: '3', name: 'Paint', claims: [claim('table', null, 60)] },
        { number: '4', name: 'Open', claims: [claim('label', 'blocked')] },
        { number: '5', name: 'Rest', claims: [claim('table', 'complete')] },
      ],
    };
    expect(delta(before, after)).toMatchObject({
      phases: [{ name: 'Rest', from: null, to: 'untracked' }],
      claims: [
        { name: 'Dig', source: 'table', from: 'in-progress', to: 'complete' },
        { name: 'Build', source: 'bullets', from: 'complete', to: null },
        { name: 'Open', source: 'label', from: null, to: 'blocked' },
      ],
    });
  });

  test('has not changed when only the boxes did', () => {
    const claims = [claim('table', 'in-progress'), claim('heading', 'complete')];
    expect(delta({ phases: [{ tasks: 'x.', claims }] }, { phases: [{ tasks: 'xx', claims }] })).toMatchObject(
      {
        phases: [{ name: 'Dig', from: 'in-progress', to: 'complete' }],
        claims: [],
      },
    );
  });

  test('is a state before a percentage in the same place', () => {
    const before = [claim('table', null, 40), claim('table', 'in-progress')];
    const after = [claim('table', null, 40), claim('table', 'blocked')];
    expect(delta({ phases: [{ claims: before }] }, { phases: [{ claims: after }] }).claims).toEqual([
      { name: 'Dig', source: 'table', from: 'in-progress', to: 'blocked' },
    ]);
  });

  test('may block a phase, and so may a blocker', () => {
    const phases = [{ tasks: 'x.' }];
    expect(delta({ phases }, { phases, blockers: [blocker('Phase 1 waits')] }).phases).toEqual([
      { name: 'Dig', from: 'in-progress', to: 'blocked' },
    ]);
    expect(delta({ phases, blockers: [blocker('Phase 1 waits')] }, { phases }).phases).toEqual([
      { name: 'Dig', from: 'blocked', to: 'in-progress' },
    ]);
  });
});

describe('blockers', () => {
  const of = (before: PlanSketch['blockers'] & object, after: PlanSketch['blockers'] & object) =>
    delta({ blockers: before }, { blockers: after }).blockers;

  test('open and close', () => {
    expect(of([blocker('No cables'), blocker('No wind')], [blocker('No rain'), blocker('No wind')])).toEqual({
      opened: ['No rain'],
      closed: ['No cables'],
    });
  });

  test('close when they are struck, and open again', () => {
    const closed = blocker('No cables', { isClosed: true });
    expect(of([blocker('No cables')], [closed])).toEqual({ opened: [], closed: ['No cables'] });
    expect(of([closed], [blocker('No cables')])).toEqual({ opened: ['No cables'], closed: [] });
    expect(of([closed], [])).toEqual({ opened: [], closed: [] });
  });

  test('are the same in another order and spelling, with another owner', () => {
    const before = [blocker('No cables'), blocker('No wind')];
    expect(of(before, [blocker('no  WIND.', { owner: 'Ann' }), blocker('No cables')])).toEqual({
      opened: [],
      closed: [],
    });
  });
});

describe('dates', () => {
  const of = (before: PlanSketch, after: PlanSketch) => delta(before, after).dates;

  test('move in the front matter and in the body', () => {
    expect(
      of(
        { valid: '2026-01-01..2026-06-30', timeline: '2026-01-01..2026-05-31', estimatedEnd: '2026-05-31' },
        { valid: '2026-01-01..2026-09-30', timeline: '2026-01-01..2026-08-31', estimatedEnd: '2026-09-15' },
      ),
    ).toEqual([
      { field: 'expires', from: '2026-06-30', to: '2026-09-30' },
      { field: 'end', from: '2026-05-31', to: '2026-08-31' },
      { field: 'estimated_end', from: '2026-05-31', to: '2026-09-15' },
    ]);
  });

  test('of the end are those of the phase table before those of the header', () => {
    const before: PlanSketch = {
      timeline: '2026-01-01..2026-05-31',
      phases: [{ time: '2026-01-01..2026-05-31' }],
    };
    expect(of(before, { ...before, phases: [{ time: '2026-01-01..2026-07-31' }] })).toEqual([
      { field: 'end', from: '2026-05-31', to: '2026-07-31' },
    ]);
    expect(of(before, { timeline: '2026-01-01..2026-05-31' })).toEqual([]);
    expect(of(before, {})).toEqual([{ field: 'end', from: '2026-05-31', to: null }]);
  });

  test('of the header are told where the end of the plan stays', () => {
    const phases = [{ time: '2026-01-01..2026-05-31' }];
    const before: PlanSketch = { timeline: '2026-01-01..2026-05-31', phases };
    expect(of(before, { timeline: '2026-01-01..2026-08-31', phases })).toEqual([
      { field: 'timeline_end', from: '2026-05-31', to: '2026-08-31' },
    ]);
    expect(
      of(before, { timeline: '2026-01-01..2026-08-31', phases: [{ time: '2026-01-01..2026-08-31' }] }),
    ).toEqual([{ field: 'end', from: '2026-05-31', to: '2026-08-31' }]);
  });

  test('of the end do not move with an expiry alone', () => {
    expect(of({ valid: '..2026-06-30' }, { valid: '..2026-09-30' })).toEqual([
      { field: 'expires', from: '2026-06-30', to: '2026-09-30' },
    ]);
  });
});
