import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openDiskRepository } from '../../../src/repository/git/disk-repository.ts';
import { removeFolders, repositoryIn, temporaryFolder } from './temporary-repository.ts';

afterEach(removeFolders);

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) repositoryIn(root).write(path, content);
  return root;
}

describe('a folder without git', () => {
  test('lists every file but those of tools', async () => {
    const root = folderWith({
      'b.md': '',
      'a/.hidden/x.md': '',
      'a/line\nfeed 🚀.md': '',
      '.git/config': '',
      'a/node_modules/x/readme.md': '',
    });
    symlinkSync('..', join(root, 'a/up'));
    const repository = await openDiskRepository({ root });
    expect(await repository.listFiles()).toEqual({
      paths: ['a/.hidden/x.md', 'a/line\nfeed 🚀.md', 'a/up', 'b.md'],
      gap: null,
    });
  });

  test('tells links, pipes and devices from files, and follows none', async () => {
    const root = folderWith({ 'a.md': 'a' });
    symlinkSync('../outside', join(root, 'plans'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const repository = await openDiskRepository({ root });
    const { paths } = await repository.listFiles();
    expect(await repository.doorsAmong([...paths, 'none', '../a.md'])).toEqual({
      doors: [
        { path: 'pipe', kind: 'special-file', target: null },
        { path: 'plans', kind: 'symbolic-link', target: '../outside' },
      ],
      gap: null,
    });
  });

  test('is compared with nothing', async () => {
    const repository = await openDiskRepository({ root: folderWith({ 'a.md': 'a' }) });
    expect(repository.commits).toEqual({ head: null, base: null });
    expect(await repository.changedFiles()).toEqual({ files: [], gap: null });
  });

  test('reads its files, and nothing else', async () => {
    const root = folderWith({ 'a.md': 'a', 'sub/.git': 'gitdir: x', 'folder/b.md': 'b', 'bad.md': 'a\0b' });
    symlinkSync('a.md', join(root, 'link.md'));
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    const repository = await openDiskRepository({ root });
    const sides = ['head', 'trusted', 'base'] as const;
    expect(await repository.readFiles(sides.map((side) => ({ side, path: 'a.md' })))).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'a' },
      { kind: 'missing' },
    ]);
    const paths = [
      'none.md',
      'link.md',
      'pipe.md',
      'sub',
      'folder',
      'bad.md',
      '../a.md',
      'a.md/b',
      'x\uFFFD.md',
    ];
    expect(await repository.readFiles(paths.map((path) => ({ side: 'head', path })))).toEqual([
      { kind: 'missing' },
      { kind: 'unreadable', reason: 'symbolic-link' },
      { kind: 'unreadable', reason: 'special-file' },
      { kind: 'unreadable', reason: 'submodule' },
      { kind: 'unreadable', reason: 'folder' },
      { kind: 'unreadable', reason: 'binary' },
      { kind: 'missing' },
      { kind: 'missing' },
      { kind: 'failed', message: 'Its name is not UTF-8; rename it.' },
    ]);
  });

  test('that is none is an error', async () => {
    const root = folderWith({ 'a.md': '' });
    await expect(openDiskRepository({ root: join(root, 'none') })).rejects.toThrow(
      `"${join(root, 'none')}" is not a folder that can be read.`,
    );
    await expect(openDiskRepository({ root: join(root, 'a.md') })).rejects.toThrow(
      `"${join(root, 'a.md')}" is not a folder that can be read.`,
    );
  });
});
