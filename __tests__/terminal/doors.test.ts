import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { planText, TODAY } from '../action/plan-text.ts';
import {
  removeFolders,
  temporaryFolder,
  temporaryRepository,
} from '../repository/git/temporary-repository.ts';
import { installCli } from './run-cli.ts';

const cli = installCli();
const asOf = ['--today', TODAY];
const asJson = [...asOf, '--format', 'json', '--quiet'];
const MISTAKE = planText({ status: 'Active' });

afterAll(removeFolders);

/** Each finding as `path: message`, with the exit code before them. */
async function found(cwd: string, words: readonly string[]): Promise<readonly (string | number | null)[]> {
  const { exitCode, stdout } = await cli(cwd, [...words, ...asJson]);
  const { plans }: Report = JSON.parse(stdout);
  return [
    exitCode,
    ...plans.flatMap(({ diagnostics }) => diagnostics.map(({ path, message }) => `${path}: ${message}`)),
  ];
}

const closed = (path: string, to: string): string =>
  `${path}: "${path}" is a symbolic link to "${to}", and no plan behind it is looked at: put the files here, name the folder that it leads to in "plans", or leave the link out with "ignore".`;
const ofItsOwn = (path: string): string =>
  `${path}: "${path}" is a repository of its own, such as a submodule, and no plan in it is looked at: put the files here, check them there, or leave it out with "ignore".`;

/** A committed plan in `docs/plans`, which then moved to `elsewhere` and left a link behind. */
function movedAway() {
  const repository = temporaryRepository();
  repository.write('docs/plans/active/a.md', planText());
  repository.write('docs/README.md', 'Read me.');
  repository.commit('Plans');
  renameSync(join(repository.root, 'docs/plans'), join(repository.root, 'elsewhere'));
  symlinkSync('../elsewhere', join(repository.root, 'docs/plans'));
  return repository;
}

describe('a link in the place of the plans', () => {
  test.concurrent.each([
    { words: ['check'] },
    { words: ['check', '.'] },
    { words: ['check', 'docs'] },
    { words: ['scan'] },
    { words: ['diff'] },
  ])('is found by $words', async ({ words }) => {
    const { root } = movedAway();
    // A scan fails nothing by itself.
    const exitCode = words[0] === 'scan' ? 0 : 1;
    expect(await found(root, words)).toEqual([exitCode, closed('docs/plans', '../elsewhere')]);
  });

  test.concurrent('is found in commits', async () => {
    const { root, commit } = movedAway();
    commit('Move');
    const words = ['diff', '--base', 'HEAD~1', '--head', 'HEAD'];
    expect(await found(root, words)).toEqual([1, closed('docs/plans', '../elsewhere')]);
    expect(await found(root, ['check'])).toEqual([1, closed('docs/plans', '../elsewhere')]);
  });

  test.concurrent('is fine where the folder it leads to is named, or it is ignored', async () => {
    const { root, write } = movedAway();
    write('.github/plan-check.yml', 'plans: ["docs/plans/**/*.md", "elsewhere/**/*.md"]\n');
    expect(await found(root, ['check'])).toEqual([0]);
    write('.github/plan-check.yml', 'ignore: ["docs/plans"]\n');
    expect(await found(root, ['check'])).toEqual([0]);
  });

  test.concurrent('that is named on the command line leads to the plans behind it', async () => {
    const { root } = movedAway();
    const { stdout } = await cli(root, ['check', 'docs/plans', ...asOf]);
    expect(stdout).toContain('Checked 1 of 1 plan');
  });

  test.concurrent('is in every shard the same plan, and in one of them', async () => {
    const { root, write } = movedAway();
    write('plans/b.md', planText());
    const reports = await Promise.all(
      [1, 2, 3].map(async (index): Promise<Report> => {
        const { stdout } = await cli(root, ['scan', '--shard', `${index}/3`, ...asJson]);
        writeFileSync(join(root, `.git/${index}.json`), stdout);
        return JSON.parse(stdout);
      }),
    );
    expect(new Set(reports.map(({ shard }) => shard?.plans)).size).toBe(1);
    expect(reports.flatMap(({ plans }) => plans.map(({ path }) => path)).toSorted()).toEqual([
      'docs/plans',
      'plans/b.md',
    ]);
    const parts = [1, 2, 3].map((index) => `.git/${index}.json`);
    const { stdout } = await cli(root, ['merge', ...parts, '--format', 'json', '--quiet']);
    const merged: Report = JSON.parse(stdout);
    expect(merged.counts).toMatchObject({ plans: 1, errors: 1 });
  });
});

test.concurrent('a baseline that is written anew keeps what it knows of plans behind a link', async () => {
  const { root, write } = temporaryRepository();
  write('docs/plans/a.md', MISTAKE);
  write('plans/b.md', MISTAKE.replace('title: ', 'title: Another '));
  const known = () => readFileSync(join(root, '.github/plan-check-baseline.json'), 'utf8');
  await cli(root, ['check', '--write-baseline', ...asOf]);
  expect(known()).toContain('"docs/plans/a.md"');
  renameSync(join(root, 'docs/plans'), join(root, 'elsewhere'));
  symlinkSync('../elsewhere', join(root, 'docs/plans'));
  await cli(root, ['check', '--write-baseline', ...asOf]);
  expect(known()).toContain('"docs/plans/a.md"');
});

describe('among the plans', () => {
  test.concurrent('a link that leads to plans that are looked at is fine', async () => {
    const { root, write } = temporaryRepository();
    write('docs/plans/active/a.md', planText());
    symlinkSync('active', join(root, 'docs/plans/latest'));
    expect(await found(root, ['check'])).toEqual([0]);
  });

  test.concurrent('a submodule and another repository are found', async () => {
    const inner = temporaryRepository();
    inner.write('a.md', planText());
    inner.commit('Inner');
    const { root, git } = temporaryRepository();
    const from = ['-c', 'protocol.file.allow=always'];
    git(...from, 'submodule', '--quiet', 'add', inner.root, 'docs/plans/sub');
    git(...from, 'clone', '--quiet', inner.root, 'plans');
    git(...from, 'clone', '--quiet', inner.root, 'vendor');
    expect(await found(root, ['check'])).toEqual([1, ofItsOwn('docs/plans/sub'), ofItsOwn('plans')]);
  });

  test.concurrent('a submodule that is not checked out is found where somebody names it', async () => {
    const inner = temporaryRepository();
    inner.write('a.md', planText());
    inner.commit('Inner');
    const { root, git } = temporaryRepository();
    for (const path of ['docs/plans', 'vendor']) {
      git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, path);
      git('submodule', '--quiet', 'deinit', '--force', path);
    }
    expect(await found(root, ['check', 'docs/plans'])).toEqual([1, ofItsOwn('docs/plans')]);
    expect(await found(root, ['check', 'vendor'])).toEqual([
      1,
      'vendor: This is a submodule, not a plan: leave it out with "ignore".',
    ]);
  });

  test.concurrent('links and pipes are found without git', async () => {
    const root = temporaryFolder();
    symlinkSync('/nowhere', join(root, 'docs'));
    mkdirSync(join(root, 'plans'));
    execFileSync('mkfifo', [join(root, 'plans/pipe'), join(root, 'plans/pipe.md')]);
    expect(await found(root, ['check'])).toEqual([
      1,
      closed('docs', '/nowhere'),
      'plans/pipe: "plans/pipe" is a pipe, a socket or a device where plans may lie: put a folder here, or leave it out with "ignore".',
      'plans/pipe.md: This is a pipe, a socket or a device and was not checked: put a file here, or leave it out with "ignore".',
    ]);
  });
});

describe('plan-check fix', () => {
  /** A repository in which `docs/plans` leads to a folder outside, with a plan to fix. */
  function ledOutside() {
    const outside = temporaryFolder();
    const file = join(outside, 'a.md');
    writeFileSync(file, MISTAKE);
    const { root, write } = temporaryRepository();
    write('README.md', 'A project.');
    mkdirSync(join(root, 'docs'));
    symlinkSync(outside, join(root, 'docs/plans'));
    return { root, outside, said: () => readFileSync(file, 'utf8') };
  }

  test.concurrent.each(['docs/plans', 'docs/plans/a.md'])(
    'refuses what a link leads out of the repository: %s',
    async (named) => {
      const { root, said } = ledOutside();
      const refusal = {
        exitCode: 2,
        stdout: '',
        stderr: `plan-check: "${named}" leads out of "${root}": "docs/plans" is a symbolic link, and is not followed; name the folder that it leads to, if that is meant.\n`,
      };
      expect(await cli(root, ['fix', named, ...asOf])).toEqual(refusal);
      expect(await cli(root, ['fix', 'README.md', named, ...asOf])).toEqual(refusal);
      expect(said()).toBe(MISTAKE);
    },
  );

  test.concurrent.each([[[]], [['.']], [['docs']]])(
    'writes nothing outside of the repository, whatever links are in it: %j',
    async (words) => {
      const { root, said } = ledOutside();
      expect(await cli(root, ['fix', ...words, ...asOf])).toMatchObject({
        exitCode: 0,
        stdout: 'Nothing to fix.\n1 finding is left to decide; "plan-check" shows it.\n',
      });
      expect(said()).toBe(MISTAKE);
    },
  );

  test.concurrent('refuses a way out of the working directory without git, too', async () => {
    const { outside, said } = ledOutside();
    const root = temporaryFolder();
    symlinkSync(outside, join(root, 'plans'));
    const { exitCode, stderr } = await cli(root, ['fix', 'plans', ...asOf]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`"plans" leads out of "${root}"`);
    expect(said()).toBe(MISTAKE);
  });

  test.concurrent('fixes a folder elsewhere that is named as such, and one inside behind a link', async () => {
    const { root, outside, said } = ledOutside();
    expect(await cli(root, ['fix', outside, ...asOf])).toMatchObject({ exitCode: 0 });
    expect(said()).not.toBe(MISTAKE);

    const inside = movedAway();
    inside.write('elsewhere/b.md', MISTAKE);
    expect(await cli(inside.root, ['fix', 'docs/plans', ...asOf])).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(inside.root, 'elsewhere/b.md'), 'utf8')).not.toBe(MISTAKE);
  });
});
