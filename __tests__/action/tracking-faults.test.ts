import { afterAll, describe, expect, test } from '@jest/globals';
import type { Mishap } from '../github/faults.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import type { GitHubRequest } from '../github/request.ts';
import { scheduleEvent } from '../github/workflow-events.ts';
import { planText } from './plan-text.ts';
import { createScene, type Scene, told } from './scene.ts';

const fastClock = { NODE_OPTIONS: `--import=${new URL('fast-clock.js', import.meta.url).href}` };
const expired = (title: string): string => planText({ title, expires: '2026-02-20' });
const WRITE = 'Could not write the tracking issue:';
const IN_SUMMARY = 'The result stands in the job summary.';
const github = await startLocalGitHub();
afterAll(() => github.close());

const rest =
  (operation: string) =>
  (request: GitHubRequest): boolean =>
    request.operation === operation;
const isAuthors = ({ graphql }: GitHubRequest): boolean =>
  graphql?.query.startsWith('query authors(') === true;

const isOf = ({ source }: Scene, { path, graphql }: GitHubRequest): boolean =>
  path.startsWith(`/repos/${source.repository}/`) ||
  `${graphql?.variables.owner}/${graphql?.variables.repo}` === source.repository;

interface Fault {
  readonly at: (request: GitHubRequest) => boolean;
  readonly with: Mishap;
  readonly times?: number;
}

/** A scan that has something new for the issue, while one kind of request fails; and the scan after it. */
async function scanWith(name: string, fault: Fault, isFirst: boolean) {
  const scene = createScene(github, name, { base: { 'docs/plans/active/a.md': expired('A') } });
  const scan = (runId: number, env = {}) => scene.runOn(scheduleEvent(scene.source), { runId, env });
  if (!isFirst) {
    await scan(1);
    scene.repository.commit({ branch: 'main', files: { 'docs/plans/active/b.md': expired('B') } });
  }
  const active = github.fail({
    when: (request) => isOf(scene, request) && fault.at(request),
    with: fault.with,
    ...(fault.times === undefined ? {} : { times: fault.times }),
  });
  const result = await scan(2, fastClock);
  active.stop();
  const said = result.annotations.map(told).filter((line) => line.includes('tracking issue'));
  const before = { issues: scene.repository.issues().length, comments: scene.repository.comments(1).length };
  await scan(3);
  return {
    result: { exitCode: result.exitCode, conclusion: result.outputs.conclusion, stderr: result.stderr },
    ...{ said, hits: active.hits, before },
    after: scene.repository.issues().filter(({ state }) => state === 'open').length,
    rows: scene.repository
      .issue(1)
      .body.split('\n')
      .filter((line) => line.startsWith('| [')).length,
  };
}

const STANDS = { exitCode: 0, conclusion: 'success', stderr: '' };

describe('a scan stands, says what became of its issue, and the next one puts it right, where', () => {
  test.concurrent.each<readonly [string, Fault, RegExp, number]>([
    [
      'the list does not come',
      { at: rest('issues/list-for-repo'), with: { status: 503 } },
      /^warning Could not write the tracking issue: GitHub did not give a usable answer \(status 503, A fault on purpose\.\)\. Run the job again\. The result/,
      4,
    ],
    [
      'nobody answers whose it is',
      { at: isAuthors, with: 'hang' },
      /\(no answer within 20 s\)\. Run the job again\. The result/,
      3,
    ],
    [
      'it may not be written',
      { at: rest('issues/update'), with: { status: 403 } },
      /^notice Could not write .* Add "issues: write" under "permissions:" in the workflow\. The result/,
      1,
    ],
    [
      'it seems not to be there when it is written',
      { at: rest('issues/update'), with: { status: 404 } },
      /^notice Could not write .* it is not there, or the token may not see it/,
      1,
    ],
    [
      'writing is limited for an hour',
      { at: rest('issues/update'), with: { secondaryLimit: 3_600 } },
      /^warning Could not write .* the limit of the API is used up\. Run the job again later\./,
      1,
    ],
    [
      'the answer is a web page',
      {
        at: rest('issues/get'),
        with: { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Hello</h1>' },
      },
      /\(the answer was no JSON\)/,
      4,
    ],
    [
      'the comment does not arrive',
      { at: rest('issues/create-comment'), with: 'reset' },
      /^notice Could not comment on the tracking issue 1: GitHub did not give a usable answer \(read ECONNRESET\)\. Run the job again\.$/,
      3,
    ],
  ])('%s', async (name, fault, sentence, hits) => {
    expect(await scanWith(name.replaceAll(' ', '-'), fault, false)).toEqual({
      ...{ result: STANDS, said: [expect.stringMatching(sentence)], hits },
      ...{ before: { issues: 1, comments: 0 }, after: 1, rows: 2 },
    });
  });

  test.concurrent('it cannot be opened', async () => {
    const fault = { at: rest('issues/create'), with: { status: 502 } };
    expect(await scanWith('not-opened', fault, true)).toEqual({
      ...{ result: STANDS, hits: 3, before: { issues: 0, comments: 0 }, after: 1, rows: 1 },
      said: [
        `warning ${WRITE} GitHub did not give a usable answer (status 502, A fault on purpose.). Run the job again. ${IN_SUMMARY}`,
      ],
    });
  });
});

describe('one issue and one comment are all there is, though the answer is lost, to', () => {
  test.concurrent.each<readonly [string, string, boolean, number]>([
    ['the opening', 'issues/create', true, 0],
    ['an edit', 'issues/update', false, 1],
    ['the comment', 'issues/create-comment', false, 1],
  ])('%s', async (name, operation, isFirst, comments) => {
    const fault = { at: rest(operation), with: 'lose-answer', times: 1 } as const;
    expect(await scanWith(`lost-${name.replaceAll(' ', '-')}`, fault, isFirst)).toEqual({
      ...{ result: STANDS, said: [], hits: 1, before: { issues: 1, comments } },
      ...{ after: 1, rows: isFirst ? 1 : 2 },
    });
  });
});
