import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { renderComment } from '../../src/report/comment.ts';
import { renderIssue } from '../../src/report/issue.ts';
import { planResult } from '../../src/report/plan-result.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderScanSummary } from '../../src/report/scan-summary.ts';
import { renderScanText } from '../../src/report/scan-text.ts';
import { renderText } from '../../src/report/text.ts';
import { RULES } from '../../src/rules/index.ts';
import type { RunKind } from '../../src/rules/rule.ts';
import { ACTIVE, planText, runScene, withKeys } from '../rules/rule-test.ts';
import { scan, stale } from './issue-scene.ts';
import { day, links, report } from './sample-report.ts';

const TODAY = day('2026-03-02');
const OPTIONS = { today: TODAY, reviewEvery: 30, expiringWithin: 14 };
const SNOOZED = [
  ...withKeys(ACTIVE, { expires: '2026-02-25' }),
  'check: {snooze: {until: 9999-12-31, reason: "Some *later* day."}}',
];
const WAIVED = [
  ...withKeys(ACTIVE, { expires: '2026-02-25', title: 'Moorings' }),
  'check: {ignore: {rule: expired, until: 2026-07-01, reason: Trials}}',
];

function resultOf(path: string, lines: readonly string[], run: RunKind) {
  const text = planText(lines, '# A\n\n- [ ] Write it\n');
  const change = run === 'scan' ? 'unchanged' : 'modified';
  const place = { path, previousPath: null, change } as const;
  return planResult(place, parsePlan(path, text), null, runScene({ path, text, run }, RULES), OPTIONS);
}

const SCAN = scan([resultOf('plans/a.md', SNOOZED, 'scan'), resultOf('plans/b.md', WAIVED, 'scan')], {
  today: TODAY,
});
const CHANGE: Report = report({
  today: TODAY,
  plans: [resultOf('plans/a.md', SNOOZED, 'changes')],
});

const ITEM =
  '- 💤 [Faster search](https://github.com/acme/harbour/blob/abc1234def5678abc1234def5678abc1234def56/plans/a.md): snoozed until 9999-12-31: Some &#42;later&#42; day';

describe('a snoozed plan is shown with its day and its reason', () => {
  test('in the report, beside what it hides', () => {
    const [plan] = CHANGE.plans;
    expect(plan?.staleness).toEqual({
      ...{ state: null, reasons: [], isSnoozed: true },
      snooze: { until: '9999-12-31', reason: 'Some *later* day.' },
    });
    expect(plan?.diagnostics.map(({ rule, waived }) => [rule, waived])).toEqual([
      ['expired', { until: '9999-12-31', reason: 'Some *later* day.' }],
    ]);
    expect(CHANGE.counts).toMatchObject({ errors: 0, warnings: 0, notices: 0 });
  });

  test('at the terminal', () => {
    const lines = [
      'snoozed: plans/a.md until 9999-12-31: Some *later* day',
      '',
      'Checked 1 of 1 changed plan: no finding. 1 finding is waived.',
      '',
    ].join('\n');
    expect(renderText(CHANGE, { sourceOf: () => null, colors: false })).toContain(lines);
    expect(renderScanText(SCAN, { colors: false })).toBe(
      [
        ...['snoozed: plans/a.md until 9999-12-31: Some *later* day', ''],
        ...['Checked 2 of 2 plans: no finding. 2 findings are waived.', ''],
      ].join('\n'),
    );
  });

  test('in the comment: in the row, and in a fold', () => {
    const comment = renderComment(CHANGE, links, { limit: 65_536 });
    expect(comment).toContain('expired 5 days ago<br>snoozed until 9999-12-31');
    expect(comment).toContain(`<summary>1 snoozed plan</summary>\n\n${ITEM}\n`);
    expect(comment).toContain(' Waived until 9999-12-31: Some &#42;later&#42; day, which this PR brings.');
  });

  test('in the summary of a scan, and in the tracking issue, with those that waive a state', () => {
    const fold = /<summary>Snoozed or waived: 2<\/summary>\n\n(- 💤 .*)\n(- .*)\n/u;
    const summary = fold.exec(renderScanSummary(SCAN, links, () => true));
    expect(summary?.slice(1)).toEqual([
      ITEM,
      expect.stringMatching(/^- \[Moorings\]\(.*\/plans\/b\.md\): expired, waived until 2026-07-01: Trials$/),
    ]);
    const options = { key: 'default', run: 1, attempt: 1, runUrl: null };
    expect(fold.exec(renderIssue(SCAN, links, null, options).body ?? '')?.slice(1)).toEqual(
      summary?.slice(1),
    );
  });

  test('in SARIF, as a suppression', () => {
    const sarif = JSON.stringify(renderSarif(CHANGE, { rules: RULES, links, sourceOf: () => null }));
    expect(JSON.parse(sarif).runs[0].results).toMatchObject([
      {
        ruleId: 'expired',
        suppressions: [
          {
            ...{ kind: 'inSource', status: 'accepted' },
            justification: 'Until 9999-12-31: Some *later* day.',
          },
        ],
      },
    ]);
  });
});

test('many of them leave room for the others', () => {
  const snooze = { until: day('2026-12-31'), reason: 'x'.repeat(300) };
  const staleness = { state: null, reasons: [], isSnoozed: true, snooze } as const;
  const many = scan(Array.from({ length: 3_000 }, (_, index) => stale(`p${index}`, [], { staleness })));
  const text = renderScanText(many, { colors: false });
  expect(text.match(/^snoozed: /gm)).toHaveLength(20);
  expect(text).toContain('And 2980 more snoozed plans; "--format json" has them all.');
  const body = renderIssue(many, links, null, { key: 'k', run: 1, attempt: 1, runUrl: null }).body ?? '';
  expect(body.match(/^- 💤/gmu)).toHaveLength(50);
  expect(body).toContain('<summary>Snoozed or waived: 3000</summary>');
  expect(body).toContain('- and 2950 more\n');
});
