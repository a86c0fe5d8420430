import { describe, expect, test } from '@jest/globals';
import { PlanCheckError } from '../../src/plan-check-error.ts';
import { mergeReports, type NamedReport } from '../../src/report/merge-reports.ts';
import type { CoverageGap, PlanResult, Report } from '../../src/report/report.ts';
import type { Diagnostic } from '../../src/rules/diagnostic.ts';
import type { FailOn } from '../../src/settings/settings.ts';
import { shardOf } from '../../src/settings/shard.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { count, day, delta, finding, phase, plan, progress, report } from './sample-report.ts';

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
    progress: progress({ tasks: count(1, 3), phases: { complete: 0, total: 1 }, percent: 33 }),
    phases: [phase('1', 'Build', { state: 'in-progress', tasks: count(1, 3) })],
    diagnostics: severity === undefined ? [] : [finding({ rule: 'expired', severity, path })],
  });
});
const unread: CoverageGap = {
  ...{ what: 'file', path: 'docs/plans/active/plan-7.md' },
  ...{ message: 'Its permissions do not let it be read; correct them.', blocking: true },
};
const listCut: CoverageGap = { what: 'plan-files', message: 'The list was cut.', blocking: true };
const whole = report({ plans, trigger, coverage: [listCut, unread], skipped: 6, failOn: 'never' });

/** What the jobs of a matrix write: each its own plans, and what is known of all of them. */
const shards = (count: number, failOn: FailOn = 'never'): readonly NamedReport[] =>
  Array.from({ length: count }, (_, offset) => {
    const index = offset + 1;
    const isOwn = ({ path = '' }: { readonly path?: string }): boolean => shardOf(path, count) === index;
    const part = report({
      trigger,
      plans: plans.filter(isOwn),
      coverage: [listCut, ...[unread].filter(isOwn)],
      skipped: index === 1 ? 6 : 0,
      failOn,
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
    const parts = shards(3);
    expect(parts.map(({ report: { conclusion } }) => conclusion)).not.toContain('failure');
    expect(merge(parts).conclusion).toBe('incomplete');
    expect(merge(parts, 'error').conclusion).toBe('failure');
  });

  test('are believed, with whatever "fail-on" their jobs ran', () => {
    for (const failOn of ['error', 'warning', 'never'] as const) {
      expect(merge(shards(3, failOn))).toEqual({ ...whole, api: { requests: 12, writes: 3 } });
    }
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

describe('a report that was tampered with is refused', () => {
  const [first, second] = shards(2);
  if (first === undefined || second === undefined) throw new Error('No shards.');
  const { report: own } = second;
  const [plan1] = own.plans.filter(({ diagnostics }) => diagnostics.length > 0);
  const [finding1] = plan1?.diagnostics ?? [];
  if (plan1 === undefined || finding1 === undefined) throw new Error('No finding.');
  const withFinding = (parts: Partial<Diagnostic>): Partial<Report> => ({
    plans: own.plans.map((one) =>
      one === plan1 ? { ...one, diagnostics: [{ ...finding1, ...parts }] } : one,
    ),
  });
  const withPlan = (parts: Partial<PlanResult>): Partial<Report> => ({
    plans: own.plans.map((one) => (one === plan1 ? { ...one, ...parts } : one)),
  });
  const counted = (parts: Partial<Report['counts']>): Partial<Report> => ({
    counts: { ...own.counts, ...parts },
  });
  const { errors, warnings, notices, plans: many } = own.counts;
  const sentence = (problem: string): string =>
    `"2.json" ${problem}: take the file as the job with "shard" wrote it, or run that job again.`;
  const counts = (word: string, said: number, found: number): string =>
    sentence(`contradicts itself, as it counts ${said} ${word} and lists ${found}`);
  const gap: CoverageGap = {
    ...{ what: 'history', message: 'drift not computed for 2 plans: nobody knows.', blocking: false },
    count: { of: 'drift', reason: 'nobody knows', plans: 2 },
  };
  const late: CoverageGap = {
    ...{ what: 'schema', message: 'Nothing was validated.', blocking: true },
    count: { of: 'schema', schema: 's.json', plans: 0 },
  };

  test.each<readonly [string, Partial<Report>, string]>([
    ['no plans', { plans: [] }, counts('plans', many, 0)],
    [
      'plans without their findings',
      { plans: own.plans.map((one) => ({ ...one, diagnostics: [] })) },
      counts('errors', errors, 0),
    ],
    ['fewer errors', counted({ errors: 0 }), counts('errors', 0, errors)],
    ['more warnings', counted({ warnings: warnings + 1 }), counts('warnings', warnings + 1, warnings)],
    ['more notices', counted({ notices: 99 }), counts('notices', 99, notices)],
    ['fewer plans', counted({ plans: many - 1 }), counts('plans', many - 1, many)],
    [
      'a finding that is waived now',
      withFinding({ severity: 'error', waived: { reason: 'Why not?', until: null } }),
      counts('errors', errors, errors - 1),
    ],
    [
      'a finding that is known now',
      withFinding({ severity: 'error', known: true }),
      counts('errors', errors, errors - 1),
    ],
    [
      'a finding that is old now',
      withFinding({ severity: 'error', isNew: false }),
      counts('errors', errors, errors - 1),
    ],
    ['a finding of no weight now', withFinding({ severity: 'notice' }), counts('errors', errors, errors - 1)],
    [
      'a conclusion that it cannot have',
      { conclusion: 'success' },
      sentence(
        'contradicts itself, as its conclusion is "success" and what it lists says "failure" or "incomplete"',
      ),
    ],
    ['no gaps', { coverage: [] }, counts('plans', many, many + 1)],
    [
      'gaps that do not block now',
      { ...counted({ plans: many + 1 }), coverage: own.coverage.map((one) => ({ ...one, blocking: false })) },
      sentence(
        'contradicts itself, as its conclusion is "incomplete" and what it lists says "failure" or "success"',
      ),
    ],
    [
      'a gap that counts something else',
      { coverage: [...own.coverage, { ...gap, count: { of: 'drift', reason: 'nobody knows', plans: 3 } }] },
      sentence(
        'contradicts itself, as the gap "drift not computed for 2 plans: nobody knows." is not what it counts',
      ),
    ],
    [
      'a gap that counts nothing',
      { coverage: [...own.coverage, late] },
      sentence('contradicts itself, as the gap "Nothing was validated." is not what it counts'),
    ],
    [
      'a finding about another file',
      withFinding({ path: 'docs/plans/active/other.md' }),
      sentence(`has a finding about "docs/plans/active/other.md" in the plan "${plan1.path}"`),
    ],
    [
      'a finding about a file of the machine, in a plan',
      withFinding({ path: '../../../etc/passwd' }),
      sentence(`has a finding about "../../../etc/passwd" in the plan "${plan1.path}"`),
    ],
    ...[
      '../../../etc/passwd',
      '/etc/passwd',
      'docs/../../x.md',
      './a.md',
      'docs//a.md',
      'a\0.md',
      '',
    ].flatMap((path): readonly (readonly [string, Partial<Report>, string])[] => [
      [
        `a finding about ${JSON.stringify(path)} beside the plans`,
        { ...counted({ errors: errors + 1 }), diagnostics: [finding({ rule: 'expired', path })] },
        sentence(`names ${JSON.stringify(path)}, which is no path inside of a repository`),
      ],
      [
        `a gap about ${JSON.stringify(path)}`,
        { coverage: [...own.coverage, { ...unread, path }] },
        sentence(`names ${JSON.stringify(path)}, which is no path inside of a repository`),
      ],
      [
        `a plan that was ${JSON.stringify(path)}`,
        { plans: own.plans.map((one) => (one === plan1 ? { ...one, previousPath: path } : one)) },
        sentence(`names ${JSON.stringify(path)}, which is no path inside of a repository`),
      ],
    ]),
    [
      'a finding about a plan of another part beside its own',
      {
        ...counted({ errors: errors + 1 }),
        diagnostics: [finding({ rule: 'expired', path: first.report.plans[0]?.path ?? '' })],
      },
      sentence(`has a finding about "${first.report.plans[0]?.path}" beside the plan, and not in it`),
    ],
    [
      'a finding of no rule',
      withFinding({ rule: 'expird' }),
      sentence('has a finding of "expird", which is no rule'),
    ],
    ...Object.entries<Partial<PlanResult>>({
      change: { change: 'modified' },
      delta: { delta: delta() },
      movedTo: { movedTo: 'docs/x.md' },
      'phases/0': { phases: plan1.phases.map((one) => ({ ...one, before: { ...one, state: 'complete' } })) },
    }).map(([field, parts]): readonly [string, Partial<Report>, string] => [
      `a plan of a comparison, by ${field}`,
      withPlan(parts),
      sentence(
        `contradicts itself, as "/plans/${own.plans.indexOf(plan1)}/${field}" compares the plan with an earlier one, which a scan does not, in the plan "${plan1.path}"`,
      ),
    ]),
    [
      'a gate of none',
      withPlan({ progress: { ...plan1.progress, gates: { ...plan1.progress.gates, done: 1 } } }),
      sentence(
        `contradicts itself, as "/plans/${own.plans.indexOf(plan1)}/progress/gates" says that 1 of 0 are done, in the plan "${plan1.path}"`,
      ),
    ],
  ])('%s', (_, parts, message) => {
    const merging = () => merge([first, { name: '2.json', report: { ...own, ...parts } }]);
    expect(merging).toThrow(PlanCheckError);
    expect(merging).toThrow(message);
  });

  test('and one with other findings beside its plans, or a gap that counts right, is not', () => {
    const path = 'docs/plans/c:\\..\\odd name.md';
    const honest = {
      ...{ ...own, ...counted({ errors: errors + 1 }), coverage: [...own.coverage, gap] },
      diagnostics: [finding({ rule: 'reference-missing', path })],
    };
    const merged = merge([first, { name: '2.json', report: honest }]);
    expect(merged.diagnostics).toEqual(honest.diagnostics);
    expect(merged.coverage).toContainEqual(gap);
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
