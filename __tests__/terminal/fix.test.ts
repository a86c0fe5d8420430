import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { planText, TODAY } from '../action/plan-text.ts';
import {
  removeFolders,
  type TemporaryRepository,
  temporaryFolder,
  temporaryRepository,
} from '../repository/git/temporary-repository.ts';
import { installCli } from './run-cli.ts';

const cli = installCli();
const asOf = ['--today', TODAY];

const BROKEN = 'docs/plans/active/audit log.md';
const GOOD = 'docs/plans/active/export.md';
const MISTAKES = planText({ status: 'Active', ai: '\n  priority: hihg' })
  .replace('- [ ] Write', '- [] Write')
  .replaceAll('\n', '\r\n');
const CURED = MISTAKES.replace('Active', 'active').replace('- []', '- [ ]');

afterAll(removeFolders);

function repositoryWithMistakes(): TemporaryRepository & { readonly said: () => string } {
  const repository = temporaryRepository();
  repository.write(BROKEN, `\uFEFF${MISTAKES}`);
  repository.write(GOOD, planText({ title: 'Export' }));
  repository.commit('Plans');
  return { ...repository, said: () => readFileSync(join(repository.root, BROKEN), 'utf8') };
}

describe('plan-check fix', () => {
  test.concurrent('writes what needs nobody to decide, and says what is left', async () => {
    const repository = repositoryWithMistakes();
    chmodSync(join(repository.root, BROKEN), 0o600);

    expect(await cli(repository.root, ['fix', ...asOf])).toEqual({
      exitCode: 0,
      stderr: `Fixing the plans of ${repository.root} as of ${TODAY}.\n`,
      stdout: `Fixed ${BROKEN}: front-matter-schema (1), malformed-checkbox (1).
Fixed 2 places in 1 plan.
1 finding is left to decide; "plan-check" shows it.
`,
    });
    expect(repository.said()).toBe(`\uFEFF${CURED}`);
    expect(statSync(join(repository.root, BROKEN)).mode & 0o777).toBe(0o600);
    expect(repository.git('status', '--porcelain')).toContain('audit log.md');
    expect(repository.git('status', '--porcelain').trim().split('\n').length).toBe(1);

    expect(await cli(repository.root, ['fix', ...asOf, '--quiet'])).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: 'Nothing to fix.\n1 finding is left to decide; "plan-check" shows it.\n',
    });
  });

  test.concurrent('shows a patch instead, which git takes', async () => {
    const repository = repositoryWithMistakes();
    const { exitCode, stdout, stderr } = await cli(repository.root, ['fix', '--dry-run', ...asOf]);

    expect(exitCode).toBe(0);
    expect(stdout.startsWith(`--- a/${BROKEN}\t\n+++ b/${BROKEN}\t\n@@ -1,`)).toBe(true);
    expect(stderr).toContain('Would fix 2 places in 1 plan; nothing was written.\n');
    expect(repository.said()).toBe(`\uFEFF${MISTAKES}`);

    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: repository.root, input: stdout });
    expect(repository.said()).toBe(`\uFEFF${CURED}`);
  });

  test.concurrent('fixes the plans that are named, and no other', async () => {
    const repository = repositoryWithMistakes();
    const { stdout } = await cli(repository.root, ['fix', GOOD, ...asOf]);

    expect(stdout).toBe('Nothing to fix.\n');
    expect(repository.said()).toBe(`\uFEFF${MISTAKES}`);
  });

  test.concurrent('works in a folder without git', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'plan.md'), MISTAKES);
    const { exitCode } = await cli(folder, ['fix', 'plan.md', ...asOf]);

    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, 'plan.md'), 'utf8')).toBe(CURED);
  });

  test.concurrent('follows no link', async () => {
    const folder = temporaryFolder();
    const outside = join(temporaryFolder(), 'plan.md');
    writeFileSync(outside, MISTAKES);
    symlinkSync(outside, join(folder, 'plan.md'));
    const { stdout } = await cli(folder, ['fix', 'plan.md', ...asOf]);

    expect(stdout).toContain('Nothing to fix.');
    expect(readFileSync(outside, 'utf8')).toBe(MISTAKES);
  });

  test.concurrent.each([
    [
      ['fix', '--format', 'json'],
      '"plan-check fix" has no "--format"; "--dry-run" prints a patch, and "plan-check check" the findings.',
    ],
    [['check', '--dry-run'], '"plan-check check" writes nothing; "--dry-run" belongs to "plan-check fix".'],
    [['fix', 'nowhere.md'], 'There is no file or folder "nowhere.md".'],
  ])('refuses %j', async (words, message) => {
    expect(await cli(temporaryFolder(), words)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `plan-check: ${message}\n`,
    });
  });
});
