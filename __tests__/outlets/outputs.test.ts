import { describe, expect, test } from '@jest/globals';
import { type OutputSources, outputsOf, shortenedLists } from '../../src/outlets/outputs.ts';
import type { Report } from '../../src/report/report.ts';
import { auditLog, bookings, faxGateway } from '../report/sample-plans.ts';
import { finding, plan, report } from '../report/sample-report.ts';

const files = { report: '/tmp/plan-check/report.json', summary: '/tmp/plan-check/summary.md' };
const outputs = ({
  report: made = report(),
  ...parts
}: Partial<Omit<OutputSources, 'report'>> & { readonly report?: Report }) =>
  outputsOf(made, { ...files, markdown: '### Plan Check', comment: null, ...parts });

const stale = (
  path: string,
  states: readonly ('expired' | 'unreviewed' | 'review-overdue' | 'no-expiry')[],
  more = {},
) =>
  plan({
    path,
    staleness: {
      state: states[0] ?? null,
      reasons: states.map((state) => ({ state, since: null, text: state, evidence: [] })),
    },
    ...more,
  });

const withFinding = (path: string, rule: string, more = {}) =>
  plan({ path, diagnostics: [finding({ rule, ...more })] });

describe('outputs', () => {
  test('all of them, by name', () => {
    const checked = report({ plans: [bookings, auditLog, faxGateway] });
    const comment = { id: 7, url: 'https://github.com/acme/harbour/pull/1#issuecomment-7' };
    const issue = { number: 3, url: 'https://github.com/acme/harbour/issues/3' };
    expect(outputs({ report: checked, comment, issue })).toEqual({
      conclusion: 'failure',
      report: '/tmp/plan-check/report.json',
      plans: '2',
      errors: '1',
      warnings: '2',
      notices: '0',
      invalid: '["docs/plans/active/berth-booking.md"]',
      expired: '["docs/plans/active/berth-booking.md"]',
      unreviewed: '["docs/plans/active/berth-booking.md"]',
      progress:
        '{"tasks":{"done":46,"total":50},"gates":{"done":7,"total":19},"phases":{"complete":1,"total":7}}',
      'comment-id': '7',
      'comment-url': 'https://github.com/acme/harbour/pull/1#issuecomment-7',
      'issue-number': '3',
      'issue-url': 'https://github.com/acme/harbour/issues/3',
      summary: '### Plan Check',
    });
  });

  test('nothing to check', () => {
    expect(outputs({})).toMatchObject({
      conclusion: 'neutral',
      plans: '0',
      invalid: '[]',
      expired: '[]',
      unreviewed: '[]',
      progress:
        '{"tasks":{"done":0,"total":0},"gates":{"done":0,"total":0},"phases":{"complete":0,"total":0}}',
      'comment-id': '',
      'comment-url': '',
      'issue-number': '',
      'issue-url': '',
    });
  });

  test('invalid: an error about the file or its front matter, old ones too', () => {
    const plans = [
      withFinding('a.md', 'front-matter-missing'),
      withFinding('b.md', 'front-matter-syntax'),
      withFinding('c.md', 'front-matter-schema', { isNew: false }),
      withFinding('d.md', 'template-text'),
      withFinding('e.md', 'unreadable-file'),
      withFinding('f.md', 'front-matter-missing', { severity: 'warning' }),
      withFinding('g.md', 'date-order'),
    ];
    const paths: unknown = JSON.parse(outputs({ report: report({ plans }) }).invalid ?? '');
    expect(paths).toEqual(expect.arrayContaining(['a.md', 'b.md', 'c.md', 'd.md', 'e.md']));
    expect(paths).toHaveLength(5);
  });

  test('invalid: nothing that the plan or the team put up with', () => {
    const waived = { reason: 'The law is late.', until: null };
    const plans = [
      withFinding('a.md', 'front-matter-schema', { waived }),
      withFinding('b.md', 'front-matter-schema', { known: true }),
      plan({
        path: 'c.md',
        diagnostics: [
          finding({ rule: 'front-matter-schema', known: true }),
          finding({ rule: 'template-text' }),
        ],
      }),
    ];
    expect(outputs({ report: report({ plans }) }).invalid).toBe('["c.md"]');
  });

  test('a list that is too long ends at a path, and a sentence says how many there are', () => {
    const path = (index: number): string => `plans/ü"${String(index).padStart(4, '0')}${'x'.repeat(88)}.md`;
    const listed = (count: number): Report =>
      report({ plans: Array.from({ length: count }, (_, index) => stale(path(index), ['expired'])) });
    const whole = listed(925);
    expect(JSON.parse(outputs({ report: whole }).expired ?? '')).toHaveLength(925);
    expect(shortenedLists(whole)).toEqual([]);

    const long = listed(1_000);
    const { expired = '' } = outputs({ report: long });
    expect(JSON.parse(expired)).toEqual(Array.from({ length: 925 }, (_, index) => path(index)));
    expect(Buffer.byteLength(expired)).toBeLessThanOrEqual(100_000);
    expect(shortenedLists(long)).toEqual([
      'The output "expired" holds the first 925 of 1000 paths, as more would be too long for an output; the report has them all.',
    ]);
  });

  test('expired: active plans only; unreviewed: never reviewed, or not lately', () => {
    const plans = [
      stale('a.md', ['expired', 'unreviewed']),
      stale('b.md', ['expired'], { lifecycle: 'draft' }),
      stale('c.md', ['review-overdue'], { lifecycle: 'draft' }),
      stale('d.md', ['no-expiry']),
    ];
    expect(outputs({ report: report({ plans }) })).toMatchObject({
      expired: '["a.md"]',
      unreviewed: '["a.md","c.md"]',
    });
  });

  test('a summary over 64 KiB is named by its file', () => {
    const most = '漢'.repeat(21_845);
    expect(outputs({ markdown: most }).summary).toBe(most);
    expect(outputs({ markdown: `${most}ab` }).summary).toBe(
      'The summary is too long for an output; it is in the file "/tmp/plan-check/summary.md".',
    );
  });
});
