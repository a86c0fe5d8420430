import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { planText, TODAY } from '../action/plan-text.ts';
import { reportProblems } from '../action/report-problems.ts';
import { expectGolden } from '../report/golden-file.ts';
import {
  removeFolders,
  type TemporaryRepository,
  temporaryFolder,
  temporaryRepository,
} from '../repository/git/temporary-repository.ts';
import { installCli } from './run-cli.ts';

const cli = installCli();
const asOf = ['--today', TODAY, '--quiet'];

const PLAN = 'docs/plans/active/audit-log.md';
const OTHER = 'docs/plans/active/other.md';
const MISTAKE = { ai: '\n  priority: hihg' };
const ticked = (text: string): string => text.replace('- [ ] Write them down', '- [x] Write them down');

afterAll(removeFolders);

/** On a branch that renames one plan and finishes a task of it; main has moved on meanwhile. */
function branched(): TemporaryRepository {
  const repository = temporaryRepository();
  repository.write(PLAN, planText(MISTAKE));
  repository.write(OTHER, planText(MISTAKE));
  repository.commit('Plans');
  repository.git('switch', '--quiet', '--create', 'topic');
  repository.git('mv', PLAN, 'docs/plans/active/log.md');
  repository.write('docs/plans/active/log.md', ticked(planText(MISTAKE)));
  repository.commit('Finish a task');
  repository.git('switch', '--quiet', 'main');
  repository.write('docs/plans/active/late.md', planText(MISTAKE));
  repository.commit('Another plan');
  repository.git('switch', '--quiet', 'topic');
  return repository;
}

const reportOf = async (cwd: string, ...words: readonly string[]): Promise<Report> => {
  const { stdout } = await cli(cwd, ['diff', ...asOf, '--format', 'json', ...words]);
  const report: Report = JSON.parse(stdout);
  expect(reportProblems(report)).toEqual([]);
  return report;
};

describe('plan-check diff', () => {
  test.concurrent('says what a pull request would be told', async () => {
    const { root } = branched();
    const result = await cli(root, ['diff', ...asOf, '--format', 'markdown']);

    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expectGolden('../terminal/diff.md', result.stdout.trimEnd());
  });

  test.concurrent('compares with the merge base, and takes the work tree as it is', async () => {
    const repository = branched();
    const base = repository.git('merge-base', 'main', 'topic');
    repository.write('docs/plans/active/new.md', planText({ ...MISTAKE, title: 'New' }));
    const report = await reportOf(repository.root);

    expect(report).toMatchObject({
      trigger: { kind: 'changes', event: 'diff', base, head: null },
      ...{ conclusion: 'failure', counts: { plans: 2, errors: 1 } },
      plans: [
        { path: 'docs/plans/active/new.md', change: 'added', delta: null, diagnostics: [{ isNew: true }] },
        {
          ...{ path: 'docs/plans/active/log.md', previousPath: PLAN, change: 'renamed' },
          delta: { tasks: { ticked: [{ text: 'Write them down' }] } },
          diagnostics: [{ rule: 'front-matter-schema', isNew: false }],
        },
      ],
    });
    expect((await cli(repository.root, ['diff', ...asOf])).exitCode).toBe(1);
  });

  test.concurrent('compares what it is told to', async () => {
    const { root, git } = branched();
    const report = await reportOf(root, '--base', 'topic~1', '--head', 'main');

    expect(report).toMatchObject({
      trigger: { base: git('rev-parse', 'topic~1'), head: git('rev-parse', 'main') },
      plans: [{ path: 'docs/plans/active/late.md', change: 'added' }],
    });
  });

  test.concurrent('finds nothing where no plan is changed', async () => {
    const repository = branched();
    repository.git('switch', '--quiet', 'main');

    expect(await cli(repository.root, ['diff', ...asOf])).toEqual({
      ...{ exitCode: 0, stderr: '' },
      stdout: 'This pull request changes no plan.\n',
    });
  });

  test.concurrent('says against what it compares', async () => {
    const repository = branched();
    const base = repository.git('merge-base', 'main', 'topic');
    const { stderr } = await cli(repository.root, ['diff', '--today', TODAY]);

    expect(stderr).toBe(`Comparing the work tree with ${base} as of ${TODAY}.\n`);
  });
});

describe('plan-check diff cannot run', () => {
  test.concurrent.each<readonly [string, () => string, readonly string[], RegExp]>([
    [
      'outside of a repository',
      temporaryFolder,
      [],
      /^There is no git repository around ".*"; run this inside of one\.$/,
    ],
    [
      'in one without a commit',
      () => temporaryRepository().root,
      [],
      /^The repository at ".*" has no commit yet, so there is nothing to compare with; commit first\.$/,
    ],
    [
      'against a commit that is not there',
      () => branched().root,
      ['--base', 'nowhere'],
      /^There is no commit "nowhere" in ".*": fetch it with "git fetch origin", or name another one\.$/,
    ],
    [
      'on a path',
      () => branched().root,
      ['docs'],
      /^"plan-check diff" does not take "docs": it compares whole commits; "plan-check check" takes single plans\.$/,
    ],
  ])('%s', async (_, folder, words, sentence) => {
    const { stderr, ...rest } = await cli(folder(), ['diff', ...asOf, ...words]);
    const [before, said = '', after] = stderr.split(/^plan-check: |\n$/);

    expect([rest, before, after]).toEqual([{ exitCode: 2, stdout: '' }, '', '']);
    expect(said).toMatch(sentence);
  });
});
