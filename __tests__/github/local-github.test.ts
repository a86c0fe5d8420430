import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalGitHub, startLocalGitHub, WORKFLOW_TOKEN } from './local-github.ts';
import type { LocalRepository } from './local-repository.ts';

let github: LocalGitHub;
let repository: LocalRepository;
const here = { owner: 'octo', repo: 'plans' };

beforeEach(async () => {
  github = await startLocalGitHub({ truncateTextOver: 100, truncateTreeOver: 5_000 });
  repository = github.createRepository('octo/plans');
});

afterEach(() => github.close());

function client(token: string = WORKFLOW_TOKEN) {
  return getOctokit(token, { baseUrl: github.url });
}

/** Status and message of a refusal. */
async function refusal(request: Promise<unknown>): Promise<unknown> {
  try {
    return await request;
  } catch (error) {
    return error instanceof Error && 'status' in error
      ? `${error.status} ${error.message.replace(/ - https:.*$/, '')}`
      : error;
  }
}

function inRepository(selection: string): string {
  return `query { repository(owner: "octo", name: "plans") { ${selection} } }`;
}

describe('a pull request', () => {
  test('has its commits, the true number of changed files and a merge with the base branch', async () => {
    const base = repository.commit({ branch: 'main', files: { 'a.md': 'one' } });
    const head = repository.commit({ branch: 'topic', from: 'main', files: { 'b.md': 'two' } });
    repository.openPullRequest({ base: 'main', head: 'topic', title: 'Add b', author: 'alice' });
    repository.commit({ branch: 'main', files: { 'later.md': 'three' } });

    const { data } = await client().rest.pulls.get({ ...here, pull_number: 1 });

    expect(data).toMatchObject({
      ...{ number: 1, title: 'Add b', state: 'open', changed_files: 1, user: { login: 'alice' } },
      base: { ref: 'main', sha: base, label: 'octo:main', repo: { full_name: 'octo/plans', fork: false } },
      head: { ref: 'topic', sha: head, label: 'octo:topic', repo: { full_name: 'octo/plans', fork: false } },
      merge_commit_sha: repository.resolve('refs/pull/1/merge'),
    });
    expect(repository.fileId('refs/pull/1/merge', 'later.md')).not.toBeNull();
    expect(github.violations).toEqual([]);
  });

  test('of a fork names the fork, and follows its branch', async () => {
    repository.commit({ branch: 'main', files: { 'a.md': 'one' } });
    repository.commit({ branch: 'stranger:topic', from: 'main', files: { 'b.md': 'two' } });
    repository.openPullRequest({ base: 'main', head: 'stranger:topic' });
    const head = repository.commit({ branch: 'stranger:topic', files: { 'c.md': 'three' } });

    const { data } = await client().rest.pulls.get({ ...here, pull_number: 1 });
    const answer = await client().graphql(
      inRepository(
        'pullRequest(number: 1) { isCrossRepository headRefOid changedFiles headRepository { nameWithOwner } }',
      ),
    );

    expect(data.head).toMatchObject({
      ref: 'topic',
      sha: head,
      label: 'stranger:topic',
      repo: { full_name: 'stranger/plans', fork: true },
    });
    const pullRequest = {
      isCrossRepository: true,
      headRefOid: head,
      changedFiles: 2,
      headRepository: { nameWithOwner: 'stranger/plans' },
    };
    expect(answer).toEqual({ repository: { pullRequest } });
    expect(github.violations).toEqual([]);
  });

  test('lists files with their ids, what was renamed with its old name', async () => {
    repository.commit({
      branch: 'main',
      files: { 'a.md': 'one', 'gone.md': 'gone', 'old name.md': 'moved\n' },
    });
    const files = {
      'a.md': 'two',
      'gone.md': null,
      'old name.md': null,
      'new/näme.md': 'moved\n',
      'z.md': 'new',
    };
    repository.commit({ branch: 'topic', from: 'main', files });
    repository.openPullRequest({ base: 'main', head: 'topic' });

    const { data } = await client().rest.pulls.listFiles({ ...here, pull_number: 1 });

    expect(
      data.map(({ status, filename, previous_filename, sha }) => [status, filename, previous_filename, sha]),
    ).toEqual([
      ['modified', 'a.md', undefined, repository.fileId('topic', 'a.md')],
      ['removed', 'gone.md', undefined, repository.fileId('main', 'gone.md')],
      ['renamed', 'new/näme.md', 'old name.md', repository.fileId('main', 'old name.md')],
      ['added', 'z.md', undefined, repository.fileId('topic', 'z.md')],
    ]);
    expect(github.violations).toEqual([]);
  });

  test('lists 3,000 files at most and says nothing of the rest; a comparison stops at 300, a tree says that it was cut', async () => {
    repository.commit({ branch: 'main', files: { 'a.md': 'one' } });
    const many = Array.from({ length: 3_100 }, (_, index) => [`files/${index}.md`, `text ${index}`]);
    repository.commit({ branch: 'topic', from: 'main', files: Object.fromEntries(many) });
    repository.openPullRequest({ base: 'main', head: 'topic' });
    const octokit = client();

    const listed = await octokit.paginate(octokit.rest.pulls.listFiles, {
      ...here,
      pull_number: 1,
      per_page: 100,
    });
    const { data: pull } = await octokit.rest.pulls.get({ ...here, pull_number: 1 });
    const compared = await octokit.rest.repos.compareCommitsWithBasehead({
      ...here,
      basehead: 'main...topic',
    });
    const { data: tree } = await octokit.rest.git.getTree({ ...here, tree_sha: 'topic', recursive: '1' });
    repository.commit({
      branch: 'topic',
      files: Object.fromEntries(many.map(([path, text]) => [`more/${path}`, text ?? ''])),
    });
    const { data: cut } = await octokit.rest.git.getTree({ ...here, tree_sha: 'topic', recursive: '1' });

    expect([listed.length, pull.changed_files, compared.data.files?.length]).toEqual([3_000, 3_100, 300]);
    expect([tree.tree.length, tree.truncated, cut.tree.length, cut.truncated]).toEqual([
      3_102,
      false,
      5_000,
      true,
    ]);
    expect(github.violations).toEqual([]);
  });
});

describe('a comparison', () => {
  test('starts at the merge base, and is not possible without one', async () => {
    const base = repository.commit({ branch: 'main', files: { 'a.md': 'one' } });
    repository.commit({ branch: 'feature/x', from: 'main', files: { 'b.md': 'two' } });
    repository.commit({ branch: 'main', files: { 'a.md': 'changed on main' } });
    repository.commit({ branch: 'orphan', files: { 'a.md': 'one' } });
    const { compareCommitsWithBasehead } = client().rest.repos;

    const { data } = await compareCommitsWithBasehead({ ...here, basehead: 'main...feature/x' });
    const orphan = await refusal(compareCommitsWithBasehead({ ...here, basehead: 'main...orphan' }));
    const nowhere = await refusal(compareCommitsWithBasehead({ ...here, basehead: 'main...nowhere' }));

    const { status, ahead_by, behind_by, merge_base_commit, files } = data;
    expect([status, ahead_by, behind_by, merge_base_commit.sha]).toEqual(['diverged', 1, 1, base]);
    expect(files?.map(({ filename }) => filename)).toEqual(['b.md']);
    expect([orphan, nowhere]).toEqual(['404 No common ancestor between main and orphan.', '404 Not Found']);
    expect(github.violations).toEqual([]);
  });
});

describe('contents', () => {
  const files = {
    'docs/plan #1.md': 'text\n',
    'docs/link.md': { symlink: 'plan #1.md' },
    'docs/broken.md': { symlink: '../nowhere.md' },
    'docs/module': { submodule: '1'.repeat(40) },
    'latin-1.md': new Uint8Array([0xe9, 10]),
    'large.md': 'x'.repeat(1_100_000),
  };

  test('come by path: files, folders, links to files, broken links and submodules', async () => {
    repository.commit({ branch: 'main', files });
    const kinds = await Promise.all(
      ['docs/plan #1.md', 'docs', 'docs/link.md', 'docs/broken.md', 'docs/module', 'large.md'].map(
        async (path) => {
          const { data } = await client().rest.repos.getContent({ ...here, path });
          if (Array.isArray(data)) return data.map(({ type, name }) => `${type} ${name}`);
          return 'content' in data
            ? [data.type, data.encoding, Buffer.from(data.content, 'base64').toString()]
            : data.type;
        },
      ),
    );
    const missing = await refusal(client().rest.repos.getContent({ ...here, path: 'docs/nothing.md' }));

    expect(kinds).toEqual([
      ['file', 'base64', 'text\n'],
      ['symlink broken.md', 'symlink link.md', 'file module', 'file plan #1.md'],
      ['file', 'base64', 'text\n'],
      'symlink',
      'submodule',
      ['file', 'none', ''],
    ]);
    expect(missing).toBe('404 Not Found');
    expect(github.violations).toEqual([]);
  });

  test('come raw and whole, with a charset that makes octokit read them as text', async () => {
    repository.commit({ branch: 'main', files });
    const mediaType = { format: 'raw' };
    const { data, headers } = await client().rest.repos.getContent({ ...here, path: 'large.md', mediaType });
    const file_sha = repository.fileId('main', 'latin-1.md') ?? '';
    const blob = await client().rest.git.getBlob({ ...here, file_sha });
    const rawBlob = await client().rest.git.getBlob({ ...here, file_sha, mediaType });

    expect([String(data).length, headers['content-type']]).toEqual([
      1_100_000,
      'application/vnd.github.raw; charset=utf-8',
    ]);
    expect(Buffer.from(blob.data.content, 'base64')).toEqual(Buffer.from([0xe9, 10]));
    expect(rawBlob.data).toBe('\ufffd\n');
    expect(github.violations).toEqual([]);
  });

  test('come through GraphQL in batches, without text when binary and with less when large', async () => {
    const more = { 'zero.bin': new Uint8Array([1, 0]), 'long.md': 'y'.repeat(101) };
    const oid = repository.commit({ branch: 'main', files: { ...files, ...more } });
    const blob = '... on Blob { text isBinary isTruncated byteSize }';
    const answer = await client().graphql(
      inRepository(`
        plan: object(expression: "main:docs/plan #1.md") { __typename ${blob} }
        binary: object(oid: "${repository.fileId('main', 'zero.bin')}") { ${blob} }
        long: object(expression: "${oid}:long.md") { ${blob} }
        missing: object(expression: "${oid}:nothing.md") { __typename }
        tree: object(expression: "${oid}:docs") { ... on Tree { entries { name type mode } } }
        commit: object(oid: "${oid}") { ... on Commit { file(path: "docs/link.md") { type mode object { ${blob} } } } }
      `),
    );

    expect(answer).toEqual({
      repository: {
        plan: { __typename: 'Blob', text: 'text\n', isBinary: false, isTruncated: false, byteSize: 5 },
        binary: { text: null, isBinary: true, isTruncated: false, byteSize: 2 },
        long: { text: 'y'.repeat(100), isBinary: false, isTruncated: true, byteSize: 101 },
        missing: null,
        tree: {
          entries: [
            { name: 'broken.md', type: 'blob', mode: 0o120000 },
            { name: 'link.md', type: 'blob', mode: 0o120000 },
            { name: 'module', type: 'commit', mode: 0o160000 },
            { name: 'plan #1.md', type: 'blob', mode: 0o100644 },
          ],
        },
        commit: {
          file: {
            ...{ type: 'blob', mode: 0o120000 },
            object: { text: 'plan #1.md', isBinary: false, isTruncated: false, byteSize: 10 },
          },
        },
      },
    });
    expect(github.violations).toEqual([]);
  });
});

describe('comments', () => {
  beforeEach(() => {
    repository.commit({ branch: 'main', files: { 'a.md': 'one' } });
    repository.commit({ branch: 'topic', from: 'main', files: { 'b.md': 'two' } });
    repository.openPullRequest({ base: 'main', head: 'topic' });
  });

  test('are written, read, changed and deleted', async () => {
    const { createComment, getComment, updateComment, deleteComment } = client().rest.issues;
    const { data: made } = await createComment({ ...here, issue_number: 1, body: 'first' });
    await updateComment({ ...here, comment_id: made.id, body: 'second' });
    const { data: read } = await getComment({ ...here, comment_id: made.id });
    const before = repository.comments(1).map(({ body, author }) => `${author}: ${body}`);
    await deleteComment({ ...here, comment_id: made.id });

    expect([read.body, read.user?.login, read.created_at < read.updated_at]).toEqual([
      'second',
      'github-actions[bot]',
      true,
    ]);
    expect([before, repository.comments(1)]).toEqual([['github-actions[bot]: second'], []]);
    expect(await refusal(updateComment({ ...here, comment_id: made.id, body: 'third' }))).toBe(
      '404 Not Found',
    );
    expect(github.violations).toEqual([]);
  });

  test('are refused when they are longer than 65,536 characters', async () => {
    const { createComment } = client().rest.issues;
    const fits = await createComment({ ...here, issue_number: 1, body: 'é'.repeat(65_536) });
    const tooLong = await refusal(createComment({ ...here, issue_number: 1, body: 'é'.repeat(65_537) }));

    expect(fits.status).toBe(201);
    expect(tooLong).toContain('Body is too long (maximum is 65536 characters)');
    expect(repository.comments(1)).toHaveLength(1);
  });

  test('come in pages whose links name the repository by its number', async () => {
    for (let index = 0; index < 65; index += 1)
      repository.addComment({ issue: 1, author: 'alice', body: `${index}` });
    const octokit = client();
    const first = await octokit.rest.issues.listComments({ ...here, issue_number: 1 });
    const all = await octokit.paginate(octokit.rest.issues.listComments, { ...here, issue_number: 1 });

    const pages = `${github.url}/repositories/1/issues/1/comments?page=`;
    expect(first.headers.link).toBe(`<${pages}2>; rel="next", <${pages}3>; rel="last"`);
    expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 65 }, (_, index) => `${index}`));
    expect(github.violations).toEqual([]);
  });

  test('come through GraphQL with cursors, and with who wrote them', async () => {
    github.addToken('app', { login: 'plans[bot]', permissions: 'write' });
    repository.addComment({ issue: 1, author: 'alice', body: 'one' });
    const ours = repository.addComment({ issue: 1, author: 'plans[bot]', body: 'two' });
    repository.addComment({ issue: 1, author: 'github-actions[bot]', body: 'three' });
    const nodes = 'nodes { body viewerDidAuthor author { __typename login } fullDatabaseId databaseId }';
    const page = (args: string): string =>
      inRepository(
        `pullRequest(number: 1) { comments(${args}) { totalCount pageInfo { hasNextPage endCursor } ${nodes} } }`,
      );
    interface Comments {
      repository: { pullRequest: { comments: { pageInfo: { endCursor: string }; nodes: unknown[] } } };
    }

    const first = await client('app').graphql<Comments>(page('first: 2'));
    const { endCursor } = first.repository.pullRequest.comments.pageInfo;
    const second = await client('app').graphql<Comments>(page(`first: 2, after: "${endCursor}"`));

    expect(first.repository.pullRequest.comments).toMatchObject({
      ...{ totalCount: 3, pageInfo: { hasNextPage: true } },
      nodes: [
        { body: 'one', viewerDidAuthor: false, author: { __typename: 'User', login: 'alice' } },
        {
          ...{ body: 'two', viewerDidAuthor: true, author: { __typename: 'Bot', login: 'plans' } },
          ...{ fullDatabaseId: String(ours.id), databaseId: null },
        },
      ],
    });
    expect(second.repository.pullRequest.comments).toMatchObject({
      ...{ totalCount: 3, pageInfo: { hasNextPage: false } },
      nodes: [
        { body: 'three', viewerDidAuthor: false, author: { __typename: 'Bot', login: 'github-actions' } },
      ],
    });
    expect(github.violations).toEqual([]);
  });
});

describe('rights', () => {
  const secret = { owner: 'octo', repo: 'secret' };

  beforeEach(() => {
    const hidden = github.createRepository('octo/secret', { isPrivate: true });
    for (const each of [repository, hidden]) {
      each.commit({ branch: 'main', files: { 'a.md': 'one' } });
      each.commit({ branch: 'topic', from: 'main', files: { 'b.md': 'two' } });
      each.openPullRequest({ base: 'main', head: 'topic' });
    }
    github.addToken('read', { login: 'github-actions[bot]', permissions: 'read' });
    github.addToken('none', { login: 'bob', permissions: 'none' });
    github.addToken('contents', { login: 'github-actions[bot]', permissions: { contents: 'read' } });
    github.addToken('comments', { login: 'github-actions[bot]', permissions: { pullRequests: 'write' } });
  });

  test('decide what is answered', async () => {
    const comment = (token: string, where = here) =>
      refusal(
        client(token)
          .rest.issues.createComment({ ...where, issue_number: 1, body: 'text' })
          .then(({ status }) => status),
      );
    const pull = (token: string, where = here) =>
      refusal(
        client(token)
          .rest.pulls.get({ ...where, pull_number: 1 })
          .then(({ status }) => status),
      );

    const forbidden = '403 Resource not accessible by integration';
    expect(await pull('unknown')).toBe('401 Bad credentials');
    expect([await pull('read'), await comment('read')]).toEqual([200, forbidden]);
    expect([await pull('none'), await comment('none')]).toEqual([
      200,
      '403 Resource not accessible by personal access token',
    ]);
    expect([await pull('none', secret), await comment('none', secret)]).toEqual([
      '404 Not Found',
      '404 Not Found',
    ]);
    expect([await pull('contents', secret), await comment('contents', secret)]).toEqual([
      forbidden,
      forbidden,
    ]);
    expect([await pull('comments', secret), await comment('comments', secret)]).toEqual([200, 201]);
    expect(github.violations).toEqual([]);
  });

  test('are judged in GraphQL too, with 200 and an error', async () => {
    const query = 'query { repository(owner: "octo", name: "secret") { pullRequest(number: 1) { number } } }';
    const ask = (token: string) => refusal(client(token).graphql(query));

    expect(await ask('unknown')).toBe('401 Bad credentials');
    expect(await ask('none')).toMatchObject({ errors: [{ type: 'NOT_FOUND', path: ['repository'] }] });
    expect(await ask('contents')).toMatchObject({
      errors: [{ type: 'FORBIDDEN', path: ['repository', 'pullRequest'] }],
    });
    expect(await ask('read')).toEqual({ repository: { pullRequest: { number: 1 } } });
    expect(github.violations).toEqual([]);
  });
});

describe('what breaks the description', () => {
  beforeEach(() => void repository.commit({ branch: 'main', files: { 'a.md': 'one' } }));

  const cases: readonly [string, (octokit: ReturnType<typeof client>) => Promise<unknown>, string, RegExp][] =
    [
      [
        'an unknown path',
        (octokit) => octokit.request('GET /repos/octo/plans/nothing'),
        'request',
        /describes no path/,
      ],
      [
        'an unknown method',
        (octokit) => octokit.request('PUT /repos/octo/plans/pulls/1'),
        'request',
        /describes no PUT/,
      ],
      [
        'a path of the wrong type',
        (octokit) => octokit.request('GET /repos/octo/plans/pulls/one'),
        'request',
        /must be integer/,
      ],
      [
        'an unknown query',
        (octokit) => octokit.request('GET /repos/octo/plans/pulls/1?page=2'),
        'request',
        /additional properties/,
      ],
      [
        'a body of the wrong type',
        (octokit) => octokit.request('POST /repos/octo/plans/issues/1/comments', { data: { body: 1 } }),
        'request',
        /must be string/,
      ],
      [
        'a property that GitHub does not know',
        (octokit) =>
          octokit.request('POST /repos/octo/plans/issues/1/comments', { body: 'text', text: 'text' }),
        'request',
        /no property "text"/,
      ],
      [
        'a body that is no JSON',
        (octokit) => octokit.request('POST /graphql', { data: '{' }),
        'request',
        /no JSON object/,
      ],
      [
        'an unknown field',
        (octokit) => octokit.graphql(inRepository('nothing')),
        'request',
        /Cannot query field "nothing"/,
      ],
      [
        'a variable of the wrong type',
        (octokit) =>
          octokit.graphql(
            'query($n: Int!) { repository(owner: "a", name: "b") { pullRequest(number: $n) { id } } }',
            { n: 'x' },
          ),
        'request',
        /Variable "\$n"/,
      ],
      [
        'a short object id',
        (octokit) => octokit.graphql(inRepository('object(oid: "abc") { id }')),
        'request',
        /no Git object id/,
      ],
      [
        'a connection without a size',
        (octokit) =>
          octokit.graphql(inRepository('pullRequest(number: 1) { comments { pageInfo { hasNextPage } } }')),
        'request',
        /`first` or `last`/,
      ],
      [
        'a connection over 100',
        (octokit) =>
          octokit.graphql(
            inRepository('pullRequest(number: 1) { comments(first: 101) { pageInfo { hasNextPage } } }'),
          ),
        'request',
        /limit of 100/,
      ],
      [
        'an operation that is not here',
        (octokit) => octokit.request('GET /repos/octo/plans/pulls'),
        'missing',
        /"pulls\/list"/,
      ],
      [
        'a field that is not here',
        (octokit) => octokit.graphql(inRepository('stargazerCount')),
        'missing',
        /"Repository.stargazerCount"/,
      ],
    ];

  test.each(cases)('%s is refused and noted', async (_, ask, kind, message) => {
    repository.openPullRequest({ base: 'main', head: 'main' });

    await expect(ask(client())).rejects.toThrow();

    expect(github.violations).toEqual([
      expect.objectContaining({ kind, message: expect.stringMatching(message) }),
    ]);
  });
});

describe('the log', () => {
  test('tells every request, and which of them may have written', async () => {
    repository.commit({ branch: 'main', files: { 'a.md': 'one' } });
    repository.openPullRequest({ base: 'main', head: 'main' });
    await client().rest.pulls.listFiles({ ...here, pull_number: 1, per_page: 100 });
    await client().graphql('query Who { viewer { login } }');
    await client().rest.issues.createComment({ ...here, issue_number: 1, body: 'text' });

    const told = github.requests.map(({ method, path, operation, status, token }) => [
      method,
      path,
      operation,
      status,
      token,
    ]);
    expect(told).toEqual([
      ['GET', '/repos/octo/plans/pulls/1/files', 'pulls/list-files', 200, WORKFLOW_TOKEN],
      ['POST', '/graphql', 'graphql', 200, WORKFLOW_TOKEN],
      ['POST', '/repos/octo/plans/issues/1/comments', 'issues/create-comment', 201, WORKFLOW_TOKEN],
    ]);
    expect(github.requests[0]?.query).toEqual({ per_page: '100' });
    expect(github.writes().map(({ body }) => body)).toEqual([{ body: 'text' }]);
    github.forgetRequests();
    expect(github.requests).toEqual([]);
  });
});
