import { describe, expect, test } from '@jest/globals';
import { parseCalendarDate } from '../../src/plan/calendar-date.ts';
import { endsChart } from '../../src/report/ends-chart.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { renderScanText } from '../../src/report/scan-text.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { expectGolden } from './golden-file.ts';
import { count, day, finding, links, phase, plan, progress, report } from './sample-report.ts';

const trigger = { kind: 'scan', event: 'schedule', base: null, head: 'a'.repeat(40) } as const;
const standing = { change: 'unchanged', delta: null } as const;

const dates = (expires: string | null, reviewed: string | null = '2026-11-01') => ({
  created: day('2026-01-05'),
  lastUpdated: day('2026-11-01'),
  reviewed: reviewed === null ? null : parseCalendarDate(reviewed),
  expires: expires === null ? null : parseCalendarDate(expires),
});
const because = (
  ...reasons: readonly (readonly [
    PlanResult['staleness']['reasons'][number]['state'],
    string | null,
    string,
  ])[]
) => ({
  state: reasons[0]?.[0] ?? null,
  reasons: reasons.map(([state, since, text]) => ({
    ...{ state, text, evidence: [] },
    since: since === null ? null : day(since),
  })),
});
const done = progress({
  tasks: count(46, 50, { deferred: 1 }),
  gates: count(7, 19),
  phases: { complete: 1, total: 7 },
});

const old = plan({
  ...{
    ...standing,
    path: 'docs/plans/active/tide-tables.md',
    title: 'Tide tables',
    owner: ['@water', 'Ola Nordmann'],
  },
  ...{ dates: dates('2026-10-01'), progress: done, phases: [phase('1', 'Read')] },
  health: { status: 'OFF_TRACK', reasons: ['ended 52 days ago'] },
  staleness: because(
    ['expired', '2026-10-02', 'expired 52 days ago, on 2026-10-01'],
    ['review-overdue', '2026-11-01', 'review overdue by 21 days (every 30 days, last on 2026-10-02)'],
  ),
  diagnostics: [
    finding({ rule: 'expired', severity: 'warning', path: 'docs/plans/active/tide-tables.md' }),
    finding({
      rule: 'phase-overclaims',
      severity: 'warning',
      path: 'docs/plans/active/tide-tables.md',
      message: 'Phase 1 says complete, and 4 of its tasks are open.',
    }),
  ],
});
const older = plan({
  ...{ ...standing, path: 'docs/plans/active/fog-horn.md', title: 'Fog horn', owner: [] },
  dates: dates('2026-03-01'),
  health: { status: 'AT_RISK', reasons: ['1 blocker is open'] },
  staleness: because(['expired', '2026-03-02', 'expired 266 days ago, on 2026-03-01']),
});
const soon = plan({
  ...{
    ...standing,
    path: 'docs/plans/active/quay.md',
    title: 'Quay: wall # 3',
    progress: done,
    dates: dates('2026-11-30'),
  },
  health: { status: 'ON_TRACK', reasons: [] },
  timeline: { start: day('2026-01-05'), end: day('2027-01-15'), phases: [], milestones: [] },
  staleness: because(['expiring-soon', '2026-11-16', 'expires in 8 days, on 2026-11-30']),
});
const well = plan({
  ...standing,
  path: 'docs/plans/active/lamps.md',
  title: 'Lamps',
  dates: dates('2027-02-20'),
  health: { status: 'ON_TRACK', reasons: [] },
});
const draft = plan({
  ...standing,
  path: 'docs/plans/draft/pier.md',
  title: 'Pier',
  lifecycle: 'draft',
  dates: dates(null),
  health: { status: 'INACTIVE', reasons: [] },
});
const closed = plan({
  ...standing,
  path: 'docs/plans/completed/rails.md',
  title: 'Rails',
  lifecycle: 'completed',
  progress: done,
  dates: dates('2026-12-01'),
  health: { status: 'COMPLETE', reasons: [] },
});
const broken = plan({
  ...{ ...standing, path: 'docs/plans/active/broken.md', title: 'broken.md', lifecycle: null },
  diagnostics: [
    finding({
      rule: 'front-matter-syntax',
      path: 'docs/plans/active/broken.md',
      message: 'The front matter cannot be read.',
    }),
  ],
});
const all = [well, draft, soon, closed, old, broken, older];
const scan = report({ plans: all, trigger, skipped: 2, failOn: 'never' });

describe('the summary of a scan', () => {
  test('shows the plans in numbers, what to decide, what ends soon, and the findings', () => {
    expectGolden('summary-portfolio.md', renderSummary(scan, links));
  });

  test('of many plans is cut by whole rows, and says how many are missing', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      ...old,
      path: `docs/plans/active/${index}.md`,
    }));
    const markdown = renderSummary(report({ plans: many, trigger }), links, { limit: 60_000 });
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(60_000);
    expect(markdown).toMatch(/^_And \d+ more plans: the report file holds them all\._$/m);
    expect(markdown).toContain('#### 3000 plans to decide about');
    for (const line of markdown.split('\n').filter((text) => text.startsWith('|')))
      expect(line).toMatch(/\|$/);
  });

  test('says that there is no plan', () => {
    expect(renderSummary(report({ trigger }), links)).toContain('\n\nNo plan was found.\n\n');
  });
});

describe('the text of a scan', () => {
  test('is a line for each plan, the worst state first and the oldest of it, then the other findings', () => {
    expect(
      renderScanText(scan, { colors: false }),
    ).toBe(`expired: docs/plans/active/fog-horn.md, expired 266 days ago, on 2026-03-01
expired: docs/plans/active/tide-tables.md, expired 52 days ago, on 2026-10-01; review overdue by 21 days (every 30 days, last on 2026-10-02) (@water, Ola Nordmann)
expiring soon: docs/plans/active/quay.md, expires in 8 days, on 2026-11-30 (@harbour-team)

error[front-matter-syntax] docs/plans/active/broken.md:9: The front matter cannot be read.
warning[phase-overclaims] docs/plans/active/tide-tables.md:9: Phase 1 says complete, and 4 of its tasks are open.

Checked 7 of 7 plans: 1 error, 2 warnings. 2 files skipped that say they are no plan.
`);
  });

  test('is short, however many plans there are', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...older, path: `plans/${index}.md` }));
    const lines = renderScanText(report({ plans: many, trigger }), { colors: false }).split('\n');
    expect(lines).toHaveLength(54);
    expect(lines[50]).toBe('And 10 more stale plans; "--format json" has them all.');
  });
});

describe('the chart of what ends', () => {
  const today = day('2026-11-22');
  const ending = (expires: string, more: Partial<PlanResult> = {}) =>
    plan({ ...standing, dates: dates(expires), ...more });

  test('reaches from today through 90 days, and leaves closed plans out', () => {
    const ends = ['2026-11-21', '2026-11-22', '2027-02-20', '2027-02-21'];
    const chart = endsChart({ plans: ends.map((end) => ending(end, { title: end })), today });
    expect(chart.match(/^· .*$/gm)).toEqual([
      '· 2026-11-22 :crit, 2026-11-22, 2026-11-22',
      '· 2027-02-20 :2026-11-22, 2027-02-20',
    ]);
    expect(endsChart({ plans: [ending('2026-12-01', { lifecycle: 'completed' })], today })).toBe('');
  });

  test('stays small, and says what is not drawn', () => {
    const title = '“#;:`crit,milestone% ended'.repeat(50);
    const chart = endsChart({
      plans: Array.from({ length: 500 }, () => ending('2026-12-24', { title })),
      today,
    });
    expect(chart.length).toBeLessThan(10_000);
    expect(chart.match(/^· [^`#;:]+ :2026-11-22, 2026-12-24$/gm)).toHaveLength(50);
    expect(chart).toContain('\n\nNot drawn: 450 later ends.');
  });
});
