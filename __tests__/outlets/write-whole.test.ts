import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeWhole } from '../../src/outlets/write-whole.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-check-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a file is there as a whole, or as it was', () => {
  test('in a folder that is made, and with nothing left beside it', async () => {
    await writeWhole(at('a/b.json'), 'new');
    await writeWhole(at('a/b.json'), 'newer');
    expect(readdirSync(at('a'))).toEqual(['b.json']);
    expect(readFileSync(at('a/b.json'), 'utf8')).toBe('newer');
  });

  test('whoever has the old one open goes on reading the old one', async () => {
    writeFileSync(at('a'), 'old');
    const open = openSync(at('a'), 'r');
    await writeWhole(at('a'), 'new');
    const bytes = Buffer.alloc(10);
    const length = readSync(open, bytes);
    closeSync(open);
    expect(bytes.subarray(0, length).toString()).toBe('old');
  });

  test('a link stays one', async () => {
    writeFileSync(at('real'), 'old');
    symlinkSync(at('real'), at('link'));
    await writeWhole(at('link'), 'new');
    expect(readFileSync(at('real'), 'utf8')).toBe('new');
  });

  test('a link of the working directory that leads out of it is not followed', async () => {
    const before = process.cwd();
    const outside = mkdtempSync(join(tmpdir(), 'plan-check-outside-'));
    writeFileSync(join(outside, 'file'), 'old');
    symlinkSync(outside, at('folder'));
    symlinkSync(join(outside, 'file'), at('link'));
    symlinkSync(join(outside, 'nothing'), at('loose'));
    process.chdir(folder);
    try {
      for (const path of ['folder/file', 'folder/deeper/file', 'link', 'loose']) {
        await expect(writeWhole(path, 'new')).rejects.toMatchObject({ code: 'ELOOP' });
      }
    } finally {
      process.chdir(before);
    }
    expect(readdirSync(outside)).toEqual(['file']);
    expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('old');
    rmSync(outside, { recursive: true });
  });

  test('what cannot be written leaves nothing', async () => {
    mkdirSync(at('a'));
    await expect(writeWhole(at('a'), 'new')).rejects.toMatchObject({ code: 'EISDIR' });
    symlinkSync('/dev/full', at('full'));
    await expect(writeWhole(at('full'), 'new')).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(folder).toSorted()).toEqual(['a', 'full']);
    expect(existsSync('/dev/full')).toBe(true);
  });
});
