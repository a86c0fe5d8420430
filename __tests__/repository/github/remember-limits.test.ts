import { afterAll, expect, test } from '@jest/globals';
import { rememberLimits } from '../../../src/repository/github/remember-limits.ts';
import { startLocalGitHub } from '../../github/local-github.ts';
import { clientOf } from './local-client.ts';

const github = await startLocalGitHub();
afterAll(() => github.close());

/** Seconds: longer than a run waits. */
const LATER = 3_600;

test('what is refused until later is not asked for before', async () => {
  github.createRepository('octo/limited').commit({ branch: 'main', files: { a: 'a' } });
  const inner = await clientOf(github);
  let now = Date.now() / 1_000;
  const client = rememberLimits(inner, () => now);
  const ask = (): Promise<unknown> =>
    client.graphql(
      'query { repository(owner: "octo", name: "limited") { databaseId } }',
      {},
      { shape: { fields: {} }, retries: 0 },
    );
  github.fail({
    when: ({ graphql }) => graphql !== null,
    times: 1,
    with: { rateLimited: LATER },
  });

  await expect(ask()).rejects.toThrow(/rate limit exceeded/i);
  const { requests } = inner.counts();
  await expect(ask()).rejects.toThrow(/rate limit exceeded/i);
  expect(client.counts().requests).toBe(requests);
  // Far beyond: the reset counts from when the server answered, however slow that was.
  now += 2 * LATER;
  await expect(ask()).resolves.toMatchObject({ errors: [] });
});
