import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openGitHubRepository } from '../../../src/repository/github/github-repository.ts';
import type { FileContent, Side } from '../../../src/repository/repository.ts';
import type { Trigger } from '../../../src/trigger.ts';
import { type LocalGitHub, startLocalGitHub } from '../../github/local-github.ts';
import type { CommitRequest, FileEntry, LocalRepository } from '../../github/local-repository.ts';
import { clientOf, operations, to } from './local-client.ts';

const where = { owner: 'octo', repo: 'plans' };
const COMPARE = 'repos/compare-commits-with-basehead';
const LIST = 'pulls/list-files';
const TREE = 'git/get-tree';
const CONFIG = '.github/plan-check.yml';

let github: LocalGitHub;
let repository: LocalRepository;

beforeEach(async () => {
  github = await startLocalGitHub({ truncateTextOver: 1_000, truncateTreeOver: 4_000 });
  repository = github.createRepository('octo/plans');
});

afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

type Files = NonNullable<CommitRequest['files']>;

/** A pull request over two commits; the first commit of all is the merge base. */
function pullRequest(base: Files, head: Files): void {
  repository.commit({ branch: 'main', files: base });
  repository.commit({ branch: 'topic', from: 'main', files: head });
  repository.openPullRequest({ base: 'main', head: 'topic' });
}

/** Of the commit at which pull request 1 stands. */
function pullTrigger({ privileged = false, head = repository.pullRequest(1).headSha } = {}): Trigger {
  const event = privileged ? 'pull_request_target' : 'pull_request';
  return { kind: 'changes', event, source: { type: 'pull-request', number: 1, head }, privileged };
}

function firstPush(head: string, from: string | null): Trigger {
  return { kind: 'changes', event: 'push', source: { type: 'first-push', from, head }, privileged: false };
}

function rangeTrigger(base: string, head: string): Trigger {
  return { kind: 'changes', event: 'push', source: { type: 'range', base, head }, privileged: false };
}

async function open(trigger: Trigger = pullTrigger(), prefetch: readonly string[] = []) {
  return openGitHubRepository(await clientOf(github), where, trigger, prefetch);
}

function many(count: number, entry: (index: number) => FileEntry, folder = 'src'): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${folder}/${index % 40}/${index}.md`, entry(index)]),
  );
}

/** In one folder: more than GitHub tells of one. */
const wide: Files = Object.fromEntries(
  Array.from({ length: 4_100 }, (_, index) => [`wide/${index}.md`, String(index)]),
);

const text = (content: string): FileContent => ({ kind: 'text', text: content });
const head = (path: string) => ({ side: 'head' as Side, path });
const base = (path: string) => ({ side: 'base' as Side, path });
const trusted = (path: string) => ({ side: 'trusted' as Side, path });

describe('a pull request', () => {
  test('is opened as it is now, with its comments, in one query and one comparison', async () => {
    pullRequest({ 'a.md': 'a' }, { 'a.md': 'b' });
    const comment = repository.addComment({ issue: 1, author: 'github-actions[bot]', body: 'Ours.' });
    const stranger = repository.addComment({ issue: 1, author: 'mallory', body: 'Theirs.' });
    repository.commit({ branch: 'topic', files: { 'c.md': 'c' } });
    const opened = await open();
    const { headSha, baseSha } = repository.pullRequest(1);
    expect(opened.commits).toEqual({ head: headSha, base: baseSha });
    expect(opened.pullRequest).toEqual({
      ...{ number: 1, url: 'https://github.com/octo/plans/pull/1', isFork: false },
      ...{ head: headSha, newerHead: null, base: baseSha, trusted: headSha },
      ...{ changedFiles: 2, trustedFiles: new Map() },
      comments: {
        comments: [
          { id: comment.id, body: 'Ours.', isByUs: true, url: comment.url },
          { id: stranger.id, body: 'Theirs.', isByUs: false, url: stranger.url },
        ],
        next: null,
      },
    });
    expect(operations(github)).toEqual(['graphql', COMPARE]);
  });

  test('is compared with the merge base, not with what the base branch became', async () => {
    pullRequest({ 'plan.md': 'old' }, { 'plan.md': 'new' });
    const mergeBase = repository.resolve('main');
    repository.commit({ branch: 'main', files: { 'plan.md': 'newer', 'other.md': 'x' } });
    repository.commit({ branch: 'topic', files: { 'more.md': 'm' } });
    const opened = await open();
    expect(opened.commits.base).toBe(mergeBase);
    expect(await opened.changedFiles()).toEqual({
      files: [
        { path: 'more.md', previousPath: null, change: 'added' },
        { path: 'plan.md', previousPath: null, change: 'modified' },
      ],
      gap: null,
    });
    expect(await opened.readFiles([base('plan.md')])).toEqual([text('old')]);
  });

  test('from a fork is read in the repository it goes to', async () => {
    repository.commit({ branch: 'main', files: { 'plan.md': 'old' } });
    repository.commit({ branch: 'mallory:topic', from: 'main', files: { 'plan.md': 'new' } });
    repository.openPullRequest({ base: 'main', head: 'mallory:topic' });
    const opened = await open(pullTrigger(), [CONFIG]);
    expect(opened.pullRequest?.isFork).toBe(true);
    expect(await opened.readFiles([trusted(CONFIG), head('plan.md')])).toEqual([
      { kind: 'missing' },
      text('new'),
    ]);
    expect(operations(github)).toEqual(['graphql', COMPARE, 'graphql']);
  });

  test('tells what happened to each file, names of every kind among them', async () => {
    const moved = '# A plan that moves\n\nwith\nmany\nlines\n';
    pullRequest(
      { 'edit.md': 'a', 'gone.md': 'b', 'docs/active/move.md': moved, 'turn.md': 'now a file' },
      {
        ...{
          'edit.md': 'A',
          'gone.md': null,
          'docs/active/move.md': null,
          'turn.md': { symlink: 'edit.md' },
        },
        ...{ 'docs/done/move.md': `${moved}done\n`, 'docs/a "b" #c & é 🚀\n.md': 'new' },
      },
    );
    const opened = await open();
    expect(await opened.changedFiles()).toEqual({
      files: [
        { path: 'docs/a "b" #c & é 🚀\n.md', previousPath: null, change: 'added' },
        { path: 'docs/done/move.md', previousPath: 'docs/active/move.md', change: 'renamed' },
        { path: 'edit.md', previousPath: null, change: 'modified' },
        { path: 'gone.md', previousPath: null, change: 'removed' },
        { path: 'turn.md', previousPath: null, change: 'modified' },
      ],
      gap: null,
    });
    const refs = [head('docs/a "b" #c & é 🚀\n.md'), base('docs/active/move.md'), head('docs/done/move.md')];
    expect(await opened.readFiles(refs)).toEqual([text('new'), text(moved), text(`${moved}done\n`)]);
  });

  test('that is not there is said with what is missing', async () => {
    await expect(open(pullTrigger({ head: '0'.repeat(40) }))).rejects.toThrow(
      'Could not read pull request 1: it is not there, or the token may not see it (Could not resolve to a PullRequest with the number of 1.). Check the name, and that the workflow has "pull-requests: read" under "permissions:".',
    );
  });

  test('that the token may not read is said with the line to add', async () => {
    repository = github.createRepository('octo/secret', { isPrivate: true });
    pullRequest({ 'a.md': 'a' }, { 'a.md': 'b' });
    const openSecret = async (token: string) =>
      openGitHubRepository(
        await clientOf(github, { token }),
        { ...where, repo: 'secret' },
        pullTrigger(),
        [],
      );
    github.addToken('no-pulls', { login: 'github-actions[bot]', permissions: { contents: 'read' } });
    await expect(openSecret('no-pulls')).rejects.toThrow(
      'Could not read pull request 1: the token lacks the right (Resource not accessible by integration). Add "pull-requests: read" under "permissions:" in the workflow.',
    );
    github.addToken('no-contents', { login: 'github-actions[bot]', permissions: { pullRequests: 'read' } });
    await expect(openSecret('no-contents')).rejects.toThrow(
      'Add "contents: read" under "permissions:" in the workflow.',
    );
    github.addToken('outsider', { login: 'mallory', permissions: 'none' });
    await expect(openSecret('outsider')).rejects.toThrow(
      "it is not there, or the token may not see it (Could not resolve to a Repository with the name 'octo/secret'.)",
    );
  });

  test('without a common ancestor is compared as it stands, and says so', async () => {
    repository.commit({ branch: 'main', files: { 'a.md': 'a', 'same.md': 's' } });
    repository.commit({ branch: 'topic', files: { 'b.md': 'b', 'same.md': 's' } });
    repository.openPullRequest({ base: 'main', head: 'topic' });
    const opened = await open();
    const { headSha, baseSha } = repository.pullRequest(1);
    expect(opened.commits).toEqual({ head: headSha, base: baseSha });
    expect(await opened.changedFiles()).toEqual({
      files: [
        { path: 'b.md', previousPath: null, change: 'added' },
        { path: 'a.md', previousPath: null, change: 'removed' },
      ],
      gap: `The commits ${baseSha} and ${headSha} have no common ancestor, so everything that differs between the two counts as changed. Rebase onto the base branch.`,
    });
  });
});

describe('a big pull request', () => {
  const changes = (files: readonly { readonly change: string }[]) =>
    Object.fromEntries(
      [...Map.groupBy(files, ({ change }) => change)].map(([change, group]) => [change, group.length]),
    );

  test('of 100 plans takes one query for all texts of both sides', async () => {
    pullRequest(
      many(100, (index) => `old ${index}`),
      many(100, (index) => `new ${index}`),
    );
    const opened = await open(pullTrigger(), [CONFIG]);
    await opened.readFiles([trusted(CONFIG)]);
    const { files, gap } = await opened.changedFiles();
    expect({ gap, ...changes(files) }).toEqual({ gap: null, modified: 100 });
    const contents = await opened.readFiles(files.flatMap(({ path }) => [head(path), base(path)]));
    expect(contents).toEqual(
      files.flatMap(({ path }) => {
        const index = path.split('/')[2]?.replace('.md', '');
        return [text(`new ${index}`), text(`old ${index}`)];
      }),
    );
    expect(operations(github)).toEqual(['graphql', COMPARE, 'graphql']);
  });

  test('of 300 files is complete as compared', async () => {
    pullRequest({ 'a.md': 'a' }, many(300, String));
    const { files, gap } = await (await open()).changedFiles();
    expect({ gap, ...changes(files) }).toEqual({ gap: null, added: 300 });
    expect(operations(github)).toEqual(['graphql', COMPARE]);
  });

  test('of 301 files is listed', async () => {
    pullRequest({ 'a.md': 'a' }, many(301, String));
    const { files, gap } = await (await open()).changedFiles();
    expect({ gap, ...changes(files) }).toEqual({ gap: null, added: 301 });
    expect(operations(github)).toEqual(['graphql', COMPARE, LIST, LIST, LIST, LIST, 'graphql']);
  });

  test('of 3,000 files with 300 plans takes no more than 40 requests', async () => {
    pullRequest(
      { ...many(3_000, (index) => `old ${index}`) },
      many(3_000, (index) => `new ${index}`),
    );
    const opened = await open();
    const { files, gap } = await opened.changedFiles();
    expect({ gap, ...changes(files) }).toEqual({ gap: null, modified: 3_000 });
    const plans = files.slice(0, 300);
    const contents = await opened.readFiles(plans.flatMap(({ path }) => [head(path), base(path)]));
    expect(contents.filter(({ kind }) => kind === 'text')).toHaveLength(600);
    expect(github.requests.length).toBeLessThanOrEqual(40);
  });

  test('of 3,100 files is complete by its trees', async () => {
    const moved = many(50, (index) => `moved ${index}`, 'docs/active');
    const renamed = Object.entries(moved).flatMap(([path, entry]) => [
      [path, null] as const,
      [path.replace('active', 'done'), entry] as const,
    ]);
    pullRequest(
      { ...moved, 'edit.md': 'a', 'gone.md': 'b', 'same.md': 's' },
      {
        ...Object.fromEntries(renamed),
        'edit.md': 'A',
        'gone.md': null,
        ...many(3_048, (index) => `new ${index}`),
      },
    );
    const { files, gap } = await (await open()).changedFiles();
    expect({ gap, ...changes(files) }).toEqual({
      gap: null,
      added: 3_048,
      modified: 1,
      removed: 1,
      renamed: 50,
    });
    expect(files.find(({ path }) => path === 'docs/done/7/7.md')).toEqual({
      ...{ path: 'docs/done/7/7.md', previousPath: 'docs/active/7/7.md', change: 'renamed' },
    });
    expect(operations(github)).toEqual(['graphql', COMPARE, TREE, TREE]);
  });

  test('of 3,100 files in a tree that is cut is put together from its folders', async () => {
    pullRequest(many(2_000, String, 'old'), many(3_100, String, 'new'));
    const { files, gap } = await (await open()).changedFiles();
    expect({ gap, ...changes(files) }).toEqual({ gap: null, added: 3_100 });
  });

  test('of 3,100 files beside folders that it leaves alone is complete, however large these are', async () => {
    const plan = 'docs/plans/active/a.md';
    pullRequest(
      { ...wide, ...many(2_000, String, 'old'), [plan]: 'a', 'docs/plans/gone.md': 'g' },
      {
        ...many(3_097, String, 'docs/plans/pictures'),
        ...{ [plan]: 'A', 'docs/plans/gone.md': null, 'docs/plans/done/gone.md': 'g', 'new.md': 'n' },
      },
    );
    const { files, gap } = await (await open()).changedFiles();
    expect({ gap, ...changes(files) }).toEqual({ gap: null, added: 3_098, modified: 1, renamed: 1 });
    const asked = operations(github).filter((operation) => operation === TREE);
    // Both whole, both level by level, and the one folder that differs of both.
    expect(asked).toHaveLength(5);
  });

  test('that nobody can list whole says what is missing', async () => {
    pullRequest(wide, { ...many(3_099, String, 'new'), 'wide/0.md': 'other' });
    const { files, gap } = await (await open()).changedFiles();
    expect(files).toHaveLength(3_000);
    expect(gap).toBe(
      'GitHub listed 3000 of 3100 changed files and no more, and the repository is too large to compare it whole, so changed plans may be missing. Split the change into smaller ones.',
    );
  });

  test('that moves while it is listed is compared as it was opened', async () => {
    pullRequest({ 'a.md': 'a' }, many(301, String));
    github.before(to(LIST), () => void repository.commit({ branch: 'topic', files: { 'late.md': 'late' } }));
    const { files, gap } = await (await open()).changedFiles();
    expect({ gap, ...changes(files) }).toEqual({ gap: null, added: 301 });
    expect(files.map(({ path }) => path)).not.toContain('late.md');
  });

  test('whose listed files are those of another commit, as many as were compared, is compared as it was opened', async () => {
    pullRequest({ 'a.md': 'a' }, many(301, String));
    const gone = Object.fromEntries(Object.keys(many(301, String)).map((path) => [path, null]));
    github.before(
      to(LIST),
      () => void repository.commit({ branch: 'topic', files: { ...gone, ...many(301, String, 'other') } }),
    );
    const opened = await open();
    // And it is moved back before anybody asks.
    const ends = { headRefOid: opened.commits.head, baseRefOid: opened.pullRequest?.base };
    github.fail({
      when: to('graphql'),
      with: {
        rewrite: (answer) => ({ ...answer, body: { data: { repository: { pullRequest: ends } } } }),
      },
    });
    const { files, gap } = await opened.changedFiles();
    expect({ gap, ...changes(files) }).toEqual({ gap: null, added: 301 });
    expect(files.map(({ path }) => path).toSorted()).toEqual(Object.keys(many(301, String)).toSorted());
  });

  test('that moves while it is listed, and keeps what was compared, is compared as it was opened', async () => {
    pullRequest({ 'a.md': 'a' }, { ...many(300, String), 'z/plan.md': 'bad' });
    github.before(
      to(LIST),
      () => void repository.commit({ branch: 'topic', files: { 'z/plan.md': null, 'z/other.md': 'x' } }),
    );
    const { files, gap } = await (await open()).changedFiles();
    expect({ gap, ...changes(files) }).toEqual({ gap: null, added: 301 });
    expect(files.map(({ path }) => path)).toContain('z/plan.md');
    expect(operations(github).slice(-3)).toEqual(['graphql', TREE, TREE]);
  });

  test('that goes to another base while it is listed is compared as it was opened', async () => {
    pullRequest({ 'a.md': 'a' }, many(301, String));
    const opened = await open();
    const ends = { headRefOid: repository.pullRequest(1).headSha, baseRefOid: '1'.repeat(40) };
    github.fail({
      when: to('graphql'),
      with: {
        rewrite: (answer) => ({ ...answer, body: { data: { repository: { pullRequest: ends } } } }),
      },
    });
    const { files, gap } = await opened.changedFiles();
    expect({ gap, ...changes(files) }).toEqual({ gap: null, added: 301 });
    expect(operations(github).slice(-2)).toEqual([TREE, TREE]);
  });

  test('of which it cannot be told whether it moved fails with a sentence', async () => {
    pullRequest({ 'a.md': 'a' }, many(301, String));
    const opened = await open();
    github.fail({ when: to('graphql'), with: { status: 502, body: { message: 'Bad Gateway' } } });
    await expect(opened.changedFiles()).rejects.toThrow(
      'Could not read pull request 1: GitHub did not give a usable answer (status 502, Bad Gateway). Run the job again.',
    );
  });

  test('whose list cannot be fetched fails with a sentence', async () => {
    pullRequest({ 'a.md': 'a' }, many(301, String));
    github.fail({ when: to(LIST), with: { status: 502, body: { message: 'Bad Gateway' } } });
    const opened = await open();
    await expect(opened.changedFiles()).rejects.toThrow(
      'Could not list the files of pull request 1: GitHub did not give a usable answer (status 502, Bad Gateway). Run the job again.',
    );
  });
});

describe('a pull request that has gone on since the event', () => {
  const older = () => {
    pullRequest({ 'a.md': 'a', [CONFIG]: 'c' }, { 'a.md': 'b' });
    const head = repository.resolve('topic');
    const newerHead = repository.commit({ branch: 'topic', files: { 'a.md': 'a', [CONFIG]: 'newer' } });
    return { head, newerHead };
  };

  test('is what it was at the commit of the event', async () => {
    const { head: event, newerHead } = older();
    const opened = await open(pullTrigger({ head: event }), [CONFIG]);
    expect(opened.commits.head).toBe(event);
    expect(opened.pullRequest).toMatchObject({ head: event, newerHead, trusted: event });
    expect(await opened.changedFiles()).toEqual({
      files: [{ path: 'a.md', previousPath: null, change: 'modified' }],
      gap: null,
    });
    expect(await opened.readFiles([head('a.md'), trusted(CONFIG)])).toEqual([text('b'), text('c')]);
  });

  test('is compared by its trees where it is big, as GitHub lists the newer commit alone', async () => {
    pullRequest({ 'a.md': 'a' }, many(301, String));
    const event = repository.resolve('topic');
    repository.commit({ branch: 'topic', files: { 'late.md': 'late' } });
    const { files, gap } = await (await open(pullTrigger({ head: event }))).changedFiles();
    expect([files.length, gap]).toEqual([301, null]);
    expect(operations(github)).toEqual(['graphql', COMPARE, TREE, TREE]);
  });

  test('and whose commit is gone is no pass', async () => {
    const { newerHead } = older();
    await expect(open(pullTrigger({ head: '1'.repeat(40) }))).rejects.toThrow(
      `The commit ${'1'.repeat(40)}, which this run is about, cannot be compared any more, and pull request 1 stands at ${newerHead} by now. The run for that one says how it is.`,
    );
  });
});

describe('the first push of a branch', () => {
  test('is what it brings to the default branch', async () => {
    repository.commit({ branch: 'main', files: { 'a.md': 'a', 'b.md': 'b' } });
    const mergeBase = repository.resolve('main');
    const after = repository.commit({ branch: 'topic', from: 'main', files: { 'a.md': 'A' } });
    repository.commit({ branch: 'main', files: { 'b.md': 'B' } });
    const opened = await open(firstPush(after, 'main'));
    expect(opened.commits).toEqual({ head: after, base: mergeBase });
    expect(await opened.changedFiles()).toEqual({
      files: [{ path: 'a.md', previousPath: null, change: 'modified' }],
      gap: null,
    });
    expect(operations(github)).toEqual([COMPARE]);
  });

  test('that cannot be compared says so', async () => {
    const after = repository.commit({ branch: 'topic', files: { 'b.md': 'b' } });
    const opened = await open(firstPush(after, 'nowhere'));
    expect(opened.commits).toEqual({ head: after, base: null });
    expect(await opened.changedFiles()).toEqual({
      files: [{ path: 'b.md', previousPath: null, change: 'added' }],
      gap: '"nowhere" is not there any more, so nothing can be compared with it and every file counts as added. Push once more to compare again.',
    });
  });

  test.each([null, 'main'])('where %s is no start for it, is all that it has', async (from) => {
    repository.commit({ branch: 'main', files: { 'a.md': 'a' } });
    const after = repository.commit({ branch: 'topic', files: { 'b.md': 'b' } });
    const opened = await open(firstPush(after, from));
    expect(opened.commits).toEqual({ head: after, base: null });
    expect(await opened.changedFiles()).toEqual({
      files: [{ path: 'b.md', previousPath: null, change: 'added' }],
      gap: null,
    });
  });

  test('that GitHub cannot list whole says so', async () => {
    const after = repository.commit({ branch: 'main', files: many(4_100, String) });
    const { gap } = await (await open(firstPush(after, null))).changedFiles();
    expect(gap).toMatch(/^GitHub listed \d+ changed files and no more, and the repository is too large/);
  });
});

describe('a forced push', () => {
  test('is all that differs from what stood there, also what it takes back', async () => {
    const start = repository.commit({ branch: 'main', files: { 'plan.md': 'bad', 'same.md': 's' } });
    const before = repository.commit({ branch: 'main', files: { 'plan.md': 'good', 'gone.md': 'g' } });
    const after = repository.commit({ branch: 'forced', from: start, files: { 'new.md': 'n' } });
    const opened = await open(rangeTrigger(before, after));
    expect(opened.commits).toEqual({ head: after, base: before });
    expect(await opened.changedFiles()).toEqual({
      files: [
        { path: 'new.md', previousPath: null, change: 'added' },
        { path: 'plan.md', previousPath: null, change: 'modified' },
        { path: 'gone.md', previousPath: null, change: 'removed' },
      ],
      gap: null,
    });
    expect(await opened.readFiles([base('plan.md'), head('plan.md')])).toEqual([text('good'), text('bad')]);
    expect(operations(github)).toEqual([COMPARE, TREE, TREE, 'graphql']);
  });

  test('back to an older commit is what it takes back', async () => {
    const start = repository.commit({ branch: 'main', files: { 'plan.md': 'bad' } });
    const before = repository.commit({ branch: 'main', files: { 'plan.md': 'good' } });
    expect(await (await open(rangeTrigger(before, start))).changedFiles()).toEqual({
      files: [{ path: 'plan.md', previousPath: null, change: 'modified' }],
      gap: null,
    });
  });

  test('whose trees cannot be told whole says so', async () => {
    const start = repository.commit({ branch: 'main', files: wide });
    const before = repository.commit({ branch: 'main', files: { 'wide/plan.md': 'good' } });
    const after = repository.commit({ branch: 'forced', from: start, files: { 'new.md': 'n' } });
    const { files, gap } = await (await open(rangeTrigger(before, after))).changedFiles();
    expect(files.map(({ path }) => path)).toEqual(['new.md']);
    expect(gap).toMatch(/^GitHub listed 1 changed files and no more, and the repository is too large/);
  });
});

describe('a push or a merge group', () => {
  test('is what happened between two commits, in one request', async () => {
    const before = repository.commit({ branch: 'main', files: { 'a.md': 'a' } });
    const after = repository.commit({ branch: 'main', files: { 'a.md': 'A' } });
    const opened = await open(rangeTrigger(before, after), [CONFIG]);
    expect(opened.commits).toEqual({ head: after, base: before });
    expect(opened.pullRequest).toBeNull();
    expect(await opened.changedFiles()).toEqual({
      files: [{ path: 'a.md', previousPath: null, change: 'modified' }],
      gap: null,
    });
    expect(operations(github)).toEqual([COMPARE]);
  });

  test('of more than 300 files is compared by its trees', async () => {
    const before = repository.commit({ branch: 'main', files: { 'a.md': 'a' } });
    const after = repository.commit({ branch: 'main', files: many(400, String) });
    const { files, gap } = await (await open(rangeTrigger(before, after))).changedFiles();
    expect([files.length, gap]).toEqual([400, null]);
    expect(operations(github)).toEqual([COMPARE, TREE, TREE]);
  });

  test('of more files than can be told says so', async () => {
    const before = repository.commit({ branch: 'main', files: wide });
    const after = repository.commit({
      branch: 'main',
      files: { ...many(400, String), 'wide/0.md': 'other' },
    });
    const { files, gap } = await (await open(rangeTrigger(before, after))).changedFiles();
    expect(files).toHaveLength(300);
    expect(gap).toBe(
      'GitHub listed 300 changed files and no more, and the repository is too large to compare it whole, so changed plans may be missing. Split the change into smaller ones.',
    );
  });

  test('over a commit that is gone counts every file as added, and says so', async () => {
    const gone = '1'.repeat(40);
    const after = repository.commit({ branch: 'main', files: { 'a.md': 'a', 'docs/b.md': 'b' } });
    const opened = await open(rangeTrigger(gone, after));
    expect(opened.commits).toEqual({ head: after, base: null });
    expect(await opened.changedFiles()).toEqual({
      files: [
        { path: 'a.md', previousPath: null, change: 'added' },
        { path: 'docs/b.md', previousPath: null, change: 'added' },
      ],
      gap: `"${gone}" is not there any more, so nothing can be compared with it and every file counts as added. Push once more to compare again.`,
    });
    expect(await opened.readFiles([base('a.md')])).toEqual([{ kind: 'missing' }]);
  });
});

describe('a scan', () => {
  test('lists every file, submodules and links too, once', async () => {
    const commit = repository.commit({
      branch: 'main',
      files: {
        'a.md': 'a',
        'docs/plans/b c.md': 'b',
        link: { symlink: 'a.md' },
        sub: { submodule: 'a'.repeat(40) },
      },
    });
    const opened = await open({ kind: 'scan', event: 'schedule', head: commit, remark: null });
    expect(opened.commits).toEqual({ head: commit, base: null });
    expect(await opened.changedFiles()).toEqual({ files: [], gap: null });
    expect(await opened.listFiles()).toEqual({
      paths: ['a.md', 'docs/plans/b c.md', 'link', 'sub'],
      gap: null,
    });
    await opened.listFiles();
    expect(operations(github)).toEqual([TREE]);
  });

  test('of a tree that is cut walks its folders', async () => {
    const files = { 'a.md': 'a', ...many(3_000, String, 'one'), ...many(3_000, String, 'two') };
    const commit = repository.commit({ branch: 'main', files });
    const opened = await open({ kind: 'scan', event: 'schedule', head: commit, remark: null });
    const { paths, gap } = await opened.listFiles();
    expect(gap).toBeNull();
    expect(paths.toSorted()).toEqual(Object.keys(files).toSorted());
    expect(github.requests).toHaveLength(4);
  });

  test('of a tree that is too large says so', async () => {
    // All in one folder: there is no way to ask for less.
    const wide = Object.fromEntries(Array.from({ length: 4_100 }, (_, index) => [`wide/${index}.md`, 'x']));
    const commit = repository.commit({ branch: 'main', files: { 'a.md': 'a', ...wide } });
    const opened = await open({ kind: 'scan', event: 'schedule', head: commit, remark: null });
    const { paths, gap } = await opened.listFiles();
    expect({ count: paths.length, gap }).toEqual({
      count: 4_001,
      gap: 'GitHub listed 4001 files and no more, because the repository is too large, so plans may be missing. Check the repository out and run "plan-check" in it.',
    });
  });
});

describe('what is trusted', () => {
  beforeEach(() => {
    pullRequest({ [CONFIG]: 'profile: strict', 'a.md': 'a' }, { [CONFIG]: 'profile: minimal', 'a.md': 'b' });
    repository.commit({ branch: 'main', files: { [CONFIG]: 'profile: recommended', 'schema.json': '{}' } });
  });

  test('is the head, where the event has no privileges', async () => {
    const opened = await open(pullTrigger(), [CONFIG, 'schema.json']);
    const refs = [trusted(CONFIG), trusted('schema.json'), head(CONFIG)];
    expect(await opened.readFiles(refs)).toEqual([
      text('profile: minimal'),
      { kind: 'missing' },
      text('profile: minimal'),
    ]);
    expect(operations(github)).toEqual(['graphql', COMPARE]);
  });

  test('is the tip of the base branch in a privileged event, whatever the pull request says', async () => {
    const opened = await open(pullTrigger({ privileged: true }), [CONFIG, 'schema.json']);
    expect(await opened.readFiles([trusted(CONFIG), trusted('schema.json')])).toEqual([
      text('profile: recommended'),
      text('{}'),
    ]);
    expect(operations(github)).toEqual(['graphql', COMPARE]);
    expect(await opened.readFiles([base(CONFIG), head(CONFIG)])).toEqual([
      text('profile: strict'),
      text('profile: minimal'),
    ]);
  });

  test('is read like any other file when the answer had no room for it', async () => {
    repository.commit({ branch: 'topic', files: { [CONFIG]: `# ${'long '.repeat(400)}` } });
    const opened = await open(pullTrigger(), [CONFIG]);
    expect(await opened.readFiles([trusted(CONFIG)])).toEqual([text(`# ${'long '.repeat(400)}`)]);
    expect(operations(github)).toEqual(['graphql', COMPARE, 'graphql', 'git/get-blob']);
  });
});
