import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../github/local-github.ts';
import { planText } from './plan-text.ts';
import { createScene } from './scene.ts';

const github = await startLocalGitHub();
const folder = mkdtempSync(join(tmpdir(), 'plan-check-sarif-'));
afterAll(async () => {
  await github.close();
  rmSync(folder, { recursive: true });
});

const PLAN = 'docs/plans/active/audit-log.md';
const scene = (name: string) =>
  createScene(github, name, { head: { [PLAN]: planText({ ai: '\n  priority: hihg' }) } });

test('the findings go into a SARIF file, where one is wanted', async () => {
  const sarif = join(folder, 'new', 'plans.sarif');
  const { exitCode } = await scene('sarif').check({ inputs: { sarif } });
  expect(exitCode).toBe(1);

  const { version, runs } = JSON.parse(readFileSync(sarif, 'utf8'));
  expect(version).toBe('2.1.0');
  expect(runs[0].invocations[0].executionSuccessful).toBe(true);
  expect(runs[0].results).toMatchObject([
    {
      ruleId: 'front-matter-schema',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: PLAN, uriBaseId: '%SRCROOT%' },
            region: { startLine: 11, startColumn: 13, endLine: 11, endColumn: 17 },
          },
        },
      ],
      suppressions: [],
    },
  ]);
});

test('none is written where none is wanted', async () => {
  const report = join(folder, 'alone', 'report.json');
  await scene('no-sarif').check({ inputs: { report } });
  expect(existsSync(join(folder, 'alone', 'plans.sarif'))).toBe(false);
});

test('a file that cannot be written is told', async () => {
  const { exitCode, annotations } = await scene('sarif-nowhere').check({
    inputs: { sarif: '/dev/null/x/plans.sarif' },
  });
  expect(exitCode).toBe(1);
  expect(annotations.map(({ message }) => message)).toContain(
    'The SARIF file could not be written to "/dev/null/x/plans.sarif" (ENOTDIR); correct "sarif".',
  );
});
