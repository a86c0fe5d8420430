import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import { planPaths } from '../../src/terminal/plan-paths.ts';
import { memoryRepository } from '../checking/memory-repository.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'plan-check-')));
mkdirSync(join(root, 'docs'));
writeFileSync(join(root, 'notes.md'), '');
afterAll(() => rmSync(root, { recursive: true }));

const settings = resolveSettings({ inputs: {}, config: {}, now: 0 });
const repository = memoryRepository({ head: { 'docs/a.md': '', 'docs/README.md': '', 'other/b.md': '' } });

test('a file is taken as it is, of a folder what is not ignored', async () => {
  expect(await planPaths(['notes.md', 'docs', 'docs'], { root, cwd: root }, repository, settings)).toEqual({
    paths: ['notes.md', 'docs/a.md'],
    gap: null,
  });
});

test('what the list of files may lack is handed on', async () => {
  const cut = {
    ...repository,
    listFiles: () => Promise.resolve({ paths: ['docs/a.md'], gap: 'It was cut.' }),
  };
  expect(await planPaths(['docs'], { root, cwd: root }, cut, settings)).toEqual({
    paths: ['docs/a.md'],
    gap: 'It was cut.',
  });
});
