import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { day } from '../report/sample-report.ts';

const stateOf = (column: string, cell: string, today: string | null = '2026-03-01'): string | undefined =>
  parsePlan('x.md', `| Task | ${column} |\n|---|---|\n| Dig | ${cell} |\n`, {
    today: today === null ? null : day(today),
  }).phases[0]?.items[0]?.state;

test.each([
  'Status',
  '✅ Status',
  'Task status',
  'Current Status',
  '**State**',
  'Status (May)',
  'Done',
  'Completed?',
])('a column "%s" beside that of the tasks tells their states', (column) => {
  expect([stateOf(column, '✅'), stateOf(column, '⏳')]).toEqual(['done', 'open']);
});

test.each(['Statute', 'State of the art', 'Owner'])('a column "%s" does not', (column) => {
  expect(stateOf(column, '✅')).toBeUndefined();
});

describe('the cell of a task says that it is done', () => {
  test.each([
    '✅',
    '✅ 2026-02-27',
    'x',
    '[x]',
    'Yes',
    'done',
    'Done.',
    'Done!',
    'Done (reviewed)',
    'Done, in #12',
    'done: see #12',
    'Done - by Ann',
    'Complete, 100%',
    '**Done**',
    ':white_check_mark:',
    'Done in PR #1720 via `--open`',
    'Done (Alice, 2026-02-27)',
    'yes (force)',
    '`Done`',
    'Done, docs/index.md',
    '✅ all tests green',
    '✅ Merged, see [PR 12](https://example.com/12)',
    'Done, 5 of 5',
    'Completed in Sprint 3',
    'x @ann abc1234',
    '~~Pending~~ Done',
    'Done (42 tests)',
    'Shipped',
    'Merged (#12)',
    'Merged in #12',
    'Deployed',
    'Released 2026-02-01',
    'Closed',
    'Resolved.',
    'Implemented',
    'Live',
    'Live since 2026-02-01',
    '100%',
    '100 % done',
    'All done',
    'Fully done',
    '🟢 Done',
    '🎉 Shipped',
    'In progress → Done',
    'Open -> In progress -> Closed',
    '⏳ → ✅',
    '⏳ Pending → ✅ Done',
    'Dropped → Done',
    'Deferred → Done',
    'Postponed → Done',
    'Moved to phase 2 → Done',
    'Not needed → Done',
    'Merged into `main`',
    'Merged into [main](https://example.org/tree/main)',
    '~~In progress~~ Done',
    '~~Skipped~~ done',
    '~~Deferred~~ ✅',
  ])('with %j', (cell) => {
    expect(stateOf('Done', cell)).toBe('done');
    expect(stateOf('Status', cell)).toBe('done');
  });

  test.each(['2026-02-27', '2026/02/27', 'Feb 27, 2026'])(
    'with the day %s, below a heading of completion',
    (cell) => {
      expect(stateOf('Completed', cell)).toBe('done');
      expect(stateOf('Status', cell)).toBe('open');
    },
  );
});

describe('it does not', () => {
  test.each([
    'done: partial',
    'Closed beta',
    'Live tests',
    'Merged?',
    'Merged, not deployed',
    'Deployed, 90%',
    'Shipped to half of them',
    'Released candidate',
    '100% planned',
    '100',
    '1000%',
    'All',
    'All tests',
    '🟢',
    '🟢 On track',
    'Done → Reopened',
    'After the release → Done',
    'Deferred → ❌',
    'Deferred → Blocked',
    'Deferred → Planned',
    'Not needed → Needed',
    'Moved to `src/core`',
    'Moved to the `plan` module',
    'Replaced by `newApi`',
    'Split into 3 steps',
    'Done → docs',
    '~~Skipped~~',
    'Done-ish no',
    'Done-ish',
    'done, partly',
    'Done?',
    'Done, 50 %',
    'Done except for the index',
    'Complete but untested',
    'almost done',
    '✅ mostly',
    '✅ ❌',
    'yes, no',
    'x not yet',
    'donee',
    '✅ planned',
    '✅ Planned',
    'Done by Bob tomorrow',
    'Done by Friday',
    'Done (0 of 5)',
    '✅ To Be Verified',
    '~~Done~~',
    '<del>Done</del>',
    `Done ${'<b></b>'.repeat(300)} pending`,
    'Done 4/5',
    'Done, 1 100 %ish',
    'yes. No tests',
    'Done: nothing',
    '✅ in review',
    'Done when the index is there',
    'done for the first of them',
    '✅ ⏭',
    '✅ 未完了',
    'tomorrow',
    '2026-02-30',
    '2026-02-27 or later',
    '27.2.',
  ])('with %j', (cell) => {
    expect(stateOf('Done', cell)).toBe('open');
  });

  test.each(['2026-03-03', '2027-01-01', 'Done (2026-04-01)', '✅ March 9, 2026', 'Done in 2099'])(
    'with the day %s, which is to come',
    (cell) => {
      expect(stateOf('Completed', cell)).toBe('open');
      expect(stateOf('Completed', cell, null)).toBe('done');
    },
  );

  test('but a day ahead is still somebody’s today', () => {
    expect(stateOf('Completed', '2026-03-02')).toBe('done');
  });
});

describe('a task was given up', () => {
  test.each([
    ['Deferred', 'deferred'],
    ['(deferred to v2)', 'deferred'],
    ['Postponed to May', 'deferred'],
    ['Moved to phase 3 plan', 'deferred'],
    ['Moved to [the next plan](next.md)', 'deferred'],
    ['[>]', 'deferred'],
    ['Deferred → Phase 3', 'deferred'],
    ['Not needed → #12', 'cancelled'],
    ['Closed (won’t fix)', 'cancelled'],
    ['Resolved as duplicate', 'cancelled'],
    ['N/A', 'cancelled'],
    ['[n/a]', 'cancelled'],
    ['⏭️', 'cancelled'],
    ['⏭️ see #4', 'cancelled'],
    ['Won’t do', 'cancelled'],
    ['Not needed', 'cancelled'],
    ['❌ Dropped', 'cancelled'],
    ['**Skipped**', 'cancelled'],
    ['Skipped – nobody asks for it', 'cancelled'],
    ['Superseded by G', 'cancelled'],
    ['Duplicate of A', 'cancelled'],
  ])('with %j', (cell, state) => {
    expect(stateOf('Status', cell)).toBe(state);
    expect(stateOf('Done', cell)).toBe(state);
  });

  test.each([
    'Skipped – still open',
    'Skipped for now, do in May',
    'Dropped into QA',
    'Dropped the old table, now building the new one',
    'Cancelled? not decided',
    'N/A yet, starting in May',
    'Skipped (flaky, retry in CI)',
    'Deferred tests, rest in progress',
    'Moved to QA',
    '⏭️ still open',
  ])('but not with %j', (cell) => {
    expect(stateOf('Status', cell)).toBe('open');
  });
});
