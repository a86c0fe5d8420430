import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import { scheduleEvent } from '../github/workflow-events.ts';
import {
  removeFolders,
  repositoryIn,
  type TemporaryRepository,
  temporaryFolder,
  temporaryRepository,
} from '../repository/git/temporary-repository.ts';
import { everyState, HISTORY } from './every-state.ts';
import type { Scene, SceneResult } from './scene.ts';

const github = await startLocalGitHub();
afterAll(async () => {
  removeFolders();
  await github.close();
});

/** Who commits on the local GitHub. */
const PERSON = { name: 'Local GitHub', email: 'noreply@example.com' };
const BEGIN = { files: { 'README.md': 'A project.' }, time: Date.parse('2026-01-01T00:00:00Z') / 1000 };

/** The commits of the scene in a repository of git's own, under the same ids. */
function checkedOut({ repository }: Scene): TemporaryRepository {
  const local = temporaryRepository();
  for (const { files, time, message } of [{ ...BEGIN, message: 'Change files' }, ...HISTORY]) {
    for (const [path, content] of Object.entries(files)) local.write(path, content);
    local.commit(message, `${time} +0000`, PERSON);
  }
  expect(local.git('rev-parse', 'HEAD')).toBe(repository.resolve('main'));
  return local;
}

/** As `actions/checkout` leaves it with `fetch-depth: 1`. */
function shallow({ root }: TemporaryRepository): TemporaryRepository {
  const folder = join(temporaryFolder(), 'clone');
  repositoryIn(temporaryFolder()).git('clone', '--quiet', '--depth', '1', `file://${root}`, folder);
  return repositoryIn(folder);
}

const scan = (scene: Scene, { root }: TemporaryRepository): Promise<SceneResult> =>
  scene.runOn(scheduleEvent(scene.source), { workspace: root, runId: 100 });

/** All that a scan says, whatever it asked GitHub for. */
function said(scene: Scene, { report, outputs, summary }: SceneResult) {
  const { api, ...rest } = report as Report;
  expect(api.requests).toBeGreaterThan(0);
  const { report: _, ...others } = outputs;
  return JSON.parse(
    JSON.stringify({ rest, others, summary, issue: scene.repository.issue(1).body }).replaceAll(
      scene.source.repository,
      'octo/any',
    ),
  ) as unknown;
}

/** By its label, among those that changed last, and once more when it was opened: whose it is, too. */
const asksForIssues = [
  'issues/list-for-repo',
  'issues/list-for-repo',
  'issues/create',
  'issues/list-for-repo',
  'graphql',
];

describe('a scan of a check-out says what one over the API says', () => {
  const overTheApi = async (name: string) => {
    const scene = everyState(github, name);
    const result = await scene.runOn(scheduleEvent(scene.source), { runId: 100 });
    return { told: said(scene, result), operations: result.operations };
  };

  test.concurrent('with the whole history, and asks GitHub about the issue alone', async () => {
    const scene = everyState(github, 'whole-check-out');
    const result = await scan(scene, checkedOut(scene));
    expect(said(scene, result)).toEqual((await overTheApi('beside-whole')).told);
    expect(result.operations).toEqual(asksForIssues);
  });

  test.concurrent('with its last commit only, and asks GitHub about the past', async () => {
    const scene = everyState(github, 'shallow-check-out');
    const clone = shallow(checkedOut(scene));
    expect(clone.git('rev-list', '--count', 'HEAD')).toBe('1');
    const result = await scan(scene, clone);
    const { told, operations } = await overTheApi('beside-shallow');
    expect(said(scene, result)).toEqual(told);
    expect(result.operations.slice(-asksForIssues.length)).toEqual(asksForIssues);
    // The files themselves lie there.
    expect(operations).toContain('git/get-tree');
    expect(result.operations).not.toContain('git/get-tree');
    expect(result.operations.length).toBeLessThan(operations.length);
  });

  test.concurrent('with its last commit only, and says what was not computed where GitHub does not tell', async () => {
    const scene = everyState(github, 'shallow-and-alone');
    const clone = shallow(checkedOut(scene));
    const isOfScene = JSON.stringify(scene.source.repository.split('/')[1]);
    github.fail({
      when: ({ graphql }) => JSON.stringify(graphql ?? null).includes(isOfScene),
      with: { status: 403 },
    });
    const result = await scan(scene, clone);
    const { conclusion, coverage, plans } = result.report as Report;
    expect(conclusion).toBe('success');
    expect(coverage).toEqual([
      expect.objectContaining({
        what: 'history',
        message: expect.stringMatching(/^drift not computed for \d+ plans: .*the token lacks the right/),
      }),
    ]);
    const states = plans.flatMap(({ staleness }) => staleness.reasons.map(({ state }) => state));
    expect(states).toContain('expired');
    expect(states).not.toContain('dormant');
    expect(scene.repository.issue(1).body).toContain('drift not computed for');
  });
});
