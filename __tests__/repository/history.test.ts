import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openDiskRepository } from '../../src/repository/git/disk-repository.ts';
import { openGitSnapshot } from '../../src/repository/git/git-repository.ts';
import { openGitHubRepository } from '../../src/repository/github/github-repository.ts';
import type { History, HistoryRequest, Watch } from '../../src/repository/history.ts';
import type { Repository } from '../../src/repository/repository.ts';
import { withHistory } from '../../src/repository/with-history.ts';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import {
  removeFolders,
  repositoryIn,
  type TemporaryRepository,
  temporaryFolder,
  temporaryRepository,
} from './git/temporary-repository.ts';
import { clientOf, operations } from './github/local-client.ts';

let github: LocalGitHub;
beforeAll(async () => {
  github = await startLocalGitHub();
});
afterAll(() => github.close());
afterEach(removeFolders);

type Files = Readonly<Record<string, string | null>>;

/** One commit on a day of January 2026; `parents` are names of earlier ones, and without them the one before it. */
interface Step {
  readonly day: number;
  readonly name: string;
  readonly files: Files;
  readonly parents?: readonly string[];
}

const PLAN = 'docs/plans/search.md';

const STEPS: readonly Step[] = [
  { day: 1, name: 'Begin', files: { [PLAN]: 'plan', 'src/a.ts': '1', 'src/b.ts': '1', 'lib/x.ts': 'x' } },
  { day: 2, name: 'Review', files: { [PLAN]: 'plan 2' } },
  { day: 3, name: 'Edit a', files: { 'src/a.ts': '2' } },
  { day: 4, name: 'Edit a and the plan', files: { 'src/a.ts': '3', [PLAN]: 'plan 3' } },
  { day: 5, name: 'Move b', files: { 'src/b.ts': null, 'src/c.ts': '1' } },
  { day: 6, name: 'On a branch', files: { 'src/c.ts': '2' } },
  { day: 7, name: 'Beside it', parents: ['Move b'], files: { 'lib/x.ts': 'y' } },
  { day: 8, name: 'Merge both', parents: ['Beside it', 'On a branch'], files: { 'src/c.ts': '2' } },
  { day: 9, name: 'Say nothing', files: {} },
];

const timeOf = (day: number): number => Date.parse('2026-01-01T12:00:00Z') / 1000 + (day - 1) * 86_400;

function inGit(steps: readonly Step[]): TemporaryRepository {
  const repository = temporaryRepository();
  const ids = new Map<string, string>();
  for (const { day, name, files, parents } of steps) {
    if (parents !== undefined)
      repository.git('checkout', '--quiet', '--detach', ids.get(parents[0] ?? '') ?? '');
    for (const [path, content] of Object.entries(files)) {
      if (content === null) repository.git('rm', '--quiet', path);
      else repository.write(path, content);
    }
    repository.git('add', '--all');
    const tree = repository.git('write-tree');
    const head = ids.size === 0 ? [] : [repository.git('rev-parse', 'HEAD')];
    const of = parents?.map((parent) => ids.get(parent) ?? '') ?? head;
    const id = commitTree(repository, tree, of, { message: name, time: timeOf(day) });
    ids.set(name, id);
    repository.git('reset', '--quiet', '--hard', id);
  }
  return repository;
}

function commitTree(
  { root }: TemporaryRepository,
  tree: string,
  parents: readonly string[],
  { message, time }: { readonly message: string; readonly time: number },
): string {
  const date = `${time} +0000`;
  const person = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@b',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@b',
  };
  const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', message];
  const env = { PATH: process.env.PATH, ...person, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  return execFileSync('git', args, { cwd: root, env, encoding: 'utf8' }).trim();
}

let scenes = 0;

async function onGitHub(steps: readonly Step[]): Promise<Repository> {
  scenes += 1;
  const name = `history-${scenes}`;
  const repository = github.createRepository(`octo/${name}`);
  const ids = new Map<string, string>();
  let last: string | null = null;
  for (const { day, name: message, files, parents } of steps) {
    const of = parents?.map((parent) => ids.get(parent) ?? '') ?? (last === null ? [] : [last]);
    last = repository.commit({ files, parents: of, message, time: timeOf(day), branch: 'main' });
    ids.set(message, last);
  }
  const trigger = { kind: 'scan', event: 'schedule', head: last ?? '', remark: null } as const;
  return openGitHubRepository(await clientOf(github), { owner: 'octo', repo: name }, trigger, []);
}

const watch = (root: string, since: number, isFollowed = false): Watch => ({
  kind: 'path',
  roots: [root],
  matches: (path) => path === root || path.startsWith(`${root}/`),
  since: timeOf(since),
  isFollowed,
});

const glob = (folder: string, ending: string, since: number): Watch => ({
  ...watch(folder, since),
  kind: 'glob',
  matches: (path) => path.startsWith(`${folder}/`) && path.endsWith(ending),
});

const request = (...watches: readonly Watch[]): HistoryRequest => ({
  from: 'head',
  watches,
  lastChanges: true,
  maxRequests: 10,
});

/** The subjects of the commits, and of the last one. */
const told = ({ watches, reason }: History) => ({
  watches: watches.map((of) =>
    of === null
      ? null
      : { touches: of.touches.map(({ commit }) => commit.subject), last: of.last?.commit.subject ?? null },
  ),
  reason,
});

describe('git and GitHub say the same', () => {
  const WATCHES = [
    watch(PLAN, 2, true),
    watch('src', 2),
    watch('src/a.ts', 8),
    watch('src/c.ts', 5),
    glob('src', '.ts', 3),
    watch('gone', 1),
  ];

  test('of files, folders and globs, without merges and without what only moved', async () => {
    const expected = {
      watches: [
        { touches: ['Edit a and the plan', 'Review'], last: 'Edit a and the plan' },
        { touches: ['On a branch', 'Edit a and the plan', 'Edit a'], last: 'On a branch' },
        { touches: [], last: 'Edit a and the plan' },
        { touches: ['On a branch'], last: 'On a branch' },
        { touches: ['On a branch', 'Edit a and the plan', 'Edit a'], last: 'On a branch' },
        { touches: [], last: null },
      ],
      reason: null,
    };
    const git = await openGitSnapshot({ cwd: inGit(STEPS).root, head: 'HEAD' });
    expect(told(await git.history(request(...WATCHES)))).toEqual(expected);
    const api = await onGitHub(STEPS);
    expect(told(await api.history(request(...WATCHES)))).toEqual(expected);
    expect(github.violations).toEqual([]);
  });

  test('of what a plan held before', async () => {
    const contentsIn = async (repository: Repository) => {
      const { watches } = await repository.history(request(watch(PLAN, 1)));
      return await repository.readBefore(watches[0]?.touches ?? []);
    };
    const expected = [{ kind: 'text', text: 'plan 2' }, { kind: 'text', text: 'plan' }, { kind: 'missing' }];
    expect(await contentsIn(await openGitSnapshot({ cwd: inGit(STEPS).root, head: 'HEAD' }))).toEqual(
      expected,
    );
    expect(await contentsIn(await onGitHub(STEPS))).toEqual(expected);
    expect(github.violations).toEqual([]);
  });
});

describe('a local history', () => {
  test('follows a plan that moved, as it was or edited on the way', async () => {
    const moved = inGit([
      { day: 1, name: 'Draft', files: { 'plans/draft/a.md': 'a', 'src/x': '1' } },
      { day: 2, name: 'Edit the draft', files: { 'plans/draft/a.md': 'b' } },
      { day: 3, name: 'Move it', files: { 'plans/draft/a.md': null, 'plans/next/a.md': 'b' } },
      { day: 4, name: 'Move and edit it', files: { 'plans/next/a.md': null, 'plans/active/a.md': 'c' } },
    ]);
    const repository = await openGitSnapshot({ cwd: moved.root, head: null });
    const history = await repository.history(request(watch('plans/active/a.md', 1, true)));
    expect(told(history).watches).toEqual([
      { touches: ['Move and edit it', 'Edit the draft', 'Draft'], last: 'Move and edit it' },
    ]);
    expect(history.watches[0]?.touches.map(({ path }) => path)).toEqual([
      'plans/active/a.md',
      'plans/draft/a.md',
      'plans/draft/a.md',
    ]);
  });

  test('tells contents by their ids', async () => {
    const repository = await openGitSnapshot({ cwd: inGit(STEPS).root, head: null });
    const { watches } = await repository.history(request(watch('src/a.ts', 1)));
    const files = (watches[0]?.touches ?? []).map(({ commit }) =>
      commit.files?.find(({ path }) => path === 'src/a.ts'),
    );
    expect(files.map((file) => [file?.before ?? null, file?.after ?? null])).toEqual([
      [expect.stringMatching(/^[0-9a-f]{40}$/), files[0]?.after],
      [files[1]?.before, files[0]?.before],
      [null, files[1]?.before],
    ]);
  });

  test('takes a file that may be run now for no change of it', async () => {
    const repository = inGit(STEPS.slice(0, 3));
    repository.git('update-index', '--chmod=+x', 'src/a.ts');
    repository.git('commit', '--quiet', '--message=Let it run');
    const { history } = await openGitSnapshot({ cwd: repository.root, head: null });
    expect(told(await history(request(watch('src/a.ts', 1)))).watches).toEqual([
      { touches: ['Edit a', 'Begin'], last: 'Edit a' },
    ]);
  });

  test('does not take a plan for new whose commit changed too many files to tell', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`lib/${index}.ts`, 'x']));
    const repository = await openGitSnapshot({
      ...{
        cwd: inGit([...STEPS.slice(0, 1), { day: 2, name: 'All', files: { ...many, [PLAN]: '2' } }]).root,
      },
      head: null,
    });
    const { watches } = await repository.history(request(watch(PLAN, 2)));
    const contents = await repository.readBefore(watches[0]?.touches ?? []);
    expect(contents.map(({ kind }) => kind)).toEqual(['failed']);
  });

  test('reads paths and subjects however strange', async () => {
    const strange = 'src/line\nfeed "é" 🚀.ts';
    const root = inGit([{ day: 1, name: 'A \u{1b}[31m subject', files: { [strange]: 'a' } }]).root;
    const repository = await openGitSnapshot({ cwd: root, head: null });
    expect(told(await repository.history(request(watch(strange, 1)))).watches).toEqual([
      { touches: ['A \u{1b}[31m subject'], last: 'A \u{1b}[31m subject' },
    ]);
  });

  test('is told of fifty commits at the most, and that there are more', async () => {
    const steps = Array.from({ length: 52 }, (_, index) => ({
      ...{ day: 1 + index / 10, name: `Edit ${index}` },
      files: { 'src/a.ts': `${index}` },
    }));
    const repository = await openGitSnapshot({ cwd: inGit(steps).root, head: null });
    const { watches } = await repository.history(request(watch('src', 1)));
    expect(watches[0]).toMatchObject({ isCut: true, touches: { length: 50 } });
  });

  test('of a repository without a commit, and of a folder without git, is not known', async () => {
    const empty = await openGitSnapshot({ cwd: temporaryRepository().root, head: null });
    expect(await empty.history(request(watch('src', 1)))).toEqual({
      watches: [null],
      reason: 'there is no commit yet',
    });
    const disk = await openDiskRepository({ root: temporaryFolder() });
    expect(await disk.history(request(watch('src', 1)))).toEqual({
      watches: [null],
      reason: 'there is no git history here',
    });
  });
});

describe('a check-out that is cut short', () => {
  function shallow(depth: number): TemporaryRepository {
    const folder = temporaryFolder();
    const { root } = inGit(STEPS.slice(0, 5));
    execFileSync('git', ['clone', '--quiet', '--depth', String(depth), `file://${root}`, folder]);
    return repositoryIn(folder);
  }
  const WATCHES = [watch('src/a.ts', 4), watch('src/b.ts', 2), watch(PLAN, 2)];

  test('knows what lies on this side of the cut', async () => {
    const repository = await openGitSnapshot({ cwd: shallow(3).root, head: null });
    expect(told(await repository.history(request(...WATCHES)))).toEqual({
      watches: [null, null, null],
      reason:
        'the local history is cut short; check out with "fetch-depth: 0", or run "git fetch --unshallow"',
    });
    const recent = request(watch('src/a.ts', 5), watch('src/a.ts', 4));
    expect(told(await repository.history({ ...recent, lastChanges: false })).watches).toEqual([
      { touches: [], last: 'Edit a and the plan' },
      null,
    ]);
  });

  test('knows what it saw before the time was up', async () => {
    const repository = await openGitSnapshot({ cwd: inGit(STEPS.slice(0, 5)).root, head: null });
    let left = 3;
    const isTimeUp = () => --left < 0;
    const recent = { ...request(watch('src/a.ts', 5), watch('src/b.ts', 2)), lastChanges: false };
    expect(told(await repository.history({ ...recent, isTimeUp: () => false })).reason).toBeNull();
    expect(told(await repository.history({ ...recent, isTimeUp }))).toEqual({
      watches: [{ touches: [], last: 'Edit a and the plan' }, null],
      reason: 'the time of the run was over',
    });
  });

  test('is completed by GitHub', async () => {
    const local = await openGitSnapshot({ cwd: shallow(1).root, head: null });
    const before = github.requests.length;
    const whole = withHistory(local, await onGitHub(STEPS.slice(0, 5)));
    expect(told(await whole.history(request(...WATCHES)))).toEqual({
      watches: [
        { touches: ['Edit a and the plan'], last: 'Edit a and the plan' },
        { touches: [], last: 'Begin' },
        { touches: ['Edit a and the plan', 'Review'], last: 'Edit a and the plan' },
      ],
      reason: null,
    });
    expect(operations(github).slice(before)).toEqual(['graphql', 'graphql']);
  });
});

describe('a history over the API', () => {
  test('costs one request for twenty paths, and says when the requests are used up', async () => {
    const repository = await onGitHub(STEPS);
    const before = github.requests.length;
    const watches = Array.from({ length: 45 }, (_, index) => watch(`src/${index}`, 1));
    const history = await repository.history({ ...request(...watches), lastChanges: false, maxRequests: 2 });
    expect(operations(github).slice(before)).toEqual(['graphql', 'graphql']);
    expect(history.watches.filter((of) => of === null)).toHaveLength(5);
    expect(history.reason).toBe(
      'the requests that this may cost are used up; check the repository out with "fetch-depth: 0"',
    );
  });

  test('is not asked for where it may cost nothing', async () => {
    const repository = await onGitHub(STEPS);
    const before = github.requests.length;
    const history = await repository.history({ ...request(watch('src', 1)), maxRequests: 0 });
    expect(operations(github).slice(before)).toEqual([]);
    expect(history).toEqual({
      watches: [null],
      reason: 'on a pull request GitHub is not asked for it, a scan computes it',
    });
  });

  test('does not ask for a glob of many files', async () => {
    const files = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`src/${index}.ts`, 'x']));
    const repository = await onGitHub([{ day: 1, name: 'Begin', files }]);
    expect(await repository.history(request(glob('src', '.ts', 1)))).toEqual({
      watches: [null],
      reason: 'a glob matches over 10 files, which are not asked for over the API',
    });
  });
});
