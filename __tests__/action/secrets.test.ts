import { afterAll, describe, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../github/local-github.ts';
import { scheduleEvent } from '../github/workflow-events.ts';
import { removeFolders, temporaryRepository } from '../repository/git/temporary-repository.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, type SceneResult, type SceneRun } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const DEBUG = { ACTIONS_STEP_DEBUG: 'true', RUNNER_DEBUG: '1' };
const github = await startLocalGitHub();
afterAll(async () => {
  removeFolders();
  await github.close();
});

/** Whatever a run leaves where somebody may read it. */
const everything = ({ stdout, stderr, outputs, summary, report }: SceneResult): string =>
  JSON.stringify({ stdout, stderr, outputs, summary, report });

let scenes = 0;
function scene(head: Readonly<Record<string, string>> = { [PLAN]: planText() }) {
  scenes += 1;
  return createScene(github, `secrets-${scenes}`, { head });
}

describe('a token that cannot be one', () => {
  test.concurrent.each([
    ['a line end', 'ghs_SECRETpart1\nSECRETpart2'],
    ['a space', 'ghs_SECRETpart1 SECRETpart2'],
    ['a control character', 'ghs_SECRETpart1\u0001SECRETpart2'],
    ['an invisible character', 'ghs_SECRETpart1\u200bSECRETpart2'],
    ['a character outside of ASCII', 'ghs_SECRETpart1\u00e9SECRETpart2'],
  ])('for %s ends the run before it is sent, in one sentence without it', async (what, token) => {
    const result = await scene().check({ token, env: DEBUG });
    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
      annotations: [
        `error The token in "github-token" holds ${what}, which no token does. Give the token alone, on one line; store the secret anew if that is where it comes from.`,
      ],
    });
    expect(everything(result)).not.toMatch(/SECRETpart/);
    expect(result.operations).toEqual([]);
  });

  test('ends a scan of a check-out as well, which shows it nowhere', async () => {
    const local = temporaryRepository();
    local.write(PLAN, planText({ related_code: '["README.md"]' }));
    local.commit('a');
    const set = scene();
    const result = await set.runOn(
      { ...scheduleEvent(set.source), sha: local.git('rev-parse', 'HEAD').trim() },
      { token: 'ghs_SECRETpart1\nSECRETpart2', workspace: local.root, env: DEBUG },
    );
    expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: 'incomplete' } });
    expect(everything(result)).not.toMatch(/SECRETpart/);
  });
});

describe('the token is shown nowhere', () => {
  const token = 'ghs_SECRETpart1SECRETpart2';

  test('when a server repeats it', async () => {
    const set = scene();
    github.addToken(token, { login: 'github-actions[bot]', permissions: 'write' });
    await set.check({ token, runId: 1 });
    const fault = github.fail({
      when: (request) => request.operation === 'repos/compare-commits-with-basehead',
      with: { status: 422, body: { message: `what is ${token}?` } },
    });
    const result = await set.check({ token, runId: 2, env: DEBUG });
    fault.stop();
    expect(result.annotations.map(({ message }) => message)).toEqual([
      'Could not compare the commits: GitHub refused it with status 422 (what is ***?). Run the job again; if it stays so, report these words to Plan Check.',
    ]);
    expect(`${everything(result)} ${set.comments()[0]?.body}`).not.toMatch(/SECRETpart/);
    expect(set.comments()[0]?.body).toContain('what is');
  });

  test.each<readonly [string, SceneRun]>([
    ['as the configuration', { inputs: { config: `${token}.yml` } }],
    ['as the schema, of which the comment speaks', { inputs: { schema: `${token}.json` } }],
    ['as the profile', { inputs: { profile: token } }],
  ])('when it was given %s', async (_, run) => {
    const set = scene();
    github.addToken(token, { login: 'github-actions[bot]', permissions: 'write' });
    await set.check({ token, runId: 1 });
    const result = await set.check({ token, runId: 2, env: DEBUG, ...run });
    expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: 'incomplete' } });
    expect(result.stdout).toContain('***');
    expect(`${everything(result)} ${set.comments()[0]?.body}`).not.toMatch(/SECRETpart/);
  });

  test('when a plan holds it', async () => {
    const set = scene({ [PLAN]: planText({ title: token, [token]: 'x', ai: `\n  priority: ${token}` }) });
    github.addToken(token, { login: 'github-actions[bot]', permissions: 'write' });
    const result = await set.check({ token });
    expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: 'failure' } });
    expect(result.report).toMatchObject({ plans: [{ title: '***' }] });
    expect(`${everything(result)} ${set.comments()[0]?.body}`).not.toMatch(/SECRETpart/);
  });
});

test.each(['modified', 'gate-pending', 'front-matter-schema', 'success'])(
  'a token that reads like a word of ours leaves the report whole: %s',
  async (token) => {
    const head = { [PLAN]: planText({ ai: '\n  priority: hihg' }) };
    const set = createScene(github, `words-${token}`, { base: { [PLAN]: planText() }, head });
    github.addToken(token, { login: 'github-actions[bot]', permissions: 'write' });
    expect((await set.check({ token })).report).toMatchObject({
      conclusion: 'failure',
      plans: [{ change: 'modified', diagnostics: [{ rule: 'front-matter-schema' }] }],
    });
  },
);

describe('an address of a server', () => {
  test.concurrent.each([
    ['GITHUB_SERVER_URL', 'https://user:hunter2hunter2@github.example'],
    ['GITHUB_API_URL', 'http://user:hunter2hunter2@127.0.0.1:99999'],
    ['GITHUB_GRAPHQL_URL', 'http://127.0.0.1:9/graphql?key=hunter2hunter2'],
  ])('%s that may hold a password ends the run, and is not repeated', async (name, address) => {
    const result = await scene().check({ env: { ...DEBUG, [name]: address } });
    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
      annotations: [
        `error "${name}" is no plain address of a server: leave out user, password and whatever follows a "?" or a "#".`,
      ],
    });
    expect(everything(result)).not.toContain('hunter2');
  });

  test.concurrent.each(['GITHUB_API_URL', 'GITHUB_GRAPHQL_URL'])(
    '%s with a port for something else is not tried again',
    async (name) => {
      const result = await scene().check({ env: { [name]: 'http://127.0.0.1:1/api' } });
      expect(outcome(result)).toEqual({
        ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
        annotations: [
          'error Port 1 is kept for something else than a server of GitHub, so nothing is sent there: correct "GITHUB_API_URL" and "GITHUB_GRAPHQL_URL".',
        ],
      });
    },
  );
});
