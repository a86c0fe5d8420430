import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import type { SettingLayer } from '../../src/settings/settings.ts';
import { newPlanFolder } from '../../src/terminal/new-plan-folder.ts';
import { writeNewFile } from '../../src/terminal/write-new-file.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plan-check-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const folderOf = (config: SettingLayer, ...there: readonly string[]): Promise<string | null> =>
  folderFrom('', config, ...there);

const folderFrom = (
  here: string,
  config: SettingLayer,
  ...there: readonly string[]
): Promise<string | null> => {
  for (const folder of there) mkdirSync(join(root, folder), { recursive: true });
  return newPlanFolder(root, resolveSettings({ inputs: {}, config, now: 0 }), here);
};

describe('a new plan lies', () => {
  test('in the first folder of the patterns', async () => {
    expect(await folderOf({})).toBe('docs/plans');
  });

  test('in the first of them that is there', async () => {
    expect(await folderOf({}, 'plans')).toBe('plans');
  });

  test('among the drafts, where they have a folder', async () => {
    expect(await folderOf({}, 'docs/plans/active', 'docs/plans/Drafts')).toBe('docs/plans/Drafts');
    const options = { folders: { ideas: 'future', now: 'active' } };
    expect(
      await folderOf(
        {
          rules: { 'lifecycle-folder': { level: 'error', options } },
          vocabulary: { lifecycleAliases: new Map([['future', 'draft']]), fieldAliases: new Map() },
        },
        'docs/plans/ideas',
      ),
    ).toBe('docs/plans/ideas');
  });

  test.each<[readonly string[], string | null]>([
    [['!docs/**', './a/b/*.md'], 'a/b'],
    [['a/b'], 'a/b'],
    [['*.md'], ''],
    [['docs/active/**/*.md', 'docs/draft/**/*.md'], 'docs/draft'],
    [['services/*/plans/**/*.md'], null],
    [['a/**/*.md', '!a/*.md'], null],
    [['a/plan.md'], null],
  ])('by the patterns %j in %j', async (plans, folder) => {
    expect(await folderOf({ plans })).toBe(folder);
  });
});

describe('a new plan of somebody who stands in a folder lies', () => {
  const ANY_SERVICE = { plans: ['docs/plans/**/*.md', 'services/*/plans/**/*.md'] };
  const HERE = 'services/api/plans';

  test('there, where plans may lie', async () => {
    expect(await folderFrom(HERE, ANY_SERVICE, HERE, 'docs/plans')).toBe(HERE);
    expect(await folderFrom(HERE, { plans: ['services/*/plans/**/*.md'] }, HERE)).toBe(HERE);
    expect(await folderFrom(`${HERE}/search`, ANY_SERVICE, `${HERE}/search`)).toBe(`${HERE}/search`);
  });

  test('among the drafts there, where they have a folder', async () => {
    expect(await folderFrom(HERE, ANY_SERVICE, `${HERE}/draft`)).toBe(`${HERE}/draft`);
  });

  test.each(['services/api', `${HERE}/active`, 'services/api/plans/templates'])(
    'elsewhere, where no draft may lie: %s',
    async (here) => {
      expect(await folderFrom(here, ANY_SERVICE, here, 'docs/plans')).toBe('docs/plans');
    },
  );
});

describe('a new file', () => {
  test('is written with its folders', async () => {
    expect(await writeNewFile(root, 'a/b/c.md', 'x')).toBe(true);
  });

  test.each(['file.md', 'folder', 'link.md'])('does not take the place of %s', async (path) => {
    writeFileSync(join(root, 'file.md'), 'mine');
    mkdirSync(join(root, 'folder'));
    symlinkSync('/nowhere', join(root, 'link.md'));
    expect(await writeNewFile(root, path, 'x')).toBe(false);
  });

  test('is not written through a link that leads out', async () => {
    symlinkSync(tmpdir(), join(root, 'docs'));
    await expect(writeNewFile(root, 'docs/plans/a.md', 'x')).rejects.toThrow(
      `"docs" leads out of "${root}", so nothing was written: put a folder in place of the link.`,
    );
  });

  test('is complained about where nothing can be written', async () => {
    writeFileSync(join(root, 'file'), 'mine');
    await expect(writeNewFile(root, 'file/a.md', 'x')).rejects.toThrow(
      /^"file\/a\.md" could not be written \(E[A-Z]+\): take away what is in the way, or write elsewhere\.$/,
    );
  });
});
