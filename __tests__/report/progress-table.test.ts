import { expect, test } from '@jest/globals';
import { progressTable } from '../../src/report/progress-table.ts';
import type { Report } from '../../src/report/report.ts';
import { auditLog, bookings, faxGateway, tideTables } from './sample-plans.ts';
import { plan, report } from './sample-report.ts';

const lines = (some: Report): readonly string[] => progressTable(some).map(([line]) => line);

test('a row a plan, with what moved and why it is behind', () => {
  expect(lines(report({ plans: [bookings, auditLog, tideTables, faxGateway] }))).toEqual([
    'PLAN           STATE               TASKS                           GATES  PHASES',
    'Berth booking  active · off track  46/50 · 2 deferred · 1 dropped  7/19   1/4 (1 untracked)',
    '  +4 tasks, 1 gate added, 1 gate removed; phase 2 → gate pending; phase 4 said to be in progress; ends 2026-05-29 → 2026-06-30; 1 blocker opened, 1 blocker closed',
    '  off track: past its end by 145 days, 4 tasks open; phase 3 is overdue by 20 days',
    'Audit log      draft → active      no check list                   –      0/3 (3 untracked)',
    '  moved from future/, activated',
    'Tide tables    active              1/12                            0/2    0/2',
    '  new',
    'Fax gateway    was active          –                               –      –',
    '  removed',
  ]);
});

test('columns stand below each other whatever the width of the characters', () => {
  const [titles = '', wide = '', narrow = ''] = lines(
    report({ plans: [plan({ title: '漢字 👍', path: 'a.md' }), plan({ title: 'é', path: 'b.md' })] }),
  );
  expect(titles.indexOf('STATE')).toBe('漢字 👍'.length + 4);
  expect(wide.slice('漢字 👍'.length)).toMatch(/^ {2}active/);
  expect(narrow.slice('é'.length)).toMatch(/^ {8}active/);
});

test('a plan that could not be read has no numbers', () => {
  const unread = report({
    plans: [bookings],
    coverage: [{ what: 'file', path: bookings.path, message: 'It could not be read.', blocking: true }],
  });
  expect(lines(unread)).toEqual([
    'PLAN           STATE      TASKS  GATES  PHASES',
    'Berth booking  not known  –      –      –',
    '  +4 tasks, 1 gate added, 1 gate removed; phase 2 → gate pending; phase 4 said to be in progress; ends 2026-05-29 → 2026-06-30; 1 blocker opened, 1 blocker closed',
  ]);
});

test.each([
  ['nothing changed', report()],
  [
    'plans are looked at as they stand',
    report({ plans: [bookings], trigger: { kind: 'scan', event: 'scan', base: null, head: null } }),
  ],
  [
    'files are named',
    report({ plans: [bookings], trigger: { kind: 'changes', event: 'check', base: null, head: null } }),
  ],
])('there is none where %s', (_, some) => {
  expect(progressTable(some)).toEqual([]);
});

test('a title cannot move the cursor, nor break the line', () => {
  const [, row] = lines(report({ plans: [plan({ title: 'a\u001b[2J\n\u202eb' })] }));
  expect(row).toBe('a[2J b  active  no check list  –      –');
});
