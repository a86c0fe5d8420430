import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { replaceFile } from '../../src/outlets/replace-file.ts';
import { removeFolders, temporaryFolder } from '../repository/git/temporary-repository.ts';

afterAll(removeFolders);

let root = '';
beforeEach(() => {
  root = temporaryFolder();
  mkdirSync(join(root, 'plans'));
  writeFileSync(join(root, 'plans/a.md'), 'old');
});
const said = (): string => readFileSync(join(root, 'plans/a.md'), 'utf8');
const CHANGE = { before: 'old', after: 'new' };

describe('a file on the disk', () => {
  test('is replaced, with its permissions, and nothing is left beside it', async () => {
    chmodSync(join(root, 'plans/a.md'), 0o640);

    expect(await replaceFile(root, 'plans/a.md', CHANGE)).toEqual({ kind: 'written' });
    expect(said()).toBe('new');
    expect(statSync(join(root, 'plans/a.md')).mode & 0o7777).toBe(0o640);
    expect(readdirSync(join(root, 'plans'))).toEqual(['a.md']);
  });

  test('keeps its byte order mark', async () => {
    writeFileSync(join(root, 'plans/a.md'), '\uFEFFold');

    expect(await replaceFile(root, 'plans/a.md', CHANGE)).toEqual({ kind: 'written' });
    expect(said()).toBe('\uFEFFnew');
  });
});

describe('a file stays as it is, and it is said why, when it', () => {
  const refused = (reason: string) => ({ kind: 'refused', reason });

  test('was changed meanwhile', async () => {
    const reason = refused('it was changed meanwhile; run "plan-check fix" again');
    for (const text of ['older', 'X old', Buffer.from([0xff, 0x6f, 0x6c, 0x64])]) {
      writeFileSync(join(root, 'plans/a.md'), text);
      expect(await replaceFile(root, 'plans/a.md', CHANGE)).toEqual(reason);
    }
    expect(readdirSync(join(root, 'plans'))).toEqual(['a.md']);
  });

  test('is a symbolic link, or lies behind one', async () => {
    symlinkSync('a.md', join(root, 'plans/b.md'));
    symlinkSync('plans', join(root, 'linked'));
    const reason = refused('it is a symbolic link, or lies behind one');

    expect(await replaceFile(root, 'plans/b.md', CHANGE)).toEqual(reason);
    expect(await replaceFile(root, 'linked/a.md', CHANGE)).toEqual(reason);
    expect(said()).toBe('old');
  });

  test('lies outside', async () => {
    const reason = refused('it lies outside of the folder that is checked');

    expect(await replaceFile(join(root, 'plans'), '../plans/a.md', CHANGE)).toEqual(reason);
    expect(said()).toBe('old');
  });

  test('is not there, or is a folder', async () => {
    expect(await replaceFile(root, 'plans/c.md', CHANGE)).toEqual(refused('it is not on the disk'));
    expect(await replaceFile(root, 'plans', CHANGE)).toEqual(refused('it is no file'));
  });

  test('may not be written', async () => {
    chmodSync(join(root, 'plans/a.md'), 0o444);
    // Root may write everywhere.
    const expected = process.getuid?.() === 0 ? { kind: 'written' } : refused('it may not be written');

    expect(await replaceFile(root, 'plans/a.md', CHANGE)).toEqual(expected);
  });
});
