import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readRunContext } from '../src/run-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'plan-check-'));
const eventFile = join(folder, 'event.json');
writeFileSync(eventFile, '{"number": 7}');
afterAll(() => rmSync(folder, { recursive: true }));

const ENV = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_EVENT_PATH: eventFile,
  GITHUB_REPOSITORY: 'acme/harbour',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_RUN_ID: '9007199',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_API_URL: 'https://github.example/api/v3/',
  RUNNER_TEMP: folder,
};

test('the runner’s variables are read', async () => {
  expect(await readRunContext(ENV)).toEqual({
    eventName: 'pull_request',
    payload: { number: 7 },
    sha: 'a'.repeat(40),
    ref: null,
    owner: 'acme',
    repo: 'harbour',
    runId: 9_007_199,
    attempt: 2,
    serverUrl: 'https://github.com',
    apiUrl: 'https://github.example/api/v3',
    graphqlUrl: 'https://api.github.com/graphql',
    workspace: null,
    temp: folder,
    action: null,
  });
});

test('the branch is read where the runner says it', async () => {
  expect(await readRunContext({ ...ENV, GITHUB_REF: 'refs/heads/main' })).toMatchObject({
    ref: 'refs/heads/main',
  });
});

test('the action names itself where it was not taken from a folder', async () => {
  const env = { ...ENV, GITHUB_ACTION_REPOSITORY: 'acme/plan-check', GITHUB_ACTION_REF: 'v1' };
  expect((await readRunContext(env)).action).toEqual({ repository: 'acme/plan-check', ref: 'v1' });
});

test('what is missing is named', async () => {
  await expect(readRunContext({ ...ENV, GITHUB_REPOSITORY: '' })).rejects.toThrow(
    '"GITHUB_REPOSITORY" is not set; run the action inside a workflow, or use "plan-check" at a terminal.',
  );
});

test('an event’s file that is no JSON is named', async () => {
  writeFileSync(join(folder, 'broken.json'), '{');
  const env = { ...ENV, GITHUB_EVENT_PATH: join(folder, 'broken.json') };
  await expect(readRunContext(env)).rejects.toThrow(
    `The event's file "${join(folder, 'broken.json')}" ("GITHUB_EVENT_PATH") could not be read as JSON.`,
  );
});

test.each([
  'https://user:hunter2@github.example/api',
  'http://user:hunter2@github.example:99999',
  'user:hunter2@',
  'https://github.example/api?key=hunter2',
  'https://github.example/api#hunter2',
])('an address that may hold a password is refused, and not repeated: %s', async (given) => {
  await expect(readRunContext({ ...ENV, GITHUB_GRAPHQL_URL: given })).rejects.toThrow(
    /^"GITHUB_GRAPHQL_URL" is no plain address of a server: leave out user, password and whatever follows a "\?" or a "#"\.$/,
  );
});
