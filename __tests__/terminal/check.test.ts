import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { planText, TODAY } from '../action/plan-text.ts';
import { reportProblems } from '../action/report-problems.ts';
import { workflowCommands } from '../github/workflow-commands.ts';
import { expectGolden } from '../report/golden-file.ts';
import {
  removeFolders,
  repositoryIn,
  temporaryFolder,
  temporaryRepository,
} from '../repository/git/temporary-repository.ts';
import { installCli } from './run-cli.ts';

const cli = installCli();
const repository = temporaryRepository();
const { root } = repository;
const asOf = ['--today', TODAY];

const GOOD = 'docs/plans/active/audit-log.md';
const MISTYPED = 'docs/plans/active/export.md';
const EXPIRED = 'docs/plans/active/station-map.md';

beforeAll(() => {
  repository.write(GOOD, planText());
  repository.write(EXPIRED, planText({ title: 'Station map', expires: '2026-02-20' }));
  repository.write('docs/plans/README.md', '# Plans\n');
  repository.write('docs/plans/notes.md', '---\ntype: summary\n---\n');
  repository.write('elsewhere/idea.md', '# An idea\n');
  repository.commit('Plans');
  // A plan that is not committed is a plan all the same.
  repository.write(MISTYPED, planText({ title: 'Export', ai: '\n  priority: hihg' }));
});
afterAll(removeFolders);

describe('plan-check', () => {
  test.concurrent('tells what is wrong, with the line it stands on', async () => {
    const result = await cli(root, asOf);

    expect(result).toEqual({
      exitCode: 1,
      stderr: `Checking the plans of ${root} as of ${TODAY}.\n`,
      stdout: `error[front-matter-schema]: "ai.priority" must be one of critical, high, medium, low; did you mean "high"?
  docs/plans/active/export.md:11:13
   11 |   priority: hihg
      |             ^^^^

warning[expired]: The plan expired on 2026-02-20, 10 days ago: set "expires" to a day to come, or close the plan.
  docs/plans/active/station-map.md:9:10
    9 | expires: 2026-02-20
      |          ^^^^^^^^^^

Checked 3 of 3 plans: 1 error, 1 warning. 1 file skipped that says it is no plan.
`,
    });
  });

  test.concurrent('prints exactly one report as JSON', async () => {
    const { exitCode, stdout, stderr } = await cli(root, ['check', ...asOf, '--format', 'json', '--quiet']);
    const report: Report = JSON.parse(stdout);

    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(reportProblems(report)).toEqual([]);
    expect(report).toMatchObject({
      ...{ today: TODAY, conclusion: 'failure', trigger: { kind: 'changes', event: 'check', head: null } },
      counts: { plans: 3, errors: 1, warnings: 1, notices: 0, skipped: 1 },
      plans: [{ path: MISTYPED }, { path: EXPIRED }, { path: GOOD }],
      api: { requests: 0, writes: 0 },
    });
  });

  test.concurrent('prints annotations that a runner understands', async () => {
    const { stdout } = await cli(root, [...asOf, '--format=github', '--quiet']);

    expect(stdout.trimEnd().split('\n')).toEqual(workflowCommands(stdout).map(() => expect.any(String)));
    expect(workflowCommands(stdout)).toMatchObject([
      { command: 'error', properties: { file: MISTYPED, line: '11', col: '13', endColumn: '16' } },
      { command: 'warning', properties: { file: EXPIRED, line: '9', col: '10', endColumn: '19' } },
    ]);
  });

  test.concurrent('prints Markdown that could be a comment', async () => {
    const { stdout } = await cli(root, [...asOf, '--format=markdown', '--quiet', GOOD, EXPIRED]);

    expectGolden('../terminal/check.md', stdout.trimEnd());
  });
});

describe('paths', () => {
  const checked = async (cwd: string, ...paths: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await cli(cwd, ['check', ...paths, ...asOf, '--format', 'json']);
    return (JSON.parse(stdout) as Report).plans.map(({ path }) => path).toSorted();
  };

  test.concurrent('of a file is checked, wherever it lies', async () => {
    expect(await checked(root, 'elsewhere/idea.md')).toEqual(['elsewhere/idea.md']);
  });

  test.concurrent('of a folder is every plan below it', async () => {
    expect(await checked(root, 'docs', GOOD)).toEqual([GOOD, MISTYPED, EXPIRED]);
  });

  test.concurrent('are read from where the command is run, and told from the root', async () => {
    expect(await checked(`${root}/docs/plans`, 'active/audit-log.md')).toEqual([GOOD]);
    expect(await checked(`${root}/elsewhere`, '.')).toEqual(['elsewhere/idea.md']);
  });

  test.concurrent('need no git repository', async () => {
    const folder = repositoryIn(temporaryFolder());
    folder.write(GOOD, planText());
    folder.write('.github/plan-check.yml', 'plans: docs/**\n');

    expect(await checked(folder.root)).toEqual([GOOD]);
  });

  test.concurrent.each([
    ['that is not there', 'docs/missing.md', 'plan-check: There is no file or folder "docs/missing.md".\n'],
    [
      'outside of the repository',
      '/',
      `plan-check: "/" lies outside of "${root}"; check one repository at a time.\n`,
    ],
  ])('%s is wrong usage', async (_, path, stderr) => {
    expect(await cli(root, [GOOD, path, '--quiet'])).toEqual({ exitCode: 2, stdout: '', stderr });
  });
});

describe('settings', () => {
  const exitCode = async (...words: readonly string[]): Promise<number | null> =>
    (await cli(root, [...words, '--quiet'])).exitCode;

  test.concurrent('decide what fails', async () => {
    expect(await exitCode(EXPIRED, ...asOf)).toBe(0);
    expect(await exitCode(EXPIRED, ...asOf, '--fail-on', 'warning')).toBe(1);
    expect(await exitCode(EXPIRED, ...asOf, '--timezone', 'Asia/Tokyo', '--profile', 'minimal')).toBe(0);
    expect(await exitCode(MISTYPED, ...asOf, '--fail-on=never')).toBe(0);
  });

  test.concurrent('may name a configuration file and a schema', async () => {
    const own = temporaryRepository();
    own.write('plans/a.md', planText({ owner: null }));
    own.write('config/strict.yml', 'schema: config/team.json\nfail-on: warning\n');
    own.write('config/team.json', '{"required": ["team"]}');
    own.write('config/any.json', '{}');
    const said = async (...words: readonly string[]) => {
      const { exitCode, stdout } = await cli(own.root, [...asOf, '--quiet', ...words]);
      return [exitCode, stdout.split('\n')[0]];
    };

    expect(await said()).toEqual([1, 'error[front-matter-schema]: Add the missing key "owner".']);
    expect(await said('--config', 'config/strict.yml')).toEqual([
      1,
      'error[front-matter-schema]: Add the missing key "team".',
    ]);
    expect(await said('--config', 'config/strict.yml', '--schema', 'config/any.json')).toEqual([
      0,
      'Checked 1 of 1 plan: no finding.',
    ]);
  });
});

test.concurrent('a repository without plans has nothing wrong with it', async () => {
  expect(await cli(temporaryRepository().root, ['check', '--quiet'])).toEqual({
    exitCode: 0,
    stderr: '',
    stdout:
      'note: No file matches "docs/plans/**/*.md" and "plans/**/*.md": set "plans" to where your plans lie.\n\nNo plan was found.\n',
  });
});

test.concurrent.each(['check', 'scan'])('%s says that a repository has no work tree', async (command) => {
  const { root, git } = temporaryRepository();
  git('init', '--quiet', '--bare', 'bare.git');
  const bare = `${root}/bare.git`;
  expect(await cli(bare, [command, '--quiet'])).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `plan-check: The git repository at "${bare}" has no work tree; run this in a clone that has one.\n`,
  });
});
