import { symlinkSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { planText, TODAY } from '../action/plan-text.ts';
import { removeFolders, temporaryRepository } from '../repository/git/temporary-repository.ts';
import { installCli } from './run-cli.ts';

const cli = installCli();
afterAll(removeFolders);

const PATH = '.github/plan-check-baseline.json';
const UNREVIEWED = planText({ reviewed: null });

const run = (root: string, ...words: readonly string[]) => cli(root, [...words, '--quiet', '--today', TODAY]);

describe('"check --write-baseline"', () => {
  test('silences what stands, and nothing that is new', async () => {
    const { root, write } = temporaryRepository();
    write('plans/a.md', UNREVIEWED);
    expect((await run(root, 'check', '--fail-on', 'warning')).exitCode).toBe(1);

    const written = await run(root, 'check', '--write-baseline');
    expect(written.exitCode).toBe(0);
    expect(written.stdout).toBe(
      `Wrote 1 finding in 1 plan to ${PATH}.\nCommit it, and add this line to .github/plan-check.yml, so that a run without it is an error:\nbaseline: ${PATH}\n`,
    );
    expect((await run(root, 'check', '--fail-on', 'warning')).exitCode).toBe(0);
    expect((await run(root, 'scan', '--fail-on', 'warning')).exitCode).toBe(0);

    write('plans/b.md', UNREVIEWED.replace('title: ', 'title: Another '));
    const { stdout, exitCode } = await run(root, 'check', '--fail-on', 'warning');
    expect(exitCode).toBe(1);
    expect(stdout.match(/^\w+\[[\w-]+\]/gm)).toEqual(['warning[unreviewed]']);
    expect(stdout).toContain('plans/b.md:');
  });

  test('keeps what it does not look at, and removes what is gone', async () => {
    const { root, write } = temporaryRepository();
    write('.github/plan-check.yml', 'baseline: known.json\n');
    write('plans/a.md', UNREVIEWED);
    write('plans/b.md', UNREVIEWED.replace('title: ', 'title: Another '));
    expect((await run(root, 'check')).stderr).toContain('There is no baseline "known.json"');
    await run(root, 'check', '--write-baseline');
    write('plans/a.md', planText());
    expect((await run(root, 'check', 'plans/a.md', '--write-baseline')).stdout).toBe(
      'Wrote 1 finding in 1 plan to known.json, and removed 1 that no longer stands.\n',
    );
  });

  test('follows no link', async () => {
    const { root, write } = temporaryRepository();
    const elsewhere = temporaryRepository();
    write('plans/a.md', UNREVIEWED);
    write('.github/plan-check.yml', 'baseline: far/known.json\n');
    symlinkSync(elsewhere.root, `${root}/far`);
    const { exitCode, stderr } = await run(root, 'check', '--write-baseline');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The baseline "far/known.json" is not in a folder of the repository');
  });

  test('belongs to "check"', async () => {
    const { root } = temporaryRepository();
    const { exitCode, stderr } = await run(root, 'scan', '--write-baseline');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"--write-baseline" belongs to "plan-check check"');
  });
});
