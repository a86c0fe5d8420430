import { expect, test } from '@jest/globals';
import { dateLines } from '../../src/report/date-words.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { plain } from '../../src/report/say.ts';
import { reasonsInWords, stateInWords } from '../../src/report/state-words.ts';
import { day, delta, plan } from './sample-report.ts';

const health = (status: PlanResult['health']['status']): Partial<PlanResult> => ({
  health: { status, reasons: ['for a reason'] },
});

test.each([
  ['a plan at work', health('ON_TRACK'), 'active · on track'],
  ['one that is behind', health('AT_RISK'), 'active · at risk'],
  ['one that is far behind', health('OFF_TRACK'), 'active · off track'],
  ['one that is done and not closed', health('COMPLETE'), 'active · all done'],
  ['one that is completed', { ...health('COMPLETE'), lifecycle: 'completed' }, 'completed'],
  ['a draft', { ...health('INACTIVE'), lifecycle: 'draft' }, 'draft'],
  ['one of which nothing is known', health('UNKNOWN'), 'active'],
  ['one that is done in no known state', { ...health('COMPLETE'), lifecycle: null }, 'no known state'],
  ['one on its way in no known state', { ...health('ON_TRACK'), lifecycle: null }, 'no known state'],
  ['one without a state', { ...health('AT_RISK'), lifecycle: null }, 'no known state · at risk'],
  [
    'one that was activated',
    { ...health('AT_RISK'), delta: delta({ lifecycle: { from: 'draft', to: 'active' } }) },
    'draft → active · at risk',
  ],
] as const satisfies readonly (readonly [string, Partial<PlanResult>, string])[])(
  '%s',
  (_, parts, expected) => {
    expect(stateInWords(plan(parts))).toBe(expected);
  },
);

test('four reasons are told, and the others are counted', () => {
  const reasons = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(reasonsInWords(plan({ health: { status: 'AT_RISK', reasons } }), plain)).toBe('a; b; c; d; 2 more');
  expect(reasonsInWords(plan({ health: { status: 'AT_RISK', reasons: ['a', 'b'] } }), plain)).toBe('a; b');
});

test.each([
  [
    'what is stale, without how it was computed',
    {
      staleness: {
        state: 'expired',
        reasons: [
          { state: 'expired', since: null, text: 'expired 145 days ago, on 2026-06-30', evidence: [] },
          {
            state: 'review-overdue',
            since: null,
            text: 'review overdue by 52 days (every 30 days, last on 2026-09-01)',
            evidence: [],
          },
        ],
      },
    },
    ['expired 145 days ago', 'review overdue by 52 days'],
  ],
  ['what is well', {}, ['reviewed 2 days ago', 'expires in 70 days']],
  [
    'today',
    { dates: { ...plan().dates, reviewed: day('2026-11-22'), expires: day('2026-11-23') } },
    ['reviewed today', 'expires in 1 day'],
  ],
  [
    'a day that is past of a plan that is left alone',
    { dates: { ...plan().dates, reviewed: null, expires: day('2026-11-21') } },
    ['expired 1 day ago'],
  ],
  ['nothing of a closed plan', { lifecycle: 'archived' }, []],
  [
    'nothing where there is no date',
    { dates: { created: null, lastUpdated: null, reviewed: null, expires: null } },
    [],
  ],
] as const satisfies readonly (readonly [string, Partial<PlanResult>, readonly string[]])[])(
  'the calendar says %s',
  (_, parts, expected) => {
    expect(dateLines(plan(parts), day('2026-11-22'), plain)).toEqual(expected);
  },
);
