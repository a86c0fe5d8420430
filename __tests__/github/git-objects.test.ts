import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { changedFiles } from './changed-files.ts';
import type { FileEntry } from './local-repository.ts';
import { createWorld } from './world.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'git-objects-'));
  git('init', '--quiet');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const date = '1767225600 +0000';
  const person = { NAME: 'Local GitHub', EMAIL: 'noreply@example.com', DATE: date };
  const people = ['AUTHOR', 'COMMITTER'].flatMap((role) =>
    Object.entries(person).map(([part, value]) => [`GIT_${role}_${part}`, value]),
  );
  const env = { PATH: process.env.PATH, HOME: folder, ...Object.fromEntries(people) };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' });
}

function write(files: Readonly<Record<string, FileEntry>>): void {
  for (const [path, entry] of Object.entries(files)) {
    const at = join(folder, path);
    mkdirSync(dirname(at), { recursive: true });
    rmSync(at, { force: true });
    if (typeof entry === 'string' || entry instanceof Uint8Array) writeFileSync(at, entry);
    else if (entry !== null && 'symlink' in entry) symlinkSync(entry.symlink, at);
    else if (entry !== null && 'executable' in entry) writeFileSync(at, entry.executable, { mode: 0o755 });
  }
}

const paragraph = (name: string): string =>
  Array.from({ length: 20 }, (_, line) => `${name} ${line}\n`).join('');

describe('a commit', () => {
  test('has the id that git gives it', () => {
    const files = {
      'a.md': 'text\n',
      'a/b.md': 'below a folder that sorts after "a.md"\n',
      'a-b': 'between them\n',
      'docs/ü 😀.md': 'name\n',
      'bytes.bin': new Uint8Array([0, 255, 10]),
      'run.sh': { executable: 'true\n' },
      link: { symlink: 'a.md' },
    };
    write(files);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change files');

    const repository = createWorld({ textBytes: 0, treeEntries: 0 }).createRepository('octo/plans');

    expect(repository.commit({ branch: 'main', files })).toBe(git('rev-parse', 'HEAD').trim());
  });
});

describe('changed files', () => {
  test('are those that git tells', () => {
    const base = {
      'kept.md': 'kept\n',
      'edited.md': 'before\n',
      'gone.md': 'gone\n',
      'moved.md': paragraph('moved'),
      'moved-and-edited.md': paragraph('edited'),
      'rewritten.md': paragraph('old'),
      'was-a-file': 'text\n',
      'old-link': { symlink: 'kept.md' },
    };
    const head = {
      'gone.md': null,
      'edited.md': 'after\n',
      'moved.md': null,
      'done/moved.md': paragraph('moved'),
      'moved-and-edited.md': null,
      'done/edited.md': `${paragraph('edited')}one more\n`,
      'rewritten.md': null,
      'done/rewritten.md': paragraph('new'),
      'was-a-file': { symlink: 'kept.md' },
      'old-link': null,
      'new-link': { symlink: 'kept.md' },
    };
    write(base);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Base');
    write(head);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Head');
    const told = git('diff', '--name-status', '--find-renames=50%', 'HEAD~', 'HEAD');

    const repository = createWorld({ textBytes: 0, treeEntries: 0 }).createRepository('octo/plans');
    repository.commit({ branch: 'main', files: base });
    repository.commit({ branch: 'topic', from: 'main', files: head });
    const [before, after] = ['main', 'topic'].map((branch) => repository.find(branch)?.files ?? new Map());
    const changes = changedFiles(repository.objects.blobs, before ?? new Map(), after ?? new Map());

    const letters = { added: 'A', removed: 'D', modified: 'M', renamed: 'R', changed: 'T' };
    const lines = changes.map(({ status, path, previousPath }) =>
      [letters[status], ...(previousPath === null ? [] : [previousPath]), path].join('\t'),
    );
    expect(lines.sort()).toEqual(told.trim().replaceAll(/^R\d+/gm, 'R').split('\n').sort());
  });
});

describe('the merge base', () => {
  test('is the newest commit that both sides have, also after a merge', () => {
    const repository = createWorld({ textBytes: 0, treeEntries: 0 }).createRepository('octo/plans');
    const root = repository.commit({ branch: 'main', files: { a: '1' } });
    repository.commit({ branch: 'topic', from: 'main', files: { b: '1' } });
    const second = repository.commit({ branch: 'main', files: { a: '2' } });
    const before = repository.mergeBase('main', 'topic');
    repository.commit({ branch: 'topic', parents: ['topic', 'main'] });
    repository.commit({ branch: 'main', files: { a: '3' } });
    const orphan = repository.commit({ branch: 'orphan', files: { a: '1' } });

    expect([before, repository.mergeBase('main', 'topic'), repository.mergeBase('main', orphan)]).toEqual([
      root,
      second,
      null,
    ]);
  });
});
