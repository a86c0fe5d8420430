import type { PlanResult } from '../../src/report/report.ts';
import { count, day, delta, finding, item, phase, plan, progress } from './sample-report.ts';

const bookingProgress = progress({
  tasks: count(46, 50, { deferred: 2, cancelled: 1 }),
  deliverables: count(5, 6),
  gates: count(7, 19),
  other: count(2, 9),
  phases: { complete: 1, total: 4 },
  percent: 92,
});

const UNTRACKED = {
  state: 'untracked',
  tasks: count(0, 0),
  deliverables: count(0, 0),
  gates: count(0, 0),
} as const;

/** An active plan that expired, is nearly done by its tasks and far from it by its gates. */
export const bookings: PlanResult = plan({
  owner: ['@harbour-team', 'Ines Duarte'],
  progress: bookingProgress,
  phases: [
    phase('1', 'Berths and tides', {
      state: 'complete',
      tasks: count(14, 14),
      deliverables: count(3, 3),
      gates: count(5, 5),
      line: 31,
      claim: { state: 'complete', source: 'table' },
      before: { state: 'complete', tasks: count(14, 14), deliverables: count(3, 3), gates: count(5, 5) },
    }),
    phase('2', 'Bookings', {
      state: 'gate-pending',
      tasks: count(20, 20, { deferred: 2 }),
      deliverables: count(2, 2),
      gates: count(2, 6),
      line: 58,
      claim: { state: 'complete', source: 'heading' },
      conflict: 'overclaim',
      before: {
        state: 'in-progress',
        tasks: count(16, 20, { deferred: 2 }),
        deliverables: count(2, 2),
        gates: count(2, 5),
      },
    }),
    phase('3', 'Payments', {
      state: 'in-progress',
      tasks: count(12, 16, { cancelled: 1 }),
      deliverables: count(0, 1),
      gates: count(0, 8),
      line: 92,
      claim: { state: 'not-started', source: 'table' },
      conflict: 'underclaim',
      before: {
        state: 'in-progress',
        tasks: count(12, 16, { cancelled: 1 }),
        deliverables: count(0, 1),
        gates: count(0, 9),
      },
    }),
    phase('4', 'Opening day', {
      state: 'untracked',
      line: 130,
      claim: { state: 'in-progress', source: 'bullets' },
      before: UNTRACKED,
    }),
  ],
  health: {
    status: 'OFF_TRACK',
    reasons: ['past its end by 145 days, 4 tasks open', 'phase 3 is overdue by 20 days'],
  },
  timeline: {
    start: day('2026-01-05'),
    end: day('2026-06-30'),
    phases: [
      {
        name: 'Berths and tides',
        number: '1',
        start: day('2026-01-05'),
        end: day('2026-02-27'),
        state: 'complete',
      },
      {
        name: 'Bookings',
        number: '2',
        start: day('2026-03-02'),
        end: day('2026-04-30'),
        state: 'gate-pending',
      },
      {
        name: 'Payments',
        number: '3',
        start: day('2026-05-04'),
        end: day('2026-12-04'),
        state: 'in-progress',
      },
      { name: 'Opening day', number: '4', start: null, end: day('2026-12-18'), state: 'untracked' },
    ],
    milestones: [{ date: day('2026-03-20'), text: 'Harbour fair: first demo' }],
  },
  dates: {
    created: day('2026-01-05'),
    lastUpdated: day('2026-11-20'),
    reviewed: day('2026-09-01'),
    expires: day('2026-06-30'),
  },
  staleness: {
    state: 'expired',
    reasons: [
      {
        state: 'expired',
        since: day('2026-07-01'),
        text: 'expired 145 days ago, on 2026-06-30',
        evidence: [],
      },
      {
        state: 'review-overdue',
        since: day('2026-10-02'),
        text: 'review overdue by 52 days (every 30 days, last on 2026-09-01)',
        evidence: [],
      },
    ],
  },
  delta: delta({
    tasks: {
      ticked: [
        item('Show free berths by day'),
        item('Hold a berth for ten minutes', { line: 45 }),
        item('Send the booking by e-mail', { line: 46 }),
        item('Cancel a booking', { line: 47 }),
      ],
      added: [item('Harbour master has signed', { kind: 'gate', line: 70 })],
      removed: [item('Signed by fax', { kind: 'gate', phase: 'Payments', line: 71 })],
    },
    phases: [{ name: 'Bookings', from: 'in-progress', to: 'gate-pending' }],
    claims: [{ name: 'Opening day', source: 'bullets', from: null, to: 'in-progress' }],
    dates: [
      { field: 'reviewed', from: day('2026-08-01'), to: day('2026-09-01') },
      { field: 'end', from: day('2026-05-29'), to: day('2026-06-30') },
    ],
    blockers: { opened: ['The bank wants another form'], closed: ['No one answers the phone'] },
    progress: {
      from: { ...bookingProgress, tasks: count(42, 50, { deferred: 2, cancelled: 1 }) },
      to: bookingProgress,
    },
  }),
  diagnostics: [
    finding({
      rule: 'front-matter-schema',
      message: '"ai.priority" must be one of critical, high, medium, low; did you mean "high"?',
      range: { start: { line: 14, column: 13 }, end: { line: 14, column: 17 } },
    }),
    finding({
      rule: 'expired',
      severity: 'warning',
      message: 'Renew "expires", or set the lifecycle to archived.',
      help: 'The plan was valid through 2026-06-30.',
    }),
    finding({
      rule: 'review-overdue',
      severity: 'warning',
      message: 'Review the plan and set "reviewed" to the day of the review.',
      range: { start: { line: 8, column: 11 }, end: { line: 8, column: 21 } },
    }),
    finding({
      rule: 'reference-missing',
      message: '"related_plans" names "../mooring.md", which is not there; correct or remove it.',
      range: { start: { line: 17, column: 5 }, end: { line: 17, column: 18 } },
      isNew: false,
    }),
  ],
});

/** A plan without a check list that the change activates. */
export const auditLog: PlanResult = plan({
  path: 'docs/plans/active/audit-log.md',
  previousPath: 'docs/plans/future/audit-log.md',
  change: 'renamed',
  title: 'Audit log',
  owner: ['Ola Nordmann'],
  progress: progress({ phases: { complete: 0, total: 3 } }),
  phases: [
    phase('1', 'Collect', {
      state: 'untracked',
      line: 20,
      claim: { state: 'complete', source: 'table' },
      before: UNTRACKED,
    }),
    phase('2', 'Store', { state: 'untracked', line: 28, before: UNTRACKED }),
    phase('3', 'Show', { state: 'untracked', line: 36, before: UNTRACKED }),
  ],
  delta: delta({ lifecycle: { from: 'draft', to: 'active' } }),
});

/** A new plan in which nothing is wrong. */
export const tideTables: PlanResult = plan({
  path: 'docs/plans/active/tide-tables.md',
  change: 'added',
  title: 'Tide tables',
  progress: progress({
    tasks: count(1, 12),
    gates: count(0, 2),
    phases: { complete: 0, total: 2 },
    percent: 8,
  }),
  phases: [
    phase('1', 'Import', { state: 'in-progress', tasks: count(1, 8), gates: count(0, 1), line: 22 }),
    phase('2', 'Forecast', { tasks: count(0, 4), gates: count(0, 1), line: 40 }),
  ],
  delta: null,
});

/** A plan that the change deletes. */
export const faxGateway: PlanResult = plan({
  path: 'docs/plans/active/fax-gateway.md',
  change: 'removed',
  title: 'Fax gateway',
  delta: null,
});
