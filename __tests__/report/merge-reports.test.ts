import { describe, expect, test } from '@jest/globals';
import { PlanCheckError } from '../../src/plan-check-error.ts';
import { mergeReports, type NamedReport } from '../../src/report/merge-reports.ts';
import type { CoverageGap, PlanResult, Report } from '../../src/report/report.ts';
import { shardOf } from '../../src/settings/shard.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { day, finding, plan, report } from './sample-report.ts';

const trigger = { kind: 'scan', event: 'schedule', base: null, head: 'a'.repeat(40) } as const;
const identity = { settings: '0123456789abcdef', plans: 'fedcba9876543210' };
const merge = (reports: readonly NamedReport[], failOn: 'error' | 'never' = 'never'): Report =>
  mergeReports(reports, { failOn, version: '0.1.0' });

const plans: readonly PlanResult[] = Array.from({ length: 40 }, (_, index) => {
  const path = `docs/plans/active/plan-${index}.md`;
  const severity = (['error', 'warning', 'notice'] as const)[index % 5];
  return plan({
    path,
    change: 'unchanged',
    delta: null,
    diagnostics: severity === undefined ? [] : [finding({ rule: 'expired', severity, path })],
  });
});
const unread: CoverageGap = {
  ...{ what: 'file', path: 'docs/plans/active/plan-7.md' },
  ...{ message: 'Its permissions do not let it be read.', blocking: true },
};
const listCut: CoverageGap = { what: 'plan-files', message: 'The list was cut.', blocking: true };
const whole = report({ plans, trigger, coverage: [listCut, unread], skipped: 6, failOn: 'never' });

/** What the jobs of a matrix write: each its own plans, and what is known of all of them. */
const shards = (count: number): readonly NamedReport[] =>
  Array.from({ length: count }, (_, offset) => {
    const index = offset + 1;
    const isOwn = ({ path = '' }: { readonly path?: string }): boolean => shardOf(path, count) === index;
    const part = report({
      trigger,
      plans: plans.filter(isOwn),
      coverage: [listCut, ...[unread].filter(isOwn)],
      skipped: index === 1 ? 6 : 0,
      failOn: 'never',
    });
    return { name: `${index}.json`, report: { ...part, shard: { index, count, ...identity } } };
  });

describe('the reports of shards', () => {
  test.each([1, 2, 3, 4, 5])('are together what one run says: %d of them', (count) => {
    expect(merge(shards(count))).toEqual({ ...whole, api: { requests: 4 * count, writes: count } });
  });

  test('may come in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...shards(4)], { minLength: 4 }), (shuffled) => {
        expect(merge(shuffled)).toEqual({ ...whole, api: { requests: 16, writes: 4 } });
      }),
      { numRuns: 20 },
    );
  });

  test('are judged anew, whatever each of them concluded', () => {
    const parts = shards(3).map((part) => ({
      ...part,
      report: { ...part.report, conclusion: 'success' } as const,
    }));
    expect(merge(parts).conclusion).toBe('incomplete');
    expect(merge(parts, 'error').conclusion).toBe('failure');
  });

  test('say nothing good of the ones that are missing', () => {
    const [first, , third] = shards(4);
    const merged = merge([first, third].filter((part) => part !== undefined));
    expect(merged.conclusion).toBe('incomplete');
    expect(merged.coverage).toContainEqual({
      what: 'shard',
      message:
        'The reports of shards 2 and 4 of 4 are missing, so their plans are not known: look at those jobs.',
      blocking: true,
    });
    expect(merge(shards(3).slice(1)).coverage).toContainEqual({
      what: 'shard',
      message: 'The report of shard 1 of 3 is missing, so its plans are not known: look at that job.',
      blocking: true,
    });
  });
});

describe('reports that are not parts of one run are refused', () => {
  const [first, second] = shards(2);
  if (first?.report.shard === undefined || second?.report.shard === undefined) throw new Error('No shards.');
  const { shard } = second.report;
  const refusal = (parts: Partial<Report>): string => {
    try {
      merge([first, { name: '2.json', report: { ...second.report, ...parts } }]);
    } catch (error) {
      if (error instanceof PlanCheckError) return error.message;
    }
    return 'nothing';
  };
  const differs = (what: string, cure: string): string =>
    `"1.json" and "2.json" differ in ${what}, so they are not of one run: ${cure}.`;

  test.each<readonly [string, Partial<Report>, string]>([
    [
      'another version',
      { tool: { name: 'plan-check', version: '9.9.9' } },
      differs('the version of Plan Check', 'use one version for all jobs'),
    ],
    [
      'another commit',
      { trigger: { ...trigger, head: 'b'.repeat(40) } },
      differs('the commit', 'merge the reports of one workflow run only'),
    ],
    ['another day', { today: day('2026-11-23') }, differs('the day', 'give all jobs the same "today"')],
    [
      'other settings',
      { shard: { ...shard, settings: '0'.repeat(16) } },
      differs('the settings', 'give all jobs the same inputs, configuration, schema and baseline'),
    ],
    [
      'other plans',
      { shard: { ...shard, plans: '0'.repeat(16) } },
      differs('the plans', 'check out the same commit in all jobs'),
    ],
    [
      'another number of shards',
      { shard: { ...shard, count: 3 } },
      differs('the number of shards', 'merge the reports of one matrix only'),
    ],
    [
      'the same part twice',
      { shard: { ...shard, index: 1 } },
      'Shard 1 of 2 was given twice, as "1.json" and as "2.json"; name one of them.',
    ],
    ['a part beyond the last', { shard: { ...shard, index: 3 } }, '"2.json" says that it is shard 3 of 2.'],
    [
      'a plan of another part',
      { plans: first.report.plans.slice(0, 1) },
      `"2.json" has the plan "${first.report.plans[0]?.path}", which does not belong to shard 2 of 2.`,
    ],
    [
      'a plan twice',
      { plans: [...second.report.plans, ...second.report.plans.slice(0, 1)] },
      `"2.json" has the plan "${second.report.plans[0]?.path}" twice.`,
    ],
  ])('%s', (_, parts, sentence) => {
    expect(refusal(parts)).toBe(sentence);
  });

  test('and so is the report of a whole run, one of another version, and none', () => {
    expect(() => merge([{ name: 'all.json', report: whole }])).toThrow(
      '"all.json" is the report of a whole run, so there is nothing to merge it with: name reports of runs with "shard".',
    );
    expect(() => mergeReports(shards(2), { failOn: 'never', version: '2.0.0' })).toThrow(
      '"1.json" was made by version 0.1.0 of Plan Check, and this is 2.0.0; use one version for all jobs.',
    );
    expect(() => merge([])).toThrow('There is no report to merge; name at least one.');
  });
});
