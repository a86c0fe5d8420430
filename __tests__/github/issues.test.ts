import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalGitHub, startLocalGitHub, WORKFLOW_TOKEN } from './local-github.ts';
import type { LocalRepository } from './local-repository.ts';

let github: LocalGitHub;
let repository: LocalRepository;
const here = { owner: 'octo', repo: 'plans' };

beforeEach(async () => {
  github = await startLocalGitHub();
  repository = github.createRepository('octo/plans');
});

afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

const client = (token = WORKFLOW_TOKEN) => getOctokit(token, { baseUrl: github.url }).rest.issues;

/** Status and message of a refusal. */
const refusal = (request: Promise<unknown>): Promise<string> =>
  request.then(
    () => 'no refusal',
    (error: Error & { readonly status?: number }) =>
      `${error.status} ${error.message.replace(/ - https:.*$/, '')}`,
  );

test('an issue is opened with its labels, closed with a reason and opened again', async () => {
  const { data: opened } = await client().create({
    ...here,
    title: 'Plans',
    body: 'Text.',
    labels: ['plan-check'],
  });
  expect(opened).toMatchObject({
    ...{ number: 1, title: 'Plans', body: 'Text.', state: 'open', state_reason: null, locked: false },
    ...{ user: { login: 'github-actions[bot]' }, labels: [{ name: 'plan-check' }] },
    html_url: 'https://github.com/octo/plans/issues/1',
  });
  const change = { ...here, issue_number: 1 };
  await client().update({ ...change, body: 'Done.', state: 'closed', state_reason: 'completed' });
  expect(repository.issue(1)).toMatchObject({ body: 'Done.', state: 'closed', stateReason: 'completed' });
  const { data: reopened } = await client().update({ ...change, state: 'open' });
  expect(reopened).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null });
  await client().addLabels({ ...change, labels: ['plan-check', 'docs'] });
  expect(repository.issue(1).labels).toEqual(['plan-check', 'docs']);
});

describe('a list of issues', () => {
  beforeEach(() => {
    repository.commit({ branch: 'main', files: { 'a.md': 'a' } });
    repository.commit({ branch: 'topic', from: 'main', files: { 'a.md': 'b' } });
    repository.openIssue({ title: 'One', labels: ['Plan-Check'] });
    repository.openPullRequest({ base: 'main', head: 'topic' });
    repository.openIssue({ title: 'Three', author: 'alice' });
  });

  const numbers = async (query: Parameters<ReturnType<typeof client>['listForRepo']>[0]) =>
    (await client().listForRepo(query)).data.map(({ number }) => number);

  test('has pull requests among them, the youngest first, and pages', async () => {
    expect(await numbers(here)).toEqual([3, 1, 2]);
    expect(await numbers({ ...here, per_page: 2, page: 2 })).toEqual([2]);
    const { data } = await client().listForRepo(here);
    expect(data.filter((issue) => issue.pull_request !== undefined).map(({ number }) => number)).toEqual([2]);
  });

  test('is narrowed by label, state and creator, and sorted by the last change', async () => {
    expect(await numbers({ ...here, labels: 'plan-check' })).toEqual([1]);
    repository.editIssue(1, { state: 'closed' });
    expect(await numbers({ ...here, labels: 'plan-check' })).toEqual([]);
    expect(await numbers({ ...here, labels: 'plan-check', state: 'all' })).toEqual([1]);
    expect(await numbers({ ...here, creator: 'alice' })).toEqual([3]);
    expect(await numbers({ ...here, state: 'all', sort: 'updated' })).toEqual([1, 3, 2]);
  });
});

describe('is refused', () => {
  const change = { ...here, issue_number: 1 };

  test('to a token without the right', async () => {
    github.addToken('reader', { login: 'github-actions[bot]', permissions: { contents: 'write' } });
    const message = '403 Resource not accessible by integration';
    expect(await refusal(client('reader').create({ ...here, title: 'Plans' }))).toBe(message);
    repository.openIssue({ title: 'Plans' });
    expect(await refusal(client('reader').update({ ...change, body: 'Text.' }))).toBe(message);
  });

  test('a comment on a locked issue, not an edit of it', async () => {
    repository.openIssue({ title: 'Plans' });
    repository.editIssue(1, { isLocked: true });
    expect(await refusal(client().createComment({ ...change, body: 'Text.' }))).toBe(
      '403 Unable to create comment because issue is locked.',
    );
    await client().update({ ...change, body: 'Text.' });
    expect(repository.issue(1).body).toBe('Text.');
  });

  test('what is deleted, was never there or is switched off', async () => {
    repository.openIssue({ title: 'Plans' });
    repository.deleteIssue(1);
    expect(await refusal(client().get(change))).toBe('410 This issue was deleted');
    expect(await refusal(client().get({ ...here, issue_number: 9 }))).toBe('404 Not Found');
    repository.disableIssues();
    expect(await refusal(client().create({ ...here, title: 'Plans' }))).toBe(
      '410 Issues has been disabled in this repository.',
    );
  });

  test('a body that is too long', async () => {
    const body = 'x'.repeat(65_537);
    expect(await refusal(client().create({ ...here, title: 'Plans', body }))).toMatch(
      /^422 Validation Failed/,
    );
  });
});

test('an issue that was moved is followed to where it is', async () => {
  const other = github.createRepository('octo/other');
  other.openIssue({ title: 'Plans' });
  repository.openIssue({ title: 'Plans' });
  repository.transferIssue(1, '/repos/octo/other/issues/1');
  const { data } = await client().get({ ...here, issue_number: 1 });
  expect(data.repository_url).toBe(`${github.url}/repos/octo/other`);
});
