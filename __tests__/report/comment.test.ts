import { describe, expect, test } from '@jest/globals';
import { renderComment } from '../../src/report/comment.ts';
import { noLinks } from '../../src/report/links.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { expectGolden } from './golden-file.ts';
import { auditLog, bookings, faxGateway, tideTables } from './sample-plans.ts';
import { finding, links, plan, report } from './sample-report.ts';

const LIMIT = { limit: 65_536 };
const bodyLines = (markdown: string): readonly string[] => markdown.split('\n').filter((line) => line !== '');

describe('a comment reads as it will look', () => {
  test('one plan with errors, one activated, one new, one removed', () => {
    const changed = report({ plans: [tideTables, auditLog, faxGateway, bookings], skipped: 1 });
    expectGolden('comment-errors.md', renderComment(changed, links, LIMIT));
  });

  test('all well', () => {
    expectGolden(
      'comment-all-well.md',
      renderComment(report({ plans: [tideTables, auditLog] }), links, LIMIT),
    );
  });

  test('all well in many plans', () => {
    const plans = [1, 2, 3, 4].map((number) => ({
      ...tideTables,
      path: `docs/plans/${number}.md`,
      title: `Plan ${number}`,
    }));
    expectGolden('comment-many-well.md', renderComment(report({ plans }), links, LIMIT));
  });

  test('only findings that were there before', () => {
    const old = {
      ...auditLog,
      diagnostics: [finding({ rule: 'expired', severity: 'warning', isNew: false })],
    };
    expectGolden('comment-old-findings.md', renderComment(report({ plans: [old] }), links, LIMIT));
  });

  test('no finding, and yet a plan is behind', () => {
    const health = {
      status: 'AT_RISK',
      reasons: ['80 % of the time has passed, 8 % of the tasks are done'],
    } as const;
    expectGolden(
      'comment-behind.md',
      renderComment(report({ plans: [auditLog, { ...tideTables, health }] }), links, LIMIT),
    );
  });

  test('something could not be read', () => {
    const incomplete = report({
      plans: [tideTables, { ...auditLog, delta: null, lifecycle: null, phases: [] }],
      coverage: [
        { what: 'file', message: 'The file could not be read.', blocking: true, path: auditLog.path },
        {
          what: 'references',
          message: 'References were not computed: the list of files is too long.',
          blocking: false,
        },
        { what: 'history', message: 'Left to scans.', blocking: false, isExpected: true },
      ],
    });
    expectGolden('comment-incomplete.md', renderComment(incomplete, links, LIMIT));
  });

  test('no plan changed', () => {
    expectGolden('comment-nothing.md', renderComment(report(), links, LIMIT));
  });

  test('without links, as at the terminal', () => {
    const changed = report({
      plans: [bookings],
      trigger: { kind: 'changes', event: 'diff', base: null, head: null },
    });
    expectGolden('comment-without-links.md', renderComment(changed, noLinks, LIMIT));
  });
});

describe('length', () => {
  test('three lines when all is well', () => {
    expect(bodyLines(renderComment(report({ plans: [auditLog] }), links, LIMIT))).toHaveLength(3);
    expect(bodyLines(renderComment(report({ plans: [auditLog, tideTables] }), links, LIMIT))).toHaveLength(3);
  });

  const many = Array.from(
    { length: 120 },
    (_, index): PlanResult => ({
      ...bookings,
      path: `docs/plans/active/plan-${String(index).padStart(3, '0')}.md`,
      title: `Plan ${index}`,
      diagnostics: bookings.diagnostics,
    }),
  );

  test('120 plans with findings fit, with everything counted', () => {
    const markdown = renderComment(report({ plans: many }), links, LIMIT);
    expect(markdown.length).toBeLessThanOrEqual(LIMIT.limit);
    expect(markdown.match(/^\| ❌/gm)).toHaveLength(120);
    expect(markdown).toContain('### Plan Check: 120 errors in 120 changed plans');
    expect(markdown).toContain('<details><summary>110 more plans</summary>');
    expect(markdown).toContain('120 phase tables, 120 findings that do not count');
    expect(markdown).toContain('120 errors, 240 warnings');
  });

  test.each([65_536, 60_000, 30_000, 9_000, 2_500, 1_000, 300])(
    '%d characters hold whole parts only',
    (limit) => {
      const markdown = renderComment(report({ plans: many }), links, { limit });
      expect(markdown.length).toBeLessThanOrEqual(limit);
      expect(markdown.match(/<details>/g)?.length ?? 0).toBe(markdown.match(/<\/details>/g)?.length ?? 0);
      const rows = markdown.match(/^\| ❌/gm)?.length ?? 0;
      const left = /the rows of (\d+) plan/.exec(markdown)?.[1] ?? (limit > 300 ? '0' : '120');
      expect(rows + Number(left)).toBe(120);
      for (const row of markdown.match(/^\| ❌.*$/gm) ?? []) expect(row.endsWith(' |')).toBe(true);
    },
  );

  test('what is least needed goes first: phase tables, old findings, folds, rows', () => {
    const some = report({ plans: many.slice(0, 12) });
    const whole = renderComment(some, links, LIMIT);
    const leftOut = (limit: number) =>
      /_Left out for want of room: (.*?)\. /.exec(renderComment(some, links, { limit }))?.[1] ?? null;
    expect(leftOut(whole.length)).toBeNull();
    expect(leftOut(whole.length - 1)).toBe('1 phase table');
    expect(leftOut(23_000)).toMatch(/^12 phase tables, \d+ findings? that do(?:es)? not count$/);
    expect(leftOut(12_000)).toMatch(
      /^the details of \d+ plans, 12 phase tables, 12 findings that do not count$/,
    );
    expect(leftOut(4_000)).toMatch(/^the rows of \d+ plans?, the details of 12 plans/);
  });
});

test.each([
  ['error', '❌'],
  ['warning', '❓'],
  ['notice', '❓'],
] as const)('a plan that could not be read and has a finding (%s) has the sign %s', (severity, sign) => {
  const markdown = renderComment(
    report({
      plans: [plan({ diagnostics: [finding({ rule: 'expired', severity })] })],
      coverage: [{ what: 'file', path: plan().path, message: 'It could not be read.', blocking: true }],
    }),
    links,
    LIMIT,
  );
  expect(markdown).toContain(`| ${sign} [Berth booking]`);
});

test.each([
  ['COMPLETE', '❓'],
  ['ON_TRACK', '❓'],
  ['OFF_TRACK', '🔴'],
] as const)(
  'a plan in no known state that is %s has the sign %s, though nothing new is found',
  (status, sign) => {
    const old = finding({ rule: 'front-matter-syntax', severity: 'error', isNew: false });
    const broken = plan({ lifecycle: null, health: { status, reasons: [] }, diagnostics: [old] });
    const markdown = renderComment(report({ plans: [broken] }), links, LIMIT);
    expect(markdown).toContain(`${sign} [Berth booking]`);
    expect(markdown).not.toContain('✅');
  },
);

test('a title in which nothing is visible is replaced by the path', () => {
  const markdown = renderComment(report({ plans: [plan({ title: '\u200b\u202e ' })] }), links, LIMIT);
  expect(markdown).toContain('✅ [docs/plans/active/berth-booking.md](https://github.com/');
});
