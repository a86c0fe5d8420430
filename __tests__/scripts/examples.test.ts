import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkExample } from '../../scripts/check-example.ts';
import type { Report } from '../../src/report/report.ts';
import { repositoryIn } from '../repository/git/temporary-repository.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const COMMAND = join(ROOT, 'src', 'cli.ts');

describe('the example repository', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-check-examples-'));
    cpSync(join(ROOT, 'examples', 'repository'), folder, { recursive: true });
    const repository = repositoryIn(folder);
    repository.git('init', '--quiet', '--initial-branch=main');
    repository.commit('Measure the tide', '2026-06-14T09:00:00Z');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is clean, however strictly it is looked at', () => {
    const args = ['check', '--profile', 'strict', '--today', '2026-06-15', '--format', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    const report: Report = JSON.parse(stdout);
    expect(report.plans.map(({ path, lifecycle }) => `${lifecycle} ${path}`).sort()).toEqual([
      'active docs/plans/active/alert-thresholds.md',
      'active docs/plans/active/self-update-v2.md',
      'active docs/plans/active/station-map.md',
      'archived docs/plans/archived/sms-warnings.md',
      'completed docs/plans/completed/device-identity.md',
      'draft docs/plans/draft/audit-log.md',
      'draft docs/plans/draft/offline-buffer.md',
      'superseded docs/plans/superseded/self-update.md',
    ]);
    expect(report.plans.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(report.coverage).toEqual([]);
    expect(report.conclusion).toBe('success');
  });
});

describe('the example pull request', () => {
  let report: Report;

  beforeAll(() => {
    report = JSON.parse(checkExample(COMMAND, ['json']).printed.json);
  });

  test('fails by three errors, and each other finding has its place', () => {
    const findings = report.plans.flatMap(({ diagnostics }) =>
      diagnostics.map(({ rule, severity, path, range }) => `${severity} ${rule} ${path}:${range.start.line}`),
    );
    expect(findings).toEqual([
      'error status-lifecycle docs/plans/active/audit-log.md:4',
      'error activation-incomplete docs/plans/active/audit-log.md:7',
      'notice phase-without-items docs/plans/active/audit-log.md:33',
      'error front-matter-schema docs/plans/draft/reading-export.md:10',
      'warning completed-with-open-items docs/plans/completed/station-map.md:51',
    ]);
    expect(report.conclusion).toBe('failure');
  });

  test('follows plans to their new folders, and lists the one that is gone', () => {
    expect(report.plans.map(({ change, path, previousPath }) => [change, path, previousPath])).toEqual([
      ['renamed', 'docs/plans/active/audit-log.md', 'docs/plans/draft/audit-log.md'],
      ['added', 'docs/plans/draft/reading-export.md', null],
      ['renamed', 'docs/plans/completed/station-map.md', 'docs/plans/active/station-map.md'],
      ['modified', 'docs/plans/active/self-update-v2.md', null],
      ['removed', 'docs/plans/draft/offline-buffer.md', null],
    ]);
  });

  test('moves a big plan in three numbers', () => {
    const plan = report.plans.find(({ path }) => path.endsWith('self-update-v2.md'));
    const numbers = (progress: Report['plans'][number]['progress'] | undefined) => [
      [progress?.tasks.done, progress?.tasks.total],
      [progress?.gates.done, progress?.gates.total],
      [progress?.phases.complete, progress?.phases.total],
    ];
    expect(numbers(plan?.delta?.progress.from)).toEqual([
      [42, 50],
      [6, 19],
      [1, 7],
    ]);
    expect(numbers(plan?.progress)).toEqual([
      [46, 50],
      [7, 19],
      [1, 7],
    ]);
    expect(plan?.phases.map(({ state }) => state)).toEqual([
      'complete',
      'gate-pending',
      'gate-pending',
      'gate-pending',
      'gate-pending',
      'in-progress',
      'in-progress',
    ]);
    expect(plan?.delta?.phases).toEqual([
      { name: 'Staged rollout', from: 'in-progress', to: 'gate-pending' },
    ]);
  });
});
