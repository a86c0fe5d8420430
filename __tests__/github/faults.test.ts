import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Mishap } from './faults.ts';
import { type LocalGitHub, startLocalGitHub, WORKFLOW_TOKEN } from './local-github.ts';
import type { LocalRepository } from './local-repository.ts';
import type { GitHubRequest } from './request.ts';

let github: LocalGitHub;
let repository: LocalRepository;
const headers = { authorization: `token ${WORKFLOW_TOKEN}` };

beforeEach(async () => {
  github = await startLocalGitHub();
  repository = github.createRepository('octo/plans');
  repository.commit({ branch: 'main', files: { 'a.md': 'one' } });
  repository.openPullRequest({ base: 'main', head: 'main' });
});

afterEach(() => github.close());

function comment(body = 'text', signal?: AbortSignal): Promise<Response> {
  const url = `${github.url}/repos/octo/plans/issues/1/comments`;
  return fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ body }),
    ...(signal ? { signal } : {}),
  });
}

function viewer(): Promise<Response> {
  return fetch(github.graphqlUrl, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: '{ viewer { login } }' }),
  });
}

const isComment = ({ operation }: GitHubRequest): boolean => operation === 'issues/create-comment';
const isGraphQL = ({ operation }: GitHubRequest): boolean => operation === 'graphql';
const count = (): number => repository.comments(1).length;

describe('a fault', () => {
  test('hits the requests that it names, as often as it says', async () => {
    const fault = github.fail({ when: isComment, times: 2, with: { status: 502 } });

    const statuses = [
      (await viewer()).status,
      (await comment()).status,
      (await comment()).status,
      (await comment()).status,
    ];

    expect([statuses, fault.hits, count()]).toEqual([[200, 502, 502, 201], 2, 1]);
    expect(github.requests.map(({ status }) => status)).toEqual([200, 502, 502, 201]);
  });

  test('goes on until it is stopped, when it names no number', async () => {
    const fault = github.fail({
      when: isComment,
      with: { status: 422, body: { message: 'No.' }, headers: { 'x-why': 'test' } },
    });
    const refused = await comment();
    await comment();
    fault.stop();

    expect([refused.status, await refused.json(), refused.headers.get('x-why')]).toEqual([
      422,
      { message: 'No.' },
      'test',
    ]);
    expect([fault.hits, (await comment()).status]).toEqual([2, 201]);
  });

  const cuts: readonly [Mishap, number][] = [
    ['reset', 0],
    ['lose-answer', 1],
    ['truncate', 1],
  ];

  test.each(cuts)('%p breaks the answer; comments made meanwhile: %p', async (mishap, made) => {
    github.fail({ when: isComment, times: 1, with: mishap });

    await expect(comment().then((response) => response.json())).rejects.toThrow();

    expect([count(), (await comment()).status]).toEqual([made, 201]);
  });

  test('"hang" answers nothing', async () => {
    github.fail({ when: isComment, with: 'hang' });

    const patience = new AbortController();
    const answer = comment('text', patience.signal);
    while (github.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    patience.abort();
    await expect(answer).rejects.toThrow('aborted');

    expect([count(), github.requests[0]?.status]).toEqual([0, null]);
  });

  test('"delayMs" answers late', async () => {
    github.fail({ when: isComment, times: 1, with: { delayMs: 100 } });
    const start = performance.now();
    await comment();

    expect(performance.now() - start).toBeGreaterThan(95);
  });

  test('"rewrite" changes the answer of work that was done', async () => {
    github.fail({ when: isGraphQL, with: { rewrite: (answer) => ({ ...answer, body: { data: null } }) } });

    expect(await (await viewer()).json()).toEqual({ data: null });
  });

  test('limits say how long to wait', async () => {
    github.fail({ when: isComment, times: 1, with: 'rate-limited' });
    github.fail({ when: isComment, times: 1, with: { secondaryLimit: 7 } });
    github.fail({ when: isGraphQL, times: 1, with: { rateLimited: 1_800 } });
    github.fail({ when: isGraphQL, times: 1, with: 'graphql-error' });
    const [primary, secondary, primaryOfGraphQL, error] = [
      await comment(),
      await comment(),
      await viewer(),
      await viewer(),
    ];
    const reset = Number(primaryOfGraphQL.headers.get('x-ratelimit-reset')) - Date.now() / 1000;

    expect([primary.status, primary.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
    expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([403, '7']);
    expect([primaryOfGraphQL.status, await primaryOfGraphQL.json()]).toMatchObject([
      200,
      { errors: [{ type: 'RATE_LIMITED' }] },
    ]);
    expect(Math.abs(reset - 1_800)).toBeLessThan(60);
    expect([error.status, Object.keys(Object(await error.json()))]).toEqual([200, ['errors']]);
  });
});

describe('a callback', () => {
  test('lets another run overtake a request that has come in already', async () => {
    github.before(isComment, async () => {
      await comment('overtakes');
    });

    await comment('was first');

    expect(repository.comments(1).map(({ body }) => body)).toEqual(['overtakes', 'was first']);
  });
});
