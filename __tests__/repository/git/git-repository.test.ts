import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  openGitRepository,
  openGitSnapshot,
  repositoryRoot,
} from '../../../src/repository/git/git-repository.ts';
import type { Repository, Side } from '../../../src/repository/repository.ts';
import {
  removeFolders,
  repositoryIn,
  type TemporaryRepository,
  temporaryFolder,
  temporaryRepository,
} from './temporary-repository.ts';

afterEach(removeFolders);

const LONG = 'A line of some length, so that a rename with an edit is still a rename.\n'.repeat(20);
const STRANGE = [
  'with space.md',
  'quote".md',
  "apostrophe's.md",
  'line\nfeed.md',
  'tab\t.md',
  '🚀 é.md',
  '#1 [x] {y} *.md',
  '-n.md',
  ':(top)x.md',
  'back\\slash.md',
];

const text = (content: string) => ({ kind: 'text', text: content });
const unreadable = (reason: string) => ({ kind: 'unreadable', reason });
const MISSING = { kind: 'missing' };

const read = (repository: Repository, side: Side, ...paths: readonly string[]) =>
  repository.readFiles(paths.map((path) => ({ side, path })));

const changed = async (repository: Repository) => {
  const { files, gap } = await repository.changedFiles();
  expect(gap).toBeNull();
  return files.map(
    ({ change, path, previousPath }) =>
      `${change} ${previousPath === null ? '' : `${previousPath} -> `}${path}`,
  );
};

/** A branch with two commits beside a main that went on. */
function branched(): TemporaryRepository & {
  readonly fork: string;
  readonly mainTip: string;
  readonly head: string;
} {
  const repository = temporaryRepository();
  const { write, git, commit } = repository;
  write('plans/kept.md', 'kept\n');
  write('plans/edited.md', 'before\n');
  write('plans/gone.md', 'gone\n');
  write('plans/active/moved.md', LONG);
  write('config.yml', 'fork\n');
  const fork = commit('fork');
  git('checkout', '--quiet', '-b', 'topic');
  write('plans/edited.md', 'after\n');
  write('plans/new.md', 'new\n');
  rmSync(join(repository.root, 'plans/gone.md'));
  mkdirSync(join(repository.root, 'plans/completed'));
  git('mv', 'plans/active/moved.md', 'plans/completed/moved.md');
  write('plans/completed/moved.md', `${LONG}One more line.\n`);
  write('config.yml', 'topic\n');
  const head = commit('topic');
  git('checkout', '--quiet', 'main');
  write('plans/edited.md', 'main went on\n');
  write('config.yml', 'main\n');
  const mainTip = commit('main goes on');
  git('checkout', '--quiet', 'topic');
  return { ...repository, fork, mainTip, head };
}

const CHANGES = [
  'modified config.yml',
  'renamed plans/active/moved.md -> plans/completed/moved.md',
  'modified plans/edited.md',
  'removed plans/gone.md',
  'added plans/new.md',
];

describe('two commits', () => {
  test('are compared from their merge base', async () => {
    const { root, fork, head } = branched();
    const repository = await openGitRepository({ cwd: root, base: 'main', head: 'topic', trusted: 'head' });
    expect(repository.commits).toEqual({ head, base: fork });
    expect(await changed(repository)).toEqual(CHANGES);
    expect(await read(repository, 'head', 'plans/edited.md', 'plans/gone.md', 'plans/kept.md')).toEqual([
      text('after\n'),
      MISSING,
      text('kept\n'),
    ]);
    expect(await read(repository, 'base', 'plans/edited.md', 'plans/gone.md', 'plans/new.md')).toEqual([
      text('before\n'),
      text('gone\n'),
      MISSING,
    ]);
  });

  test('list the files of the head', async () => {
    const { root } = branched();
    const repository = await openGitRepository({ cwd: root, head: 'topic', trusted: 'head' });
    expect(await repository.listFiles()).toEqual({
      paths: ['config.yml', 'plans/completed/moved.md', 'plans/edited.md', 'plans/kept.md', 'plans/new.md'],
      gap: null,
    });
  });

  test('are not what lies in the work tree', async () => {
    const { root, write } = branched();
    write('plans/edited.md', 'not committed\n');
    write('plans/untracked.md', 'not committed\n');
    const repository = await openGitRepository({ cwd: root, base: 'main', head: 'topic', trusted: 'head' });
    expect(await changed(repository)).toEqual(CHANGES);
    expect(await read(repository, 'head', 'plans/edited.md', 'plans/untracked.md')).toEqual([
      text('after\n'),
      MISSING,
    ]);
  });

  test('take the trusted side from the head, or from the tip of the base', async () => {
    const { root } = branched();
    const fromHead = await openGitRepository({ cwd: root, base: 'main', head: 'topic', trusted: 'head' });
    expect(await read(fromHead, 'trusted', 'config.yml')).toEqual([text('topic\n')]);
    const fromBase = await openGitRepository({ cwd: root, base: 'main', head: 'topic', trusted: 'base' });
    expect(await read(fromBase, 'trusted', 'config.yml')).toEqual([text('main\n')]);
  });

  test('may be named by ids and tags', async () => {
    const { root, git, fork, head } = branched();
    git('tag', '--annotate', '--message', 'x', 'v1', head);
    const repository = await openGitRepository({ cwd: root, base: fork, head: 'v1', trusted: 'head' });
    expect(repository.commits).toEqual({ head, base: fork });
  });

  test('answer in the order asked for, whichever the side', async () => {
    const { root } = branched();
    const repository = await openGitRepository({ cwd: root, base: 'main', head: 'topic', trusted: 'base' });
    const files = [
      { side: 'base', path: 'plans/edited.md' },
      { side: 'head', path: 'plans/edited.md' },
      { side: 'trusted', path: 'config.yml' },
      { side: 'head', path: 'plans/kept.md' },
      { side: 'base', path: 'plans/kept.md' },
      { side: 'base', path: 'plans/edited.md' },
    ] as const;
    expect(await repository.readFiles(files)).toEqual(
      ['before\n', 'after\n', 'main\n', 'kept\n', 'kept\n', 'before\n'].map(text),
    );
    expect(await repository.readFiles([])).toEqual([]);
  });
});

describe('the work tree', () => {
  test('is the head when none is named, with what is not committed', async () => {
    const { root, write, git, fork } = branched();
    write('.gitignore', 'ignored/\n');
    write('ignored/x.md', 'x');
    write('plans/edited.md', 'after, and more\n');
    write('plans/staged.md', 'staged\n');
    git('add', 'plans/staged.md');
    write('plans/untracked.md', 'untracked\n');
    rmSync(join(root, 'plans/kept.md'));
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    expect(repository.commits).toEqual({ head: null, base: fork });
    expect(await changed(repository)).toEqual([
      'added .gitignore',
      'modified config.yml',
      'renamed plans/active/moved.md -> plans/completed/moved.md',
      'modified plans/edited.md',
      'removed plans/gone.md',
      'removed plans/kept.md',
      'added plans/new.md',
      'added plans/staged.md',
      'added plans/untracked.md',
    ]);
    expect(
      await read(
        repository,
        'head',
        'plans/edited.md',
        'plans/untracked.md',
        'plans/kept.md',
        'plans',
        'plans/new.md/x',
      ),
    ).toEqual([text('after, and more\n'), text('untracked\n'), MISSING, unreadable('folder'), MISSING]);
    expect(await repository.listFiles()).toEqual({
      paths: [
        '.gitignore',
        'config.yml',
        'plans/completed/moved.md',
        'plans/edited.md',
        'plans/new.md',
        'plans/staged.md',
        'plans/untracked.md',
      ],
      gap: null,
    });
    expect(await read(repository, 'trusted', '.gitignore')).toEqual([text('ignored/\n')]);
  });

  test('shows a move that is not added yet as a rename', async () => {
    const { root, write, commit, git } = temporaryRepository();
    write('plans/active/a.md', LONG);
    write('plans/active/b.md', 'something else altogether\n');
    commit('first');
    mkdirSync(join(root, 'plans/completed'));
    renameSync(join(root, 'plans/active/a.md'), join(root, 'plans/completed/a.md'));
    write('plans/completed/a.md', `${LONG}More.\n`);
    write('plans/other.md', 'new\n');
    write('-n.md', 'new\n');
    write(':(top)x.md', 'new\n');
    const before = git('status', '--porcelain');
    const objects = git('count-objects', '-v');
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    expect(await changed(repository)).toEqual([
      'added -n.md',
      'added :(top)x.md',
      'renamed plans/active/a.md -> plans/completed/a.md',
      'added plans/other.md',
    ]);
    expect(git('status', '--porcelain')).toBe(before);
    expect(git('count-objects', '-v')).toBe(objects);
  });

  test('has a file again that is only gone from the index', async () => {
    const { root, write, commit, git } = temporaryRepository();
    write('a.md', LONG);
    write('b.md', LONG.toUpperCase());
    commit('first');
    git('rm', '--quiet', '--cached', 'a.md', 'b.md');
    write('b.md', 'edited\n');
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    expect(await changed(repository)).toEqual(['modified b.md']);
  });

  test('knows its folders, in the work tree and in a commit', async () => {
    const { root, write, commit } = temporaryRepository();
    write('docs/plans/a.md', 'a');
    commit('first');
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    const [folder, paths] = [unreadable('folder'), ['docs', 'docs/plans', 'docs/plans/b', 'plans']];
    expect(await read(repository, 'head', ...paths)).toEqual([folder, folder, MISSING, MISSING]);
    expect(await read(repository, 'base', ...paths)).toEqual([folder, folder, MISSING, MISSING]);
    expect((await openGitSnapshot({ cwd: root, head: 'HEAD' }).then((one) => one.listFiles())).paths).toEqual(
      ['docs/plans/a.md'],
    );
  });

  test('is the same with touched files that say the same', async () => {
    const { root, write, commit } = temporaryRepository();
    write('a.md', 'a\n');
    commit('first');
    write('a.md', 'a\n');
    expect(await changed(await openGitRepository({ cwd: root, trusted: 'head' }))).toEqual([]);
  });

  test('follows no link, and reads nothing outside', async () => {
    const { root, write, commit } = temporaryRepository();
    const outside = temporaryFolder();
    repositoryIn(outside).write('secret.md', 'secret');
    write('real/a.md', 'a');
    symlinkSync(join(outside, 'secret.md'), join(root, 'link.md'));
    symlinkSync(outside, join(root, 'folder'));
    symlinkSync('nowhere', join(root, 'dangling.md'));
    commit('first');
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    const paths = [
      'link.md',
      'dangling.md',
      'folder/secret.md',
      `../${outside.split('/').at(-1)}/secret.md`,
      'real/../real/a.md',
      join(outside, 'secret.md'),
      'real//a.md',
      'real/a.md\0',
      '',
    ];
    expect(await read(repository, 'head', ...paths)).toEqual([
      unreadable('symbolic-link'),
      unreadable('symbolic-link'),
      unreadable('symbolic-link'),
      ...Array.from({ length: 6 }, () => MISSING),
    ]);
    expect(await read(repository, 'base', 'link.md', 'dangling.md', 'folder', 'folder/secret.md')).toEqual([
      unreadable('symbolic-link'),
      unreadable('symbolic-link'),
      unreadable('symbolic-link'),
      MISSING,
    ]);
  });

  test('of a sparse check-out is whole', async () => {
    const { root, write, commit, git } = temporaryRepository();
    write('in/a.md', 'a');
    write('out/b.md', 'b');
    commit('first');
    git('sparse-checkout', 'set', 'in');
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    expect(await changed(repository)).toEqual([]);
    expect((await repository.listFiles()).paths).toEqual(['in/a.md', 'out/b.md']);
    expect(await read(repository, 'head', 'in/a.md', 'out/b.md', 'out/c.md', 'in', 'out', 'o')).toEqual([
      text('a'),
      text('b'),
      MISSING,
      unreadable('folder'),
      unreadable('folder'),
      MISSING,
    ]);
  });
});

describe('contents', () => {
  const contents = [
    ['empty.md', '', text('')],
    ['bom.md', '\uFEFFtext', text('text')],
    ['crlf.md', 'a\r\nb', text('a\r\nb')],
    ['no-line-feed.md', 'a', text('a')],
    ['binary.md', 'a\0b', unreadable('binary')],
    ['latin.md', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), unreadable('not-utf-8')],
    ['limit.md', 'x'.repeat(1_000_000), text('x'.repeat(1_000_000))],
    ['large.md', 'x'.repeat(1_000_001), unreadable('too-large')],
    ['huge.md', 'y'.repeat(5_000_000), unreadable('too-large')],
    ['last.md', 'last', text('last')],
  ] as const;

  test('are texts, or say why not, in a commit as on the disk', async () => {
    const { root, write, commit } = temporaryRepository();
    for (const [path, content] of contents) write(path, content);
    commit('first');
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    const paths = contents.map(([path]) => path);
    const expected = contents.map(([, , content]) => content);
    expect(await read(repository, 'head', ...paths)).toEqual(expected);
    expect(await read(repository, 'base', ...paths)).toEqual(expected);
    expect(await read(repository, 'base', ...paths.toReversed())).toEqual(expected.toReversed());
  });

  test('of many files come in one go', async () => {
    const { root, write, commit } = temporaryRepository();
    const paths = Array.from({ length: 300 }, (_, index) => `plans/${index}.md`);
    for (const path of paths) write(path, `${path} ${'z'.repeat(3_000)}`);
    commit('first');
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    const expected = paths.map((path) => text(`${path} ${'z'.repeat(3_000)}`));
    expect(await read(repository, 'base', ...paths)).toEqual(expected);
    expect(await read(repository, 'head', ...paths)).toEqual(expected);
  });

  test('of a submodule are none', async () => {
    const inner = temporaryRepository();
    inner.write('a.md', 'a');
    inner.commit('inner');
    const { root, git, write, commit } = temporaryRepository();
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'sub');
    write('a.md', 'a');
    commit('first');
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    expect(await read(repository, 'base', 'sub', 'sub/a.md')).toEqual([unreadable('submodule'), MISSING]);
    expect(await read(repository, 'head', 'sub')).toEqual([unreadable('submodule')]);
    git('submodule', '--quiet', 'deinit', 'sub');
    expect(await read(repository, 'head', 'sub')).toEqual([unreadable('submodule')]);
    expect((await repository.listFiles()).paths).toEqual(['.gitmodules', 'a.md', 'sub']);
  });

  test('that the local repository does not have are not missing', async () => {
    const { root, write, commit, git } = temporaryRepository();
    write('a.md', 'a');
    write('b.md', 'b');
    commit('first');
    const id = git('rev-parse', 'HEAD:a.md');
    rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)));
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    expect(await read(repository, 'base', 'a.md', 'b.md')).toEqual([
      { kind: 'failed', message: 'The local repository does not have its content; run "git fetch".' },
      text('b'),
    ]);
  });
});

describe('names of files', () => {
  test('may be anything', async () => {
    const { root, write, commit } = temporaryRepository();
    commit('first');
    const paths = STRANGE.map((name) => `plans/${name}`).toSorted();
    for (const path of paths) write(path, path);
    const untracked = await openGitRepository({ cwd: root, trusted: 'head' });
    expect(await changed(untracked)).toEqual(paths.map((path) => `added ${path}`));
    commit('second');
    const committed = await openGitRepository({ cwd: root, base: 'HEAD~1', head: 'HEAD', trusted: 'head' });
    expect(await changed(committed)).toEqual(paths.map((path) => `added ${path}`));
    expect((await committed.listFiles()).paths).toEqual(paths);
    expect((await untracked.listFiles()).paths).toEqual(paths);
    expect(await read(committed, 'head', ...paths)).toEqual(paths.map(text));
    expect(await read(untracked, 'head', ...paths)).toEqual(paths.map(text));
  });

  test('are from the root, also when asked from a folder below it', async () => {
    const { root, git } = branched();
    git('config', 'diff.relative', 'true');
    git('config', 'diff.renames', 'false');
    git('config', 'status.relativePaths', 'true');
    repositoryIn(root).write('plans/untracked.md', 'x');
    const repository = await openGitRepository({ cwd: join(root, 'plans'), trusted: 'head' });
    expect(await changed(repository)).toEqual([...CHANGES, 'added plans/untracked.md']);
    expect((await repository.listFiles()).paths).toContain('config.yml');
    expect(await read(repository, 'head', 'plans/kept.md')).toEqual([text('kept\n')]);
  });
});

describe('the default branch', () => {
  test('is what the origin says', async () => {
    const origin = branched();
    origin.git('checkout', '--quiet', 'main');
    origin.git('branch', '-m', 'main', 'trunk');
    const clone = repositoryIn(join(temporaryFolder(), 'clone'));
    origin.git('clone', '--quiet', origin.root, clone.root);
    clone.git('checkout', '--quiet', 'topic');
    clone.git('branch', '--quiet', 'main');
    expect((await openGitRepository({ cwd: clone.root, trusted: 'head' })).commits.base).toBe(origin.fork);
  });

  test.each(['main', 'master'])('is else %s', async (name) => {
    const { root, git, fork } = branched();
    git('branch', '-m', 'main', name);
    expect((await openGitRepository({ cwd: root, trusted: 'head' })).commits.base).toBe(fork);
  });

  test('is an error when nobody knows', async () => {
    const { root, git } = branched();
    git('branch', '-m', 'main', 'develop');
    await expect(openGitRepository({ cwd: root, trusted: 'head' })).rejects.toThrow(
      `The default branch of "${root}" is not known, as there is neither "origin/HEAD" nor "main" nor "master": name what to compare with by "--base".`,
    );
  });
});

describe('what cannot be compared is said', () => {
  const opened = (cwd: string, base?: string, head?: string) =>
    openGitRepository({ cwd, base, head, trusted: 'head' });

  test('no repository', async () => {
    const folder = temporaryFolder();
    await expect(opened(folder)).rejects.toThrow(
      `There is no git repository around "${folder}"; run this inside of one.`,
    );
  });

  test('no work tree', async () => {
    const { root, git } = temporaryRepository();
    git('config', 'core.bare', 'true');
    await expect(opened(root)).rejects.toThrow(
      `The git repository at "${root}" has no work tree; run this in a clone that has one.`,
    );
  });

  test('no commit yet', async () => {
    const { root } = temporaryRepository();
    await expect(opened(root)).rejects.toThrow(
      `The repository at "${root}" has no commit yet, so there is nothing to compare with; commit first.`,
    );
  });

  test.each(['nobody', '--upload-pack=touch /tmp/x', '-h', '', 'HEAD:plans', 'main..topic', '$(id)', 'x\ny'])(
    'an unknown ref %j',
    async (ref) => {
      const { root } = branched();
      const complaint = `There is no commit "${ref}" in "${root}": fetch it with "git fetch origin", or name another one.`;
      await expect(opened(root, ref)).rejects.toThrow(complaint);
      await expect(opened(root, 'main', ref)).rejects.toThrow(complaint);
    },
  );

  test('no merge base', async () => {
    const { root, git, commit } = branched();
    git('checkout', '--quiet', '--orphan', 'alone');
    commit('alone');
    await expect(opened(root, 'main', 'alone')).rejects.toThrow(
      '"main" and "alone" have no commit in common, so nothing can be compared; name another base.',
    );
  });

  test('a history that is cut short', async () => {
    const origin = branched();
    const clone = repositoryIn(join(temporaryFolder(), 'clone'));
    origin.git('clone', '--quiet', '--depth=1', '--no-single-branch', `file://${origin.root}`, clone.root);
    const cure = 'run "git fetch --unshallow", or check out with "fetch-depth: 0".';
    await expect(opened(clone.root, 'origin/main', 'origin/topic')).rejects.toThrow(
      `The history of "${clone.root}" is cut short before the commit that "origin/main" and "origin/topic" have in common: ${cure}`,
    );
    await expect(opened(clone.root, origin.fork)).rejects.toThrow(
      `There is no commit "${origin.fork}" in "${clone.root}", whose history is cut short: ${cure}`,
    );
  });
});

describe('a snapshot', () => {
  test('of a commit compares with nothing', async () => {
    const { root, head } = branched();
    const repository = await openGitSnapshot({ cwd: root, head: 'topic' });
    expect(repository.commits).toEqual({ head, base: null });
    expect(await changed(repository)).toEqual([]);
    expect(await read(repository, 'head', 'config.yml')).toEqual([text('topic\n')]);
    expect(await read(repository, 'trusted', 'config.yml')).toEqual([text('topic\n')]);
    expect(await read(repository, 'base', 'config.yml')).toEqual([MISSING]);
  });

  test('of the work tree needs no commit', async () => {
    const { root, write } = temporaryRepository();
    write('plans/a.md', 'a');
    const repository = await openGitSnapshot({ cwd: root });
    expect(repository.commits).toEqual({ head: null, base: null });
    expect(await repository.listFiles()).toEqual({ paths: ['plans/a.md'], gap: null });
    expect(await read(repository, 'head', 'plans/a.md')).toEqual([text('a')]);
  });
});

describe('the root', () => {
  test('is found from below, and around nothing there is none', async () => {
    const { root } = branched();
    expect(await repositoryRoot(join(root, 'plans'))).toBe(root);
    expect(await repositoryRoot(temporaryFolder())).toBeNull();
  });
});

test('no program of the repository is run', async () => {
  const { root, git, write } = branched();
  write('run.sh', `#!/bin/sh\ntouch "${root}/ran"\ncat\n`);
  git('add', 'run.sh');
  git('update-index', '--chmod=+x', 'run.sh');
  git('checkout', '--', 'run.sh');
  git('config', 'diff.external', './run.sh');
  git('config', 'diff.md.textconv', './run.sh');
  git('config', 'diff.md.command', './run.sh');
  git('config', 'core.fsmonitor', './run.sh');
  git('config', 'core.pager', './run.sh');
  write('.gitattributes', '*.md diff=md\n');
  write('plans/edited.md', 'again\n');
  const repository = await openGitRepository({ cwd: root, trusted: 'head' });
  await changed(repository);
  const { paths } = await repository.listFiles();
  await read(repository, 'head', ...paths);
  await read(repository, 'base', ...paths);
  expect(paths).toContain('run.sh');
  expect(
    (await openGitRepository({ cwd: root, trusted: 'head' }).then((again) => again.listFiles())).paths,
  ).not.toContain('ran');
});
