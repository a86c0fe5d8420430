import { describe, expect, test } from '@jest/globals';
import type { HealthStatus } from '../../src/progress/health.ts';
import { conclude, exitCodeOf } from '../../src/report/conclusion.ts';
import { auditLog, bookings, faxGateway, tideTables } from './sample-plans.ts';
import { finding, plan, report } from './sample-report.ts';

const blocking = { what: 'changed-files', message: 'The list is short.', blocking: true } as const;
const harmless = { ...blocking, blocking: false };

describe('the conclusion', () => {
  test.each([
    ['an error fails', { errors: 1 }, [], 'error', 'failure', 1],
    ['a warning does not', { warnings: 1 }, [], 'error', 'success', 0],
    ['unless it shall', { warnings: 1 }, [], 'warning', 'failure', 1],
    ['nothing fails where nothing shall', { errors: 1 }, [], 'never', 'success', 0],
    ['a failure is said before a gap', { errors: 1 }, [blocking], 'error', 'failure', 1],
    ['a gap is never a success', {}, [blocking], 'error', 'incomplete', 1],
    ['a gap is said where nothing fails', { errors: 1 }, [blocking], 'never', 'incomplete', 0],
    ['a gap without plans', { plans: 0 }, [blocking], 'error', 'incomplete', 1],
    ['a gap that does not block', {}, [harmless], 'error', 'success', 0],
    ['no plan', { plans: 0 }, [], 'error', 'neutral', 0],
  ] as const)('%s', (_, given, coverage, failOn, conclusion, exitCode) => {
    const { plans, ...counts } = { plans: 1, errors: 0, warnings: 0, ...given };
    const evidence = { counts, plans, coverage, failOn };
    expect(conclude(evidence)).toBe(conclusion);
    expect(exitCodeOf({ conclusion }, failOn)).toBe(exitCode);
  });
});

describe('a report', () => {
  test('counts what is new, and neither waived nor known', () => {
    const waived = { reason: 'The team is away.', until: null };
    const expired = finding({ rule: 'expired' });
    const made = report({
      plans: [
        plan({
          diagnostics: [
            expired,
            { ...expired, isNew: false },
            { ...expired, waived },
            { ...expired, known: true },
          ],
        }),
      ],
      diagnostics: [{ ...expired, severity: 'warning', waived }],
    });
    expect(made.counts).toEqual({ plans: 1, errors: 1, warnings: 0, notices: 0, skipped: 0 });
  });

  test('has the worst plan first, then by path', () => {
    const noticed = plan({ path: 'a.md', diagnostics: [finding({ rule: 'expired', severity: 'notice' })] });
    const old = plan({ path: 'b.md', diagnostics: [finding({ rule: 'expired', isNew: false })] });
    const made = report({ plans: [tideTables, old, auditLog, noticed, bookings] });
    expect(made.plans.map(({ path }) => path)).toEqual([
      bookings.path,
      'a.md',
      'b.md',
      auditLog.path,
      tideTables.path,
    ]);
  });

  test('has one that could not be read after the errors, what is behind before what is well, and what is gone last', () => {
    const health = (status: HealthStatus) => ({ status, reasons: ['for a reason'] });
    const made = report({
      plans: [
        { ...faxGateway, path: 'a.md' },
        plan({ path: 'b.md' }),
        plan({ path: 'c.md', health: health('AT_RISK') }),
        plan({ path: 'd.md', health: health('OFF_TRACK') }),
        plan({ path: 'e.md', diagnostics: [finding({ rule: 'expired', severity: 'warning' })] }),
        plan({ path: 'f.md' }),
        bookings,
      ],
      coverage: [{ what: 'file', path: 'f.md', message: 'It could not be read.', blocking: true }],
    });
    expect(made.plans.map(({ path }) => path)).toEqual([
      bookings.path,
      'f.md',
      'e.md',
      'd.md',
      'c.md',
      'b.md',
      'a.md',
    ]);
  });

  test('has findings that count first, the worst first, then by place', () => {
    const on = (line: number, more = {}) =>
      finding({ rule: 'expired', range: { start: { line, column: 1 }, end: { line, column: 2 } }, ...more });
    const made = report({
      plans: [plan({ diagnostics: [on(1, { isNew: false }), on(9), on(3, { severity: 'warning' }), on(2)] })],
    });
    expect(made.plans[0]?.diagnostics.map(({ range }) => range.start.line)).toEqual([2, 9, 3, 1]);
  });

  test('counts as checked only what could be read', () => {
    const unread = finding({ rule: 'unreadable-file', isNew: false });
    const made = report({
      plans: [
        plan({ path: 'a.md' }),
        plan({ path: 'b.md', diagnostics: [unread] }),
        plan({ path: 'c.md' }),
        faxGateway,
      ],
      coverage: [{ what: 'file', path: 'c.md', message: 'It could not be read.', blocking: true }],
    });
    expect([faxGateway.change, made.counts.plans]).toEqual(['removed', 1]);
  });

  test('counts what the change brought', () => {
    const made = report({
      plans: [bookings, auditLog],
      diagnostics: [finding({ rule: 'related-code-touched', severity: 'notice' })],
      skipped: 3,
    });
    expect(made.counts).toEqual({ plans: 2, errors: 1, warnings: 2, notices: 1, skipped: 3 });
    expect(made.conclusion).toBe('failure');
  });
});
