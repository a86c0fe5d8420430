import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PlanCheckError } from '../../../src/plan-check-error.ts';
import { explainApiError } from '../../../src/repository/github/api-error.ts';
import { findChangedFiles } from '../../../src/repository/github/changed-files.ts';
import { createGitHubClient, type GitHubClient } from '../../../src/repository/github/client.ts';
import { commitHistory } from '../../../src/repository/github/commit-history.ts';
import { compareCommits } from '../../../src/repository/github/comparison.ts';
import { currentEnds } from '../../../src/repository/github/current-ends.ts';
import { issuesByUs, listIssues } from '../../../src/repository/github/issues.ts';
import { openPullRequest } from '../../../src/repository/github/pull-request.ts';
import { readBefore } from '../../../src/repository/github/read-before.ts';
import { readCommitFiles } from '../../../src/repository/github/read-files.ts';
import { readTree } from '../../../src/repository/github/tree.ts';
import { nearly } from '../../fuzzing/any-text.ts';
import { fc } from '../../fuzzing/fast-check.ts';

const COMMIT = 'a'.repeat(40);
const PARENT = 'b'.repeat(40);
const where = { owner: 'octo', repo: 'plans' };

const file = {
  ...{ mode: 0o100644, type: 'blob' },
  object: { oid: COMMIT, byteSize: 3, isTruncated: false, text: 'abc' },
};
const commit = { oid: COMMIT, f0: file, f1: { ...file, object: { ...file.object, text: null } } };
const comment = {
  fullDatabaseId: '12',
  body: 'Hello',
  viewerDidAuthor: true,
  url: 'https://github.example/c',
};
const touched = {
  ...{ oid: COMMIT, committedDate: '2026-03-01T10:00:00Z', messageHeadline: 'Dig' },
  ...{ additions: 3, deletions: 1, parents: { totalCount: 1 } },
};
const pull = {
  ...{ url: 'https://github.example/7', isCrossRepository: false, headRefOid: COMMIT, baseRefOid: PARENT },
  ...{ changedFiles: 1, baseRef: { target: commit }, commits: { nodes: [{ commit }] } },
  comments: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [comment] },
};
const entry = { filename: 'a.md', status: 'renamed', previous_filename: 'b.md' };
const issue = {
  ...{ number: 7, body: null, state: 'open', html_url: 'https://github.example/7' },
  labels: [{ name: 'plan-check' }],
};

const STANDING = { data: { repository: { pullRequest: { headRefOid: COMMIT, baseRefOid: PARENT } } } };

/** What is asked, and a good answer to it. */
const QUESTIONS: readonly {
  readonly name: string;
  readonly good: unknown;
  readonly ask: (client: GitHubClient) => Promise<unknown>;
}[] = [
  {
    name: 'a pull request',
    good: { data: { repository: { pullRequest: pull } } },
    ask: async (client) => {
      const question = {
        ...where,
        number: 7,
        head: 'f'.repeat(40),
        privileged: true,
        prefetch: ['a.yml', 'b.yml'],
      };
      const opened = await openPullRequest(client, question);
      expect([opened.newerHead ?? opened.head, opened.base, opened.trusted].map((id) => typeof id)).toEqual(
        Array(3).fill('string'),
      );
      return opened;
    },
  },
  {
    name: 'a comparison',
    good: { merge_base_commit: { sha: PARENT }, files: [entry] },
    ask: (client) => compareCommits(client, where, { base: PARENT, head: COMMIT }),
  },
  {
    name: 'the files of a pull request',
    good: [entry],
    ask: (client) =>
      findChangedFiles(client, {
        ...{ ...where, head: COMMIT, base: PARENT, pullRequest: { number: 7, changedFiles: 1 } },
        comparison: { kind: 'related', mergeBase: PARENT, files: [] },
      }),
  },
  {
    name: 'where a pull request stands',
    good: STANDING,
    ask: (client) => currentEnds(client, { ...where, number: 7 }),
  },
  {
    name: 'a tree',
    good: { tree: [{ path: 'a.md', type: 'blob', sha: COMMIT, mode: '100644' }], truncated: false },
    ask: (client) => readTree(client, where, COMMIT),
  },
  {
    name: 'files',
    good: { data: { repository: { c0: commit } } },
    ask: (client) =>
      readCommitFiles(client, where, [
        { commit: COMMIT, path: 'a.md' },
        { commit: COMMIT, path: 'b.md' },
      ]),
  },
  {
    name: 'issues',
    good: [issue],
    ask: async (client) => {
      const pages = listIssues(client, where, { label: null, state: 'open', maxPages: 1 });
      return (await pages.next()).value;
    },
  },
  {
    name: 'the authors of issues',
    good: { data: { repository: { i7: { viewerDidAuthor: true } } } },
    ask: (client) =>
      issuesByUs(client, where, [
        { number: 7, title: 'Seven', body: '', isOpen: true, labels: [], url: 'https://x.example' },
      ]),
  },
  {
    name: 'a history',
    good: { data: { repository: { object: { h0: { nodes: [touched] } } } } },
    ask: (client) =>
      commitHistory(
        client,
        { where, commit: COMMIT, listFiles: () => Promise.resolve({ paths: ['src'], gap: null }) },
        {
          ...{ from: 'head', lastChanges: true, maxRequests: 4 },
          watches: [{ roots: ['src'], kind: 'path', matches: () => true, since: 0, isFollowed: false }],
        },
      ),
  },
  {
    name: 'parents',
    good: { data: { repository: { c0: { parents: { nodes: [{ oid: PARENT }] } } } } },
    ask: (client) =>
      readBefore(client, where, [
        { commit: { id: COMMIT, time: 0, subject: 'Dig', files: null }, path: 'a' },
      ]),
  },
];

let server: Server;
let client: GitHubClient;
let answer: unknown = null;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    response.setHeader('Content-Type', 'application/json');
    // What is asked beside a list is answered well.
    const isBeside = Array.isArray(answer) && request.url === '/graphql';
    response.end(JSON.stringify(isBeside ? STANDING : answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  // No time to wait: a failed try is the last one.
  client = await createGitHubClient({
    ...{ token: 'x', apiUrl: url, graphqlUrl: `${url}/graphql`, second: 1, patience: 0 },
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What an engine says of a value that it did not expect; a sentence of ours never does. */
const SURPRISE = /Cannot read|is not a function|is not iterable|undefined|\[object|NaN/;

describe.each(QUESTIONS)('asked for $name', ({ good, ask }) => {
  test('GitHub may answer what it likes', async () => {
    answer = good;
    await expect(ask(client)).resolves.toBeDefined();
    await fc.assert(
      fc.asyncProperty(nearly(good), async (some) => {
        answer = some;
        try {
          const told = await ask(client);
          expect(JSON.stringify(told) ?? '').not.toMatch(SURPRISE);
        } catch (error) {
          if (error instanceof PlanCheckError) expect(error.message).not.toMatch(SURPRISE);
          else {
            // What reads it turns it into a sentence.
            expect(error).toHaveProperty('status');
            const { message } = explainApiError(error, { action: 'ask', permission: 'contents: read' });
            expect(message).not.toMatch(SURPRISE);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('a branch that ends in no commit is not believed', async () => {
  const target = { ...commit, oid: 7 };
  answer = { data: { repository: { pullRequest: { ...pull, baseRef: { target } } } } };
  const question = { ...where, number: 7, head: 'f'.repeat(40), privileged: true, prefetch: ['a.yml'] };
  await expect(openPullRequest(client, question)).rejects.toThrow(PlanCheckError);
});
