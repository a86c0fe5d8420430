import { describe, expect, test } from '@jest/globals';
import { type CheckRequest, check } from '../../src/check.ts';
import { ENDLESS, type RunTime } from '../../src/run-time.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import { runTime } from '../../src/time-budget.ts';
import { type WithinTime, withoutLimit } from '../../src/within-time.ts';
import { day } from '../report/sample-report.ts';
import { phases } from '../rules/bodies.ts';
import { ACTIVE, planText } from '../rules/rule-test.ts';
import { memoryRepository } from './memory-repository.ts';

const PATHS = ['plans/a.md', 'plans/b.md', 'plans/c.md'];

const request = (time: RunTime, text: string): CheckRequest => {
  const head = Object.fromEntries(PATHS.map((path) => [path, text]));
  return {
    repository: memoryRepository({ head, trusted: head }),
    scope: { kind: 'all' },
    run: 'scan',
    event: 'schedule',
    settings: resolveSettings({ inputs: { today: day('2026-03-02') }, config: {}, now: 0 }),
    version: '0.0.0',
    withinSchemaTime: withoutLimit,
    time,
  };
};

/** What blocks, and whether each plan was judged. */
async function resultOf(time: RunTime, text = planText(ACTIVE)) {
  const { report } = await check(request(time, text));
  return {
    conclusion: report.conclusion,
    counted: report.counts.plans,
    paths: report.plans.map(({ path }) => path),
    blocking: report.coverage.filter(({ blocking }) => blocking).map(({ message }) => message),
  };
}

/** Gives time to all pieces of work but these, counted from 0. */
const allBut = (...late: readonly number[]): WithinTime => {
  let done = 0;
  return (work) => (late.includes(done++) ? null : { value: work() });
};

describe('a run that takes too long', () => {
  test('leaves out the long plan that could not be read, and says so', async () => {
    const long = `${planText(ACTIVE)}${'Words. '.repeat(10_000)}\n`;
    expect(await resultOf({ ...ENDLESS, planSeconds: 10, withinPlan: allBut(1) }, long)).toEqual({
      conclusion: 'incomplete',
      counted: 2,
      paths: expect.arrayContaining(PATHS),
      blocking: ['"plans/b.md" could not be read and judged within 10 seconds: shorten it.'],
    });
  });

  test('leaves out the plan that could not be judged, and says so', async () => {
    expect(await resultOf({ ...ENDLESS, planSeconds: 10, withinPlan: allBut(2) })).toEqual({
      conclusion: 'incomplete',
      counted: 2,
      paths: expect.arrayContaining(PATHS),
      blocking: ['"plans/c.md" could not be read and judged within 10 seconds: shorten it.'],
    });
  });

  test('judges what it can, and counts the rest', async () => {
    // Asked once for the history, and before each plan.
    let asked = 0;
    expect(await resultOf({ ...ENDLESS, runMinutes: 20, isUp: () => asked++ > 1 })).toEqual({
      conclusion: 'incomplete',
      counted: 1,
      paths: ['plans/a.md'],
      blocking: [
        'The 20 minutes of a run were over, and 2 plans could not be judged: split the scan with "shard", or change fewer plans at once.',
      ],
    });
  });

  test('has no such gap while there is time', async () => {
    expect(await resultOf(runTime({ plan: 60_000, run: 60_000 }))).toMatchObject({
      counted: 3,
      blocking: [],
    });
  });
});

describe('the time of a run', () => {
  test('ends the work on one plan, and leaves that on the next one alone', () => {
    const { withinPlan } = runTime({ plan: 50, run: 60_000 });
    expect(withinPlan(() => /^(a+)+$/.test(`${'a'.repeat(60)}!`))).toBeNull();
    expect(withinPlan(() => 'more')).toEqual({ value: 'more' });
  });

  test('ends a plan inside of which a schema has time left', () => {
    const { withinPlan } = runTime({ plan: 50, run: 60_000 });
    const schema = runTime({ plan: 60_000, run: 60_000 }).withinPlan;
    const work = () => schema(() => /^(a+)+$/.test(`${'a'.repeat(60)}!`));
    expect(withinPlan(work)).toBeNull();
    expect(withinPlan(() => schema(() => 'more'))).toEqual({ value: { value: 'more' } });
  });

  test('is over when it is over', () => {
    expect(runTime({ plan: 50, run: 60_000 }).isUp()).toBe(false);
    expect(runTime({ plan: 50, run: 0 }).isUp()).toBe(true);
  });
});

test('phases that a report does not list are counted', async () => {
  const headings = Array.from(
    { length: 1_200 },
    (_, index) => `### Phase ${index + 1}: Pier\n\n- [x] Do\n\n`,
  );
  const { report } = await check(request(ENDLESS, planText(ACTIVE, phases(headings.join('\n')))));
  const [plan] = report.plans;
  expect([plan?.phases.length, plan?.progress.phases.total]).toEqual([1_000, 1_200]);
  expect(report.coverage.filter(({ what }) => what === 'file')).toEqual(
    PATHS.map((path) => ({
      what: 'file',
      path,
      message: `"${path}" has 1200 phases, and the first 1000 are listed: make several plans of it.`,
      blocking: false,
    })),
  );
});

test.each<readonly [string, string, number | null]>([
  ['are all read', '[a](#faster-search)\n\n'.repeat(5_000), null],
  ['are more than are read', '[a](#faster-search)\n\n'.repeat(5_001), 10_014],
  [
    'are more than are read, some in one line',
    '[a](#faster-search) [b](#faster-search)\n\n'.repeat(2_501),
    5_014,
  ],
  [
    'are definitions, and more than are read',
    Array.from({ length: 5_001 }, (_, index) => `[${index}]: #faster-search\n\n`).join(''),
    10_014,
  ],
])('links that %s', async (_, links, line) => {
  const asked = request(ENDLESS, planText(ACTIVE, `# Faster search\n\n${links}`));
  const withRule = (level: 'off' | 'warning'): CheckRequest => ({
    ...asked,
    settings: { ...asked.settings, rules: { 'broken-link': { level, options: {} } } },
  });
  const gapsOf = async (level: 'off' | 'warning') =>
    (await check(withRule(level))).report.coverage.filter(({ what }) => what === 'file');
  expect(await gapsOf('off')).toEqual([]);
  expect(await gapsOf('warning')).toEqual(
    line === null
      ? []
      : PATHS.map((path) => ({
          what: 'file',
          path,
          message: `"${path}": More links than are read, and from line ${line} on none is followed: make several plans of it.`,
          blocking: true,
        })),
  );
});
