import { describe, expect, test } from '@jest/globals';
import { inTime } from '../../src/checking/in-time.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { ENDLESS } from '../../src/run-time.ts';

const PLANS = ['a.md', 'b.md', 'c.md'].map((path) => parsePlan(path, '# A plan\n'));

describe('plans that are looked at beside those of a change', () => {
  test('are looked at one after the other', () => {
    expect(inTime(PLANS, ({ path }) => path, ENDLESS)).toEqual({
      values: ['a.md', 'b.md', 'c.md'],
      gaps: [],
    });
  });

  test('are named where one takes too long, and the others are looked at', () => {
    let pieces = 0;
    const { values, gaps } = inTime(PLANS, ({ path }) => path, {
      ...ENDLESS,
      planSeconds: 30,
      withinPlan: (work) => (++pieces === 2 ? null : { value: work() }),
    });
    expect(values).toEqual(['a.md', 'c.md']);
    expect(gaps).toEqual([
      {
        what: 'file',
        path: 'b.md',
        message: '"b.md" could not be read and judged within 30 seconds: shorten it.',
        blocking: true,
      },
    ]);
  });

  test('are counted where the time of the run is over', () => {
    const seen: string[] = [];
    const time = { ...ENDLESS, runMinutes: 20, isUp: () => seen.length === 1 };
    const { values, gaps } = inTime(PLANS, ({ path }) => seen.push(path), time);
    expect(values).toEqual([1]);
    expect(gaps).toMatchObject([
      { what: 'plan-files', blocking: true, count: { of: 'time', minutes: 20, plans: 2 } },
    ]);
  });
});
