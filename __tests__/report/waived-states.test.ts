import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { dateLines } from '../../src/report/date-words.ts';
import { findingsBesideStates } from '../../src/report/findings-beside-states.ts';
import { issueCoverage } from '../../src/report/issue-coverage.ts';
import { issueRows } from '../../src/report/issue-rows.ts';
import { planResult } from '../../src/report/plan-result.ts';
import type { PlanResult, Report } from '../../src/report/report.ts';
import { renderScanText } from '../../src/report/scan-text.ts';
import { RULES } from '../../src/rules/index.ts';
import { ACTIVE, planText, runScene, withKeys } from '../rules/rule-test.ts';
import { scan } from './issue-scene.ts';
import { day } from './sample-report.ts';

const PATH = 'docs/plans/search.md';
const options = { today: day('2026-03-02'), reviewEvery: 30, expiringWithin: 14 };
const expired = withKeys(ACTIVE, { expires: '2026-02-25' });
const waive = (...rules: readonly string[]): readonly string[] => [
  'check:',
  '  ignore:',
  ...rules.flatMap((rule) => [`    - rule: ${rule}`, '      reason: It runs until the launch']),
];

function resultOf(lines: readonly string[]): PlanResult {
  const text = planText(lines);
  const place = { path: PATH, previousPath: null, change: 'unchanged' } as const;
  const found = runScene({ text, run: 'scan' }, RULES);
  return planResult(place, parsePlan(PATH, text), null, found, options);
}

const scanOf = (lines: readonly string[]): Report => scan([resultOf(lines)], { today: options.today });

test('a state that is waived is no decision, and is said quietly wherever it was', () => {
  const report = scanOf([...expired, ...waive('expired')]);
  const [plan] = report.plans;
  expect(plan?.staleness).toEqual({ state: null, reasons: [], waived: ['expired'] });
  expect(issueRows(report, null)).toEqual([]);
  expect(findingsBesideStates(report)).toEqual([]);
  expect(plan === undefined ? [] : dateLines(plan, options.today, (text) => text)).toEqual([
    'reviewed 10 days ago',
    'expired, waived',
  ]);
  expect(issueCoverage(report, null)).toContain('1 with dates that are waived');
  expect(renderScanText(report, { colors: false })).toBe(
    'Checked 1 of 1 plan: no finding. 1 finding is waived.\n',
  );
});

test('another state of the plan takes its place', () => {
  const { state, reasons, waived } = resultOf([
    ...withKeys(expired, { reviewed: '2026-01-01' }),
    ...waive('expired'),
  ]).staleness;
  expect([state, reasons.map((reason) => reason.state), waived]).toEqual([
    'review-overdue',
    ['review-overdue'],
    ['expired'],
  ]);
});

test.each([
  ['without a waiver', expired],
  ['with one for another rule', [...expired, ...waive('no-expiry')]],
  ['with one that is over', [...expired, ...waive('expired'), '      until: 2026-03-01']],
  ['with one without a reason', [...expired, ...waive('expired').slice(0, 3)]],
])('a state stands %s', (_, lines) => {
  expect(resultOf(lines).staleness).toMatchObject({ state: 'expired' });
  expect(resultOf(lines).staleness).not.toHaveProperty('waived');
});
