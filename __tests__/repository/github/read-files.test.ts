import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ClientOptions } from '../../../src/repository/github/client.ts';
import { openGitHubRepository } from '../../../src/repository/github/github-repository.ts';
import { readCommitFiles } from '../../../src/repository/github/read-files.ts';
import { type FileContent, MAX_FILE_BYTES } from '../../../src/repository/repository.ts';
import { type LocalGitHub, startLocalGitHub } from '../../github/local-github.ts';
import type { CommitRequest, LocalRepository } from '../../github/local-repository.ts';
import type { GitHubRequest } from '../../github/request.ts';
import { clientOf, operations, to } from './local-client.ts';

const where = { owner: 'octo', repo: 'plans' };
const BLOB = 'git/get-blob';

let github: LocalGitHub;
let repository: LocalRepository;

beforeEach(async () => {
  github = await startLocalGitHub({ truncateTextOver: 2_000 });
  repository = github.createRepository('octo/plans');
});

afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

const text = (content: string): FileContent => ({ kind: 'text', text: content });

async function read(
  files: NonNullable<CommitRequest['files']>,
  paths: readonly string[],
  options: Partial<ClientOptions> = {},
): Promise<readonly FileContent[]> {
  const commit = repository.commit({ branch: 'main', files });
  const client = await clientOf(github, options);
  return readCommitFiles(
    client,
    where,
    paths.map((path) => ({ commit, path })),
  );
}

/** How many files each query asked for. */
function sizes(): readonly number[] {
  return github.requests
    .filter(({ operation }) => operation === 'graphql')
    .map(({ graphql }) => graphql?.query.match(/\bfile\(/g)?.length ?? 0);
}

function asksForMoreThan(count: number): (request: GitHubRequest) => boolean {
  return ({ graphql }) => (graphql?.query.match(/\bfile\(/g)?.length ?? 0) > count;
}

describe('what a file may be', () => {
  const latin = Uint8Array.from([0x63, 0x61, 0x66, 0xe9]);

  test.each<readonly [string, NonNullable<CommitRequest['files']>[string], FileContent, readonly string[]]>([
    ['a text', '# Plan\r\n', text('# Plan\r\n'), []],
    ['an empty file', '', text(''), []],
    ['an executable', { executable: 'echo' }, text('echo'), []],
    ['a text with a byte order mark', '\u{feff}---\n', text('---\n'), []],
    ['a text over the length that GraphQL tells', 'é'.repeat(1_500), text('é'.repeat(1_500)), [BLOB]],
    ['a text with a replacement character of its own', 'a\u{fffd}b', text('a\u{fffd}b'), [BLOB]],
    ['a text in Latin-1', latin, { kind: 'unreadable', reason: 'not-utf-8' }, [BLOB]],
    ['a binary', Uint8Array.from([1, 0, 2]), { kind: 'unreadable', reason: 'binary' }, [BLOB]],
    [
      'a binary whose zero stands so far down that GitHub takes it for text',
      Buffer.concat([Buffer.alloc(8_100, 'a'), Buffer.from([0])]),
      { kind: 'unreadable', reason: 'binary' },
      [BLOB],
    ],
    ['the largest text', 'a'.repeat(MAX_FILE_BYTES), text('a'.repeat(MAX_FILE_BYTES)), [BLOB]],
    [
      'a file of a megabyte and more',
      'a'.repeat(MAX_FILE_BYTES + 1),
      { kind: 'unreadable', reason: 'too-large' },
      [],
    ],
    ['a symbolic link', { symlink: 'b.md' }, { kind: 'unreadable', reason: 'symbolic-link' }, []],
    ['a submodule', { submodule: 'b'.repeat(40) }, { kind: 'unreadable', reason: 'submodule' }, []],
  ])('%s', async (_, entry, content, more) => {
    expect(await read({ 'a.md': entry }, ['a.md'])).toEqual([content]);
    expect(operations(github)).toEqual(['graphql', ...more]);
  });

  test('a text that GitHub guessed another encoding for is read by its bytes', async () => {
    github.fail({
      when: to('graphql'),
      with: {
        rewrite: (answer) => ({
          ...answer,
          body: JSON.parse(JSON.stringify(answer.body).replace('caf\u{fffd}', 'café')),
        }),
      },
    });
    expect(await read({ 'a.md': latin }, ['a.md'])).toEqual([{ kind: 'unreadable', reason: 'not-utf-8' }]);
  });

  test('a text that GitHub takes for binary is read by its bytes', async () => {
    github.fail({
      when: to('graphql'),
      with: {
        rewrite: (answer) => ({
          ...answer,
          body: JSON.parse(JSON.stringify(answer.body).replace('"русский"', 'null')),
        }),
      },
    });
    expect(await read({ 'a.md': 'русский' }, ['a.md'])).toEqual([text('русский')]);
    expect(operations(github)).toEqual(['graphql', BLOB]);
  });

  test('nothing at all, or a folder', async () => {
    const missing = { kind: 'missing' };
    const folder = { kind: 'unreadable', reason: 'folder' };
    expect(await read({ 'docs/a.md': 'a' }, ['docs/b.md', 'docs', 'docs/a.md/c.md', ''])).toEqual([
      missing,
      folder,
      missing,
      missing,
    ]);
  });

  test('nothing, if GitHub says so with an error', async () => {
    const errors = [{ type: 'NOT_FOUND', path: ['repository', 'c0', 'f1'], message: 'No such file' }];
    github.fail({
      when: to('graphql'),
      with: { rewrite: (answer) => ({ ...answer, body: { ...Object(answer.body), errors } }) },
    });
    expect(await read({ 'a.md': 'a' }, ['a.md', 'b.md'])).toEqual([text('a'), { kind: 'missing' }]);
    expect(github.requests).toHaveLength(1);
  });
});

describe('names', () => {
  test('of strangers never become part of a query', async () => {
    const paths = ['a") { id } }', '$p0', '...file', 'a\nb', "it's #1 & é 🚀.md", '__typename', '-> {x}'];
    const files = Object.fromEntries(paths.map((path, index) => [path, `text ${index}`]));
    expect(await read(files, paths)).toEqual(paths.map((_, index) => text(`text ${index}`)));
    const query = github.requests[0]?.graphql?.query ?? '';
    for (const path of paths.filter((each) => !['$p0', '...file'].includes(each)))
      expect(query).not.toContain(path);
  });
});

describe('how many requests', () => {
  const files = Object.fromEntries(
    Array.from({ length: 450 }, (_, index) => [`${index}.md`, `text ${index}`]),
  );

  test('two hundred files go into one', async () => {
    expect(await read(files, Object.keys(files))).toEqual(Object.values(files).map(text));
    expect(sizes()).toEqual([200, 200, 50]);
  });

  test('the same file is read once, whatever it is asked for as, and never again', async () => {
    const commit = repository.commit({ branch: 'main', files: { 'a.md': 'a', 'b.md': 'b' } });
    const trigger = { kind: 'scan', event: 'schedule', head: commit, remark: null } as const;
    const opened = await openGitHubRepository(await clientOf(github), where, trigger, []);
    const head = { side: 'head', path: 'a.md' } as const;
    const trusted = { side: 'trusted', path: 'a.md' } as const;
    expect(await opened.readFiles([head, trusted, head])).toEqual([text('a'), text('a'), text('a')]);
    expect(await opened.readFiles([trusted, { side: 'head', path: 'b.md' }])).toEqual([text('a'), text('b')]);
    expect(await opened.readFiles([head])).toEqual([text('a')]);
    expect(await opened.readFiles([])).toEqual([]);
    expect(sizes()).toEqual([1, 1]);
  });

  test('what failed is asked for again the next time', async () => {
    const commit = repository.commit({ branch: 'main', files: { 'a.md': 'a' } });
    const trigger = { kind: 'scan', event: 'schedule', head: commit, remark: null } as const;
    const opened = await openGitHubRepository(await clientOf(github), where, trigger, []);
    const fault = github.fail({ when: to('graphql'), with: { status: 403, body: { message: 'No' } } });
    const refs = [{ side: 'head', path: 'a.md' } as const];
    expect(await opened.readFiles(refs)).toMatchObject([{ kind: 'failed' }]);
    fault.stop();
    expect(await opened.readFiles(refs)).toEqual([text('a')]);
  });

  test('a batch that is too much is halved until it is not', async () => {
    github.fail({ when: asksForMoreThan(60), with: { status: 502, body: { message: 'Bad Gateway' } } });
    expect(await read(files, Object.keys(files).slice(0, 200))).toEqual(
      Object.values(files).slice(0, 200).map(text),
    );
    expect(sizes()).toEqual([200, 100, 50, 50, 100, 50, 50]);
  });

  test('a batch that takes too long is halved', async () => {
    github.fail({ when: asksForMoreThan(60), with: 'hang' });
    const contents = await read(files, Object.keys(files).slice(0, 100), { timeout: 2_000, second: 50 });
    expect(contents).toEqual(Object.values(files).slice(0, 100).map(text));
    expect(sizes()).toEqual([100, 50, 50]);
  });

  test('what GitHub had no strength for is asked for again, alone', async () => {
    const message = 'Resource limits for this query exceeded.';
    github.fail({
      when: asksForMoreThan(2),
      with: {
        rewrite(answer) {
          const body = JSON.parse(JSON.stringify(answer.body));
          for (const alias of ['f2', 'f3']) body.data.repository.c0[alias] = null;
          const errors = ['f2', 'f3'].map((alias) => ({
            ...{ type: 'RESOURCE_LIMITS_EXCEEDED', path: ['repository', 'c0', alias], message },
          }));
          return { ...answer, body: { ...body, errors } };
        },
      },
    });
    expect(await read(files, ['0.md', '1.md', '2.md', '3.md'])).toEqual(
      ['0', '1', '2', '3'].map((n) => text(`text ${n}`)),
    );
    expect(sizes()).toEqual([4, 1, 1]);
  });

  test('an outage ends after a few tries, and every file says so', async () => {
    github.fail({ when: to('graphql'), with: { status: 502, body: { message: 'Bad Gateway' } } });
    const contents = await read(files, Object.keys(files));
    expect(new Set(contents.map((content) => JSON.stringify(content)))).toEqual(
      new Set([
        JSON.stringify({
          kind: 'failed',
          message:
            'Could not read the file: GitHub did not give a usable answer (status 502, Bad Gateway). Run the job again.',
        }),
      ]),
    );
    expect(github.requests.length).toBeLessThan(20);
  });

  test('a short outage is waited for', async () => {
    github.fail({ when: to('graphql'), times: 2, with: 'reset' });
    expect(await read(files, ['0.md'])).toEqual([text('text 0')]);
  });

  test('more oddities than anybody would call plans are not read', async () => {
    const odd = Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [`${index}.md`, Uint8Array.from([0, index])]),
    );
    const contents = await read(odd, Object.keys(odd));
    expect(contents.filter(({ kind }) => kind === 'unreadable')).toHaveLength(100);
    expect(contents[100]).toEqual({
      kind: 'failed',
      message: 'More than 100 files are no plain text for GitHub; this one was not read.',
    });
  });
});

describe('what cannot be read', () => {
  test('says the line to add where the right is missing', async () => {
    repository = github.createRepository('octo/secret', { isPrivate: true });
    const commit = repository.commit({ branch: 'main', files: { 'a.md': 'a' } });
    github.addToken('poor', { login: 'github-actions[bot]', permissions: { pullRequests: 'write' } });
    const client = await clientOf(github, { token: 'poor' });
    expect(await readCommitFiles(client, { ...where, repo: 'secret' }, [{ commit, path: 'a.md' }])).toEqual([
      {
        kind: 'failed',
        message:
          'Could not read the file: the token lacks the right (Resource not accessible by integration). Add "contents: read" under "permissions:" in the workflow.',
      },
    ]);
  });

  test('leaves the other files alone', async () => {
    const id = repository.commit({ branch: 'main', files: { 'odd.md': 'a\u{fffd}', 'good.md': 'good' } });
    github.fail({ when: to(BLOB), with: { status: 500, body: { message: 'Server Error' } } });
    const client = await clientOf(github);
    const files = ['odd.md', 'good.md'].map((path) => ({ commit: id, path }));
    expect(await readCommitFiles(client, where, files)).toEqual([
      {
        kind: 'failed',
        message:
          'Could not read the file: GitHub did not give a usable answer (status 500, Server Error). Run the job again.',
      },
      text('good'),
    ]);
  });

  test('of a commit that is not there is not called missing', async () => {
    const client = await clientOf(github);
    expect(await readCommitFiles(client, where, [{ commit: '1'.repeat(40), path: 'a.md' }])).toEqual([
      {
        kind: 'failed',
        message:
          'Could not read the file: it is not there, or the token may not see it (no such commit). Check the name, and that the workflow has "contents: read" under "permissions:".',
      },
    ]);
  });
});
