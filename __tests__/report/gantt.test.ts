import { describe, expect, test } from '@jest/globals';
import type { PlanTimeline, TimelinePhase } from '../../src/progress/timeline.ts';
import { ganttChart } from '../../src/report/gantt.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { nodesOf, parse } from './gfm.ts';
import { hostileText } from './hostile-text.ts';
import { bookings } from './sample-plans.ts';
import { day } from './sample-report.ts';

const TODAY = day('2026-11-22');

const phase = (parts: Partial<TimelinePhase> = {}): TimelinePhase => ({
  name: 'Payments',
  number: '3',
  start: day('2026-11-02'),
  end: day('2026-12-04'),
  state: 'not-started',
  ...parts,
});
const timeline = (parts: Partial<PlanTimeline>): PlanTimeline => ({
  start: null,
  end: null,
  phases: [],
  milestones: [],
  ...parts,
});
const chart = (parts: Partial<PlanTimeline>): string => ganttChart({ timeline: timeline(parts) }, TODAY);
/** The line of the chart about a phase. */
const line = (parts: Partial<TimelinePhase>): string | undefined =>
  chart({ phases: [phase(parts)] }).split('\n')[6];

describe('the chart of a plan', () => {
  test('shows its phases and its milestones', () => {
    expect(ganttChart(bookings, TODAY)).toBe(`\`\`\`mermaid
gantt
dateFormat YYYY-MM-DD
axisFormat %Y-%m-%d
inclusiveEndDates
section Phases
Phase 1 Berths and tides :done, 2026-01-05, 2026-02-27
Phase 2 Bookings :crit, active, 2026-03-02, 2026-04-30
Phase 3 Payments :active, 2026-05-04, 2026-12-04
Phase 4 Opening day (ends) :milestone, 2026-12-18, 0d
section Milestones
· Harbour fair first demo :milestone, 2026-03-20, 0d
\`\`\``);
  });

  test.each([
    ['to come', {}, 'Phase 3 Payments :2026-11-02, 2026-12-04'],
    ['begun', { state: 'in-progress' }, 'Phase 3 Payments :active, 2026-11-02, 2026-12-04'],
    ['at its gate', { state: 'gate-pending' }, 'Phase 3 Payments :active, 2026-11-02, 2026-12-04'],
    ['blocked', { state: 'blocked' }, 'Phase 3 Payments :crit, active, 2026-11-02, 2026-12-04'],
    ['complete', { state: 'complete' }, 'Phase 3 Payments :done, 2026-11-02, 2026-12-04'],
    ['late', { end: day('2026-11-21') }, 'Phase 3 Payments :crit, 2026-11-02, 2026-11-21'],
    ['on its last day', { end: TODAY }, 'Phase 3 Payments :2026-11-02, 2026-11-22'],
    ['of one day', { end: day('2026-11-02') }, 'Phase 3 Payments :crit, 2026-11-02, 2026-11-02'],
    ['without a number', { number: null }, '· Payments :2026-11-02, 2026-12-04'],
    ['without a name', { name: '' }, 'Phase 3 :2026-11-02, 2026-12-04'],
    ['with a start only', { end: null }, 'Phase 3 Payments (begins) :milestone, 2026-11-02, 0d'],
    ['with an end only', { start: null }, 'Phase 3 Payments (ends) :milestone, 2026-12-04, 0d'],
  ] as const satisfies readonly (readonly [string, Partial<TimelinePhase>, string])[])(
    'a phase %s',
    (_, parts, expected) => {
      expect(line(parts)).toBe(expected);
    },
  );

  test.each([
    ['nothing is known', null],
    ['only the ends of the plan are known', timeline({ start: day('2026-01-01'), end: day('2026-12-31') })],
    ['the only phase was dropped', timeline({ phases: [phase({ state: 'dropped' })] })],
    ['the only phase ends before it begins', timeline({ phases: [phase({ end: day('2026-01-01') })] })],
    ['the only phase has no day', timeline({ phases: [phase({ start: null, end: null })] })],
  ])('is not there when %s', (_, known) => {
    expect(ganttChart({ timeline: known }, TODAY)).toBe('');
  });

  test('has at most so many lines that GitHub draws it, and counts the rest', () => {
    const long = 'Long name '.repeat(50);
    const drawn = chart({
      phases: Array.from({ length: 500 }, () => phase({ name: long })),
      milestones: Array.from({ length: 31 }, () => ({ date: TODAY, text: long })),
    });
    expect(drawn.length).toBeLessThan(50_000);
    expect(drawn.match(/^Phase 3 /gm)).toHaveLength(60);
    expect(drawn.match(/^· /gm)).toHaveLength(30);
    expect(drawn).toMatch(/\n```\n\nNot drawn: 440 more phases, 1 more milestone\.$/);
  });
});

const NAMES = [
  'section x',
  'title x',
  'click a href "x"',
  '%%{init: {}}%%',
  '2026-01-01',
  'a:b;c#d',
  '```\n# out',
  'excludes weekends',
];

test('no name can end its line, its chart or its block of code, nor be read as a word of the chart', () => {
  const name = fc.oneof(
    { weight: 3, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
  );
  fc.assert(
    fc.property(name, fc.option(name), name, (some, number, milestone) => {
      const drawn = chart({
        phases: [phase({ name: some, number })],
        milestones: [{ date: TODAY, text: milestone }],
      });
      const lines = drawn.split('\n');
      expect(lines).toHaveLength(10);
      expect(lines[6]).toMatch(/^(?:Phase|·) [\p{L}\p{M}\p{N} .,()+/–—…-]+ :2026-11-02, 2026-12-04$/u);
      expect(lines[8]).toMatch(/^· [\p{L}\p{M}\p{N} .,()+/–—…-]+ :milestone, 2026-11-22, 0d$/u);
      expect(nodesOf(parse(drawn)).map(({ type }) => type)).toEqual(['root', 'code']);
    }),
  );
});
