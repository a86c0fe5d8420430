import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openGitRepository, openGitSnapshot } from '../../../src/repository/git/git-repository.ts';
import type { Repository } from '../../../src/repository/repository.ts';
import {
  removeFolders,
  repositoryIn,
  type TemporaryRepository,
  temporaryRepository,
} from './temporary-repository.ts';

afterEach(removeFolders);

/** A link, a submodule and a file. */
function withDoors(): TemporaryRepository {
  const inner = temporaryRepository();
  inner.write('a.md', 'a');
  inner.commit('inner');
  const repository = temporaryRepository();
  repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'sub');
  symlinkSync('../outside 🚀', join(repository.root, 'link'));
  repository.write('a.md', 'a');
  repository.commit('first');
  return repository;
}

const doorsOf = async (repository: Repository) =>
  await repository.doorsAmong((await repository.listFiles()).paths);

const LINK = { path: 'link', kind: 'symbolic-link', target: '../outside 🚀' };
const SUBMODULE = { path: 'sub', kind: 'submodule', target: null };

describe('links and submodules are told from files', () => {
  test('in a commit', async () => {
    const { root } = withDoors();
    const repository = await openGitSnapshot({ cwd: root, head: 'HEAD' });
    expect(await doorsOf(repository)).toEqual({ doors: [LINK, SUBMODULE], gap: null });
    expect(await repository.doorsAmong(['a.md', 'none'])).toEqual({ doors: [], gap: null });
  });

  test('in a work tree', async () => {
    const { root, git } = withDoors();
    const repository = await openGitSnapshot({ cwd: root });
    expect(await doorsOf(repository)).toEqual({ doors: [LINK, SUBMODULE], gap: null });
    git('submodule', '--quiet', 'deinit', 'sub');
    expect(await doorsOf(repository)).toEqual({ doors: [LINK, SUBMODULE], gap: null });
  });

  test('where git writes links as files', async () => {
    const { root, git } = withDoors();
    git('config', 'core.symlinks', 'false');
    rmSync(join(root, 'link'));
    git('checkout', '--', 'link');
    const repository = await openGitSnapshot({ cwd: root });
    expect((await doorsOf(repository)).doors).toContainEqual(LINK);
  });

  test('in a sparse check-out', async () => {
    const { root, git, write, commit } = withDoors();
    write('in/b.md', 'b');
    write('out/b.md', 'b');
    symlinkSync('b.md', join(root, 'out/link'));
    commit('more');
    git('sparse-checkout', 'set', 'in');
    const { doors } = await doorsOf(await openGitSnapshot({ cwd: root }));
    expect(doors).toContainEqual({ path: 'out/link', kind: 'symbolic-link', target: 'b.md' });
  });

  test('where the disk is ahead of the index', async () => {
    const { root, write, commit } = temporaryRepository();
    write('turned', 'a');
    write('plans/a.md', 'a');
    commit('first');
    rmSync(join(root, 'turned'));
    symlinkSync('plans', join(root, 'turned'));
    const inner = repositoryIn(join(root, 'own'));
    inner.write('b.md', 'b');
    inner.git('init', '--quiet');
    const repository = await openGitRepository({ cwd: root, trusted: 'head' });
    expect((await repository.listFiles()).paths).toEqual(['own', 'plans/a.md', 'turned']);
    expect(await doorsOf(repository)).toEqual({
      doors: [
        { path: 'own', kind: 'submodule', target: null },
        { path: 'turned', kind: 'symbolic-link', target: 'plans' },
      ],
      gap: null,
    });
    expect((await repository.changedFiles()).files).toEqual([
      { path: 'own', previousPath: null, change: 'added' },
      { path: 'turned', previousPath: null, change: 'modified' },
    ]);
  });
});

test('a folder that was moved and left a link behind has no files where it was', async () => {
  const { root, write, commit } = temporaryRepository();
  write('plans/a.md', 'a\n'.repeat(20));
  write('b.md', 'b');
  commit('first');
  renameSync(join(root, 'plans'), join(root, 'elsewhere'));
  symlinkSync('elsewhere', join(root, 'plans'));
  const repository = await openGitRepository({ cwd: root, trusted: 'head' });
  expect((await repository.listFiles()).paths).toEqual(['b.md', 'elsewhere/a.md', 'plans']);
  expect((await repository.changedFiles()).files).toEqual([
    { path: 'elsewhere/a.md', previousPath: 'plans/a.md', change: 'renamed' },
    { path: 'plans', previousPath: null, change: 'added' },
  ]);
});
