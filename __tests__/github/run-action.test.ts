import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalGitHub, startLocalGitHub, WORKFLOW_TOKEN } from './local-github.ts';
import type { LocalRepository } from './local-repository.ts';
import { runAction } from './run-action.ts';
import {
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from './workflow-events.ts';

let github: LocalGitHub;
let repository: LocalRepository;
let action: string;
const source = () => ({ github, repository: 'octo/plans' });

const MANIFEST = `
inputs:
  github-token: { default: "\${{ github.token }}" }
  two words: { default: "2" }
  optional: {}
runs: { using: node24, main: dist/index.js }
`;

/** Asks GitHub for the comments, tells what it sees, and writes what an action can write. */
const ACTION = `
import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
const { env } = process;
const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
const comments = \`\${env.GITHUB_API_URL}/repos/\${env.GITHUB_REPOSITORY}/issues/1/comments\`;
const { status } = await fetch(comments, { headers: { authorization: 'token ' + env['INPUT_GITHUB-TOKEN'] } });
const report = join(env.RUNNER_TEMP, 'report.json');
writeFileSync(report, JSON.stringify({ env, number: event.number, status, files: readdirSync('.') }));
appendFileSync(env.GITHUB_OUTPUT, 'report=' + report + '\\nlong<<END\\none\\ntwo\\nEND\\n');
appendFileSync(env.GITHUB_STEP_SUMMARY, '# Summary\\n');
console.log('::warning file=a.md,line=3::Careful.');
console.error('complaint');
process.exitCode = 3;
`;

beforeEach(async () => {
  github = await startLocalGitHub();
  repository = github.createRepository('octo/plans');
  repository.commit({ branch: 'main', files: { 'a.md': 'one' } });
  repository.commit({ branch: 'alice:topic', from: 'main', files: { 'b.md': 'two' } });
  repository.openPullRequest({ base: 'main', head: 'alice:topic', author: 'alice' });
  action = mkdtempSync(join(tmpdir(), 'action-'));
  mkdirSync(join(action, 'dist'));
  writeFileSync(join(action, 'action.yml'), MANIFEST);
  writeFileSync(join(action, 'package.json'), '{"type":"module"}');
  writeFileSync(join(action, 'dist/index.js'), ACTION);
});

afterEach(async () => {
  rmSync(action, { recursive: true, force: true });
  await github.close();
});

describe('an action', () => {
  test('is run as the runner does, and what it did is told', async () => {
    const event = pullRequestEvent(source(), { number: 1 });
    const inputs = { optional: 'set' };
    const { report, ...result } = await runAction({
      github,
      event,
      inputs,
      action,
      env: { EXTRA: 'yes' },
      runId: 7,
    });

    expect(result).toEqual({
      ...{
        exitCode: 3,
        stderr: 'complaint\n',
        stdout: '::warning file=a.md,line=3::Careful.\n',
        summary: '# Summary\n',
      },
      outputs: { report: expect.any(String), long: 'one\ntwo' },
      annotations: [{ command: 'warning', properties: { file: 'a.md', line: '3' }, message: 'Careful.' }],
      commands: [{ command: 'warning', properties: { file: 'a.md', line: '3' }, message: 'Careful.' }],
      workspaceFiles: [],
    });
    expect(report).toMatchObject({
      ...{ number: 1, status: 200, files: [] },
      env: {
        ...{
          'INPUT_GITHUB-TOKEN': WORKFLOW_TOKEN,
          INPUT_TWO_WORDS: '2',
          INPUT_OPTIONAL: 'set',
          EXTRA: 'yes',
        },
        ...{
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_REPOSITORY: 'octo/plans',
          GITHUB_REF: 'refs/pull/1/merge',
        },
        ...{
          GITHUB_SHA: repository.resolve('refs/pull/1/merge'),
          GITHUB_BASE_REF: 'main',
          GITHUB_HEAD_REF: 'topic',
        },
        ...{ GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '1', GITHUB_API_URL: github.url, GITHUB_ACTOR: 'alice' },
      },
    });
    expect(
      Object.keys(Object(Object(report).env)).filter((name) => /^(HOME|NODE_|npm_|JEST)/.test(name)),
    ).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  test('is ended when its time is over', async () => {
    writeFileSync(join(action, 'dist/index.js'), 'setInterval(() => {}, 1000);');
    const event = scheduleEvent(source());

    expect((await runAction({ github, event, action, timeout: 300 })).exitCode).toBeNull();
  });
});

describe('events', () => {
  test('of pull requests carry the pull request as it is now', () => {
    const opened = pullRequestEvent(source(), { number: 1, action: 'opened' });
    const target = pullRequestEvent(source(), { number: 1, isTarget: true });

    expect(opened.payload).toMatchObject({
      ...{ action: 'opened', number: 1, repository: { full_name: 'octo/plans' }, sender: { login: 'alice' } },
      pull_request: {
        ...{ number: 1, user: { login: 'alice' }, changed_files: 1 },
        base: { ref: 'main', sha: repository.resolve('main') },
        head: {
          ref: 'topic',
          sha: repository.resolve('alice:topic'),
          repo: { full_name: 'alice/plans', fork: true },
        },
      },
    });
    expect([target.name, target.ref, target.sha]).toEqual([
      'pull_request_target',
      'refs/heads/main',
      repository.resolve('main'),
    ]);
  });

  test('of commits carry their range', () => {
    const [before, after] = [
      repository.resolve('main'),
      repository.commit({ branch: 'main', files: { 'c.md': 'c' } }),
    ];
    const push = pushEvent(source(), { branch: 'main', before });
    const first = pushEvent(source(), { branch: 'main', before: null });
    const group = mergeGroupEvent(source(), { base: before, head: 'main' });

    const ref = 'refs/heads/main';
    expect(push).toMatchObject({
      name: 'push',
      sha: after,
      ref,
      payload: { before, after, created: false, ref },
    });
    expect(first.payload).toMatchObject({ before: '0'.repeat(40), after, created: true });
    expect(group).toMatchObject({
      name: 'merge_group',
      sha: after,
      payload: { merge_group: { base_sha: before, head_sha: after } },
    });
  });

  test('without a change stand on the default branch', () => {
    const [sha, ref] = [repository.resolve('main'), 'refs/heads/main'];

    expect(scheduleEvent(source())).toMatchObject({
      name: 'schedule',
      sha,
      ref,
      payload: { schedule: '17 4 * * 1' },
    });
    expect(workflowDispatchEvent(source(), { inputs: { day: 'today' } })).toMatchObject({
      ...{ name: 'workflow_dispatch', sha, ref },
      payload: { ref, inputs: { day: 'today' }, repository: { full_name: 'octo/plans' } },
    });
  });
});
