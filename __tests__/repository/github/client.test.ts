import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PlanCheckError } from '../../../src/plan-check-error.ts';
import { maybe } from '../../../src/repository/github/answer-shape.ts';
import { classifyApiError, explainApiError } from '../../../src/repository/github/api-error.ts';
import { createGitHubClient, type GitHubClient } from '../../../src/repository/github/client.ts';
import type { Mishap } from '../../github/faults.ts';
import { type LocalGitHub, startLocalGitHub, WORKFLOW_TOKEN } from '../../github/local-github.ts';
import type { LocalRepository } from '../../github/local-repository.ts';
import { clientOf, operations, to } from './local-client.ts';

const where = { owner: 'octo', repo: 'plans' };
const COMPARE = 'repos/compare-commits-with-basehead';
const CREATE = 'issues/create-comment';
/** Milliseconds; whoever waits so long comes to no end within a test. */
const NEVER = 3_600_000;
const VIEWER = 'query { viewer { login } }';

let github: LocalGitHub;
let repository: LocalRepository;

beforeEach(async () => {
  github = await startLocalGitHub();
  repository = github.createRepository('octo/plans');
  repository.commit({ branch: 'main', files: { 'a.md': 'a' } });
  repository.commit({ branch: 'topic', from: 'main', files: { 'b.md': 'b' } });
  repository.openPullRequest({ base: 'main', head: 'topic' });
});

afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

function compare(client: GitHubClient) {
  return client.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...where,
    basehead: 'main...topic',
  });
}

function comment(client: GitHubClient, body = 'Hello.') {
  return client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...{ ...where, issue_number: 1, body },
  });
}

function edit(client: GitHubClient, id: number) {
  return client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    ...{ ...where, comment_id: id, body: 'Edited.' },
  });
}

function viewer(client: GitHubClient) {
  return client.graphql<{ viewer: { login: string } }>(
    VIEWER,
    {},
    { shape: { each: maybe({ each: maybe('text') }) } },
  );
}

/** What a user would read. */
async function complaint(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  return explainApiError(error, { action: 'look', permission: 'contents: read' }).message;
}

describe('what passes is tried again', () => {
  const passing: readonly (readonly [string, Mishap])[] = [
    ['a bad gateway', { status: 502, body: 'Bad Gateway', headers: { 'content-type': 'text/html' } }],
    ['a server error', { status: 500, body: { message: 'Server Error' } }],
    ['an unavailable service', { status: 503, body: { message: 'Unavailable' } }],
    ['a gateway timeout', { status: 504, body: { message: 'Timeout' } }],
    ['a reset', 'reset'],
    ['an answer cut by the connection', 'truncate'],
    ['a lost answer', 'lose-answer'],
    ['a secondary limit', 'secondary-limit'],
    [
      'half a JSON',
      { status: 200, body: '{"data": {"viewer"', headers: { 'content-type': 'application/json' } },
    ],
  ];

  test.each(passing)('%s, three times, for REST', async (_, mishap) => {
    github.fail({ when: to(COMPARE), times: 3, with: mishap });
    const client = await clientOf(github);
    const { data } = await compare(client);
    expect(data.files?.map(({ filename }) => filename)).toEqual(['b.md']);
    expect(client.counts()).toEqual({ requests: 4, writes: 0 });
  });

  test.each(passing)('%s, three times, for GraphQL', async (_, mishap) => {
    github.fail({ when: to('graphql'), times: 3, with: mishap });
    const client = await clientOf(github);
    expect((await viewer(client)).data).toEqual({ viewer: { login: 'github-actions[bot]' } });
    expect(client.counts()).toEqual({ requests: 4, writes: 0 });
  });

  test('GraphQL that ran out of strength says so with HTTP 200', async () => {
    const message = 'Something went wrong while executing your query. This may be the result of a timeout.';
    github.fail({
      when: to('graphql'),
      times: 3,
      with: { status: 200, body: { data: null, errors: [{ message }] } },
    });
    const client = await clientOf(github);
    expect((await viewer(client)).data).toEqual({ viewer: { login: 'github-actions[bot]' } });
    expect(github.requests).toHaveLength(4);
  });

  test('but not a fourth time', async () => {
    github.fail({ when: to(COMPARE), with: { status: 502, body: { message: 'Bad Gateway' } } });
    const client = await clientOf(github);
    expect(await complaint(compare(client))).toBe(
      'Could not look: GitHub did not give a usable answer (status 502, Bad Gateway). Run the job again.',
    );
    expect(github.requests).toHaveLength(4);
  });

  test('a refusal after a failed try is final', async () => {
    github.fail({ when: to(COMPARE), times: 1, with: 'reset' });
    github.fail({ when: to(COMPARE), with: { status: 404, body: { message: 'Not Found' } } });
    const client = await clientOf(github);
    await expect(compare(client)).rejects.toMatchObject({ status: 404 });
    expect(github.requests).toHaveLength(2);
  });

  test('what is sent again may be an edit', async () => {
    const { id } = repository.addComment({ issue: 1, author: 'github-actions[bot]', body: 'Hello.' });
    github.fail({ when: to('issues/update-comment'), times: 1, with: 'lose-answer' });
    const client = await clientOf(github);
    await edit(client, id);
    expect(repository.comments(1).map(({ body }) => body)).toEqual(['Edited.']);
    expect(client.counts()).toEqual({ requests: 2, writes: 2 });
  });

  test.each<readonly [string, Mishap]>([
    ['a lost answer', 'lose-answer'],
    ['a reset', 'reset'],
    ['a bad gateway', { status: 502, body: { message: 'Bad Gateway' } }],
  ])('but never something new, after %s', async (_, mishap) => {
    github.fail({ when: to(CREATE), times: 1, with: mishap });
    const client = await clientOf(github);
    await expect(comment(client)).rejects.toMatchObject({ status: expect.any(Number) });
    expect(operations(github)).toEqual([CREATE]);
  });

  test('except when it was turned away by a limit', async () => {
    github.fail({ when: to(CREATE), times: 1, with: 'secondary-limit' });
    const client = await clientOf(github);
    await comment(client);
    expect(repository.comments(1)).toHaveLength(1);
  });
});

describe('how long it waits', () => {
  test('as long as GitHub asks', async () => {
    github.fail({ when: to(COMPARE), times: 1, with: { secondaryLimit: 30 } });
    const client = await clientOf(github, { second: 10 });
    const started = performance.now();
    await compare(client);
    expect(performance.now() - started).toBeGreaterThan(290);
  });

  test('as long as GitHub asks, on a 503 and on a limit without a name', async () => {
    const headers = { 'retry-after': '20' };
    github.fail({ when: to(COMPARE), times: 1, with: { status: 503, headers, body: { message: 'Busy' } } });
    github.fail({
      when: to(COMPARE),
      times: 1,
      with: { status: 429, headers, body: { message: 'Slow down' } },
    });
    const client = await clientOf(github, { second: 10 });
    const started = performance.now();
    await compare(client);
    expect(performance.now() - started).toBeGreaterThan(390);
    expect(github.requests).toHaveLength(3);
  });

  test('not at all when GitHub asks for more than there is', async () => {
    github.fail({ when: to(COMPARE), with: { secondaryLimit: 61 } });
    const client = await clientOf(github, { patience: 60 });
    expect(await complaint(compare(client))).toBe(
      'Could not look: the limit of the API is used up. Run the job again later.',
    );
    expect(github.requests).toHaveLength(1);
  });

  test('until a primary limit resets, it says when', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2145970800' };
    github.fail({
      when: to(COMPARE),
      with: { status: 403, headers, body: { message: 'API rate limit exceeded' } },
    });
    const client = await clientOf(github);
    expect(await complaint(compare(client))).toBe(
      'Could not look: the limit of the API is used up until 15:00 UTC. Run the job again later.',
    );
    expect(github.requests).toHaveLength(1);
  });

  test.each([COMPARE, 'graphql'])(
    'for %s: until a primary limit resets, if that is soon',
    async (operation) => {
      github.fail({ when: to(operation), times: 1, with: 'rate-limited' });
      const client = await clientOf(github, { second: 50 });
      const started = performance.now();
      await (operation === 'graphql' ? viewer(client) : compare(client));
      expect(performance.now() - started).toBeGreaterThan(45);
      expect(github.requests).toHaveLength(2);
    },
  );

  test.each([COMPARE, 'graphql'])(
    'for %s: a primary limit an hour away is not waited for',
    async (operation) => {
      github.fail({ when: to(operation), with: { rateLimited: 3_600 } });
      const client = await clientOf(github);
      const asked = operation === 'graphql' ? viewer(client) : compare(client);
      expect(await complaint(asked)).toMatch(
        /^Could not look: the limit of the API is used up until \d\d:\d\d UTC\. Run the job again later\.$/,
      );
      expect(github.requests).toHaveLength(1);
    },
  );

  test('in all, over every request of a run', async () => {
    github.fail({ when: to(COMPARE), with: { status: 502, body: { message: 'Bad Gateway' } } });
    // The first request takes 1 + 4 + 9 of 20 seconds, the second 1 + 4; nothing is left for the third.
    const client = await clientOf(github, { patience: 20, second: 100 });
    for (let run = 0; run < 3; run += 1) await expect(compare(client)).rejects.toMatchObject({ status: 502 });
    // 4 + 3 + 1, or fewer where a failed try took its time.
    expect(github.requests.length).toBeLessThanOrEqual(8);
    expect(github.requests.length).toBeGreaterThan(4);
    expect(await client.pause(5)).toBe(false);
  });

  test('no longer than its timeout for an answer', async () => {
    github.fail({ when: to(COMPARE), with: 'hang' });
    const client = await clientOf(github, { timeout: 50, second: 200, patience: 14 });
    expect(await complaint(compare(client))).toBe(
      'Could not look: GitHub did not give a usable answer (no answer within 0.05 s). Run the job again.',
    );
    // A failed try takes a quarter of a second here: after three of them, 1 and 4, another 9 are not left of 14.
    // Fewer on a machine that is so busy that a try takes longer.
    expect(github.requests.length).toBeLessThanOrEqual(3);
    expect(github.requests.length).toBeGreaterThan(1);
  });

  test('a slow answer is waited for', async () => {
    github.fail({ when: to(COMPARE), with: { delayMs: 100 } });
    const client = await clientOf(github, { timeout: 5_000 });
    await compare(client);
    expect(github.requests).toHaveLength(1);
  });

  test('nothing between queries', async () => {
    const client = await clientOf(github, { second: NEVER });
    for (let query = 0; query < 5; query += 1) await viewer(client);
    expect(client.counts()).toEqual({ requests: 5, writes: 0 });
  });

  test('nothing before the first write', async () => {
    const client = await clientOf(github, { second: NEVER });
    await comment(client);
    expect(client.counts()).toEqual({ requests: 1, writes: 1 });
  });

  test('a second between writes', async () => {
    const client = await clientOf(github, { second: 200 });
    const started = performance.now();
    await comment(client);
    await comment(client);
    expect(performance.now() - started).toBeGreaterThan(190);
    expect(client.counts()).toEqual({ requests: 2, writes: 2 });
  });
});

describe('what it says', () => {
  test.each<readonly [string, Mishap, string]>([
    [
      'a bad token',
      { status: 401, body: { message: 'Bad credentials' } },
      'Could not look: the token is not valid. Give a valid one in "github-token".',
    ],
    [
      'a missing right',
      { status: 403, body: { message: 'Resource not accessible by integration' } },
      'Could not look: the token lacks the right (Resource not accessible by integration). Add "contents: read" under "permissions:" in the workflow.',
    ],
    [
      'something hidden',
      { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' } },
      'Could not look: it is not there, or the token may not see it (Not Found). Check the name, and that the workflow has "contents: read" under "permissions:".',
    ],
    [
      'a locked conversation',
      { status: 403, body: { message: 'Unable to create comment because issue is locked.' } },
      'Could not look: GitHub refused it with status 403 (Unable to create comment because issue is locked.). Unlock the conversation if it is to be written there.',
    ],
    [
      'something invalid',
      { status: 422, body: { message: `Validation\nFailed ${'x'.repeat(300)}` } },
      `Could not look: GitHub refused it with status 422 (Validation Failed ${'x'.repeat(182)}…). Run the job again; if it stays so, report these words to Plan Check.`,
    ],
  ])('of %s', async (_, mishap, sentence) => {
    github.fail({ when: to(COMPARE), with: mishap });
    expect(await complaint(compare(await clientOf(github)))).toBe(sentence);
    expect(github.requests).toHaveLength(1);
  });

  test('of a token that GitHub does not know', async () => {
    expect(await complaint(viewer(await clientOf(github, { token: 'stolen' })))).toBe(
      'Could not look: the token is not valid. Give a valid one in "github-token".',
    );
  });

  test('of no token at all', async () => {
    const { url, graphqlUrl } = github;
    await expect(createGitHubClient({ token: ' ', apiUrl: url, graphqlUrl })).rejects.toThrow(
      'There is no token for GitHub. Give one in "github-token".',
    );
  });

  test.each([
    ['a line end', 'ghs_SECRETpart1\nSECRETpart2'],
    ['a line end', 'ghs_SECRET\u2028part'],
    ['a space', 'ghs_SECRET part'],
    ['a control character', 'ghs_SECRET\u0001part'],
    ['an invisible character', 'ghs_SECRET\u200bpart'],
    ['an invisible character', 'ghs_SECRET\u3164part'],
    ['a character outside of ASCII', 'ghs_SECRET\u00e9part'],
  ])('of a token with %s, without a request', async (what, token) => {
    await expect(clientOf(github, { token })).rejects.toThrow(
      new PlanCheckError(
        `The token in "github-token" holds ${what}, which no token does. Give the token alone, on one line; store the secret anew if that is where it comes from.`,
      ),
    );
    expect(github.requests).toEqual([]);
  });

  test.each<readonly [string, Mishap]>([
    ['REST', { status: 422, body: { message: `no ${WORKFLOW_TOKEN}!` } }],
    ['REST', { status: 502, body: { message: `no ${WORKFLOW_TOKEN}!` } }],
    ['GraphQL', { status: 422, body: { message: `no ${WORKFLOW_TOKEN}!` } }],
    ['GraphQL', { status: 200, body: { errors: [{ message: `no ${WORKFLOW_TOKEN}!` }] } }],
    [
      'GraphQL',
      { status: 200, body: { data: { viewer: 1 }, errors: [{ message: `no ${WORKFLOW_TOKEN}!` }] } },
    ],
  ])('of an answer of %s that repeats the token, all but that: %j', async (kind, mishap) => {
    github.fail({ when: () => true, with: mishap });
    const client = await clientOf(github);
    const asked: Promise<unknown> = kind === 'REST' ? compare(client) : viewer(client);
    const error = await asked.catch((reason: unknown) => reason);
    expect(String(error)).toContain('no ***!');
    for (let at = error; at instanceof Error; at = at.cause) {
      expect(`${at.message} ${at.stack}`).not.toContain(WORKFLOW_TOKEN);
    }
  });

  test('of a port that is for something else, at once', async () => {
    const client = await clientOf(github, {
      graphqlUrl: 'http://127.0.0.1:1/graphql',
      second: NEVER,
      patience: 60,
    });
    expect(await complaint(viewer(client))).toBe(
      'Port 1 is kept for something else than a server of GitHub, so nothing is sent there: correct "GITHUB_API_URL" and "GITHUB_GRAPHQL_URL".',
    );
  });

  test('of GraphQL errors as of those of REST', async () => {
    const query = 'query { repository(owner: "octo", name: "secret") { id } }';
    const client = await clientOf(github);
    const error = await client
      .graphql(query, {}, { shape: { each: maybe({ each: maybe('text') }) } })
      .catch((reason: unknown) => reason);
    expect(classifyApiError(error)).toEqual({
      kind: 'missing',
      message: "Could not resolve to a Repository with the name 'octo/secret'.",
    });
    expect(github.requests).toHaveLength(1);
  });

  test('of a GraphQL error without data', async () => {
    const body = { errors: [{ message: "Field 'viewers' doesn't exist on type 'Query'" }] };
    github.fail({ when: to('graphql'), with: { status: 200, body } });
    expect(await complaint(viewer(await clientOf(github)))).toBe(
      "Could not look: GitHub refused it with status 400 (Field 'viewers' doesn't exist on type 'Query'). Run the job again; if it stays so, report these words to Plan Check.",
    );
  });
});

test('a token with spaces around it is the same token', async () => {
  const client = await clientOf(github, { token: ` ${WORKFLOW_TOKEN}\n` });
  expect((await viewer(client)).data).toEqual({ viewer: { login: 'github-actions[bot]' } });
});

describe('a redirect', () => {
  test('on the same host is followed, by writes as well', async () => {
    const location = '/repos/octo/plans/issues/1/comments';
    github.fail({ when: to(CREATE), times: 1, with: { status: 307, headers: { location }, body: null } });
    const client = await clientOf(github);
    await comment(client);
    expect(repository.comments(1)).toHaveLength(1);
    expect(client.counts()).toEqual({ requests: 2, writes: 2 });
  });

  test('that would make a write a look is none', async () => {
    const location = '/repos/octo/plans/issues/1/comments';
    github.fail({ when: to(CREATE), with: { status: 301, headers: { location }, body: null } });
    expect(await complaint(comment(await clientOf(github)))).toMatch(
      /^Could not look: GitHub refused it with status 301/,
    );
    expect(repository.comments(1)).toEqual([]);
  });
});

test('the token goes to no other host', async () => {
  const stranger = await startLocalGitHub();
  for (const status of [301, 302, 307, 308]) {
    const headers = { location: `${stranger.url}/repos/octo/plans/compare/main...topic` };
    github.fail({ when: to(COMPARE), times: 1, with: { status, headers, body: null } });
    expect(await complaint(compare(await clientOf(github)))).toBe(
      `Could not look: GitHub refused it with status ${status} (it sends the request on to "${new URL(stranger.url).host}", which gets no token; check that the repository was not moved, and "GITHUB_API_URL").`,
    );
  }
  expect(stranger.requests).toEqual([]);
  await stranger.close();
});
