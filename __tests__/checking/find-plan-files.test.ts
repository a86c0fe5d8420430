import { describe, expect, test } from '@jest/globals';
import { findPlanFiles, type Scope } from '../../src/checking/find-plan-files.ts';
import type { ChangedFile } from '../../src/repository/repository.ts';
import { selectDoors } from '../../src/settings/plan-doors.ts';
import { selectPlans } from '../../src/settings/plan-selection.ts';
import { memoryRepository } from './memory-repository.ts';

const LINK = { kind: 'symbolic-link', target: '/elsewhere' } as const;
const SUBMODULE = { kind: 'submodule', target: null } as const;

type Files = NonNullable<NonNullable<Parameters<typeof memoryRepository>[0]>['head']>;

/** As `change path`, with a star at what is no file. */
async function found(
  head: Files,
  {
    changed = [],
    plans = ['docs/plans/**/*.md'],
    ignore = [],
    scope = { kind: 'all' },
  }: {
    readonly changed?: readonly ChangedFile[];
    readonly plans?: readonly string[];
    readonly ignore?: readonly string[];
    readonly scope?: Scope;
  } = {},
) {
  const repository = memoryRepository({ head }, { files: changed, gap: null });
  const selection = { plans, ignore };
  const { files, gaps } = await findPlanFiles(
    repository,
    scope,
    selectPlans(selection),
    selectDoors(selection),
  );
  expect(gaps).toEqual([]);
  return files.map(({ path, change, door }) => `${change} ${path}${door === undefined ? '' : ' *'}`);
}

const added = (path: string): ChangedFile => ({ path, previousPath: null, change: 'added' });
const modified = (path: string): ChangedFile => ({ path, previousPath: null, change: 'modified' });
const removed = (path: string): ChangedFile => ({ path, previousPath: null, change: 'removed' });
const renamed = (previousPath: string, path: string): ChangedFile => ({
  path,
  previousPath,
  change: 'renamed',
});

describe('of a whole repository', () => {
  test('links and submodules that plans may lie behind are plan files', async () => {
    const head = {
      'docs/plans/a.md': '',
      'docs/plans/x': LINK,
      'docs/plans/y': SUBMODULE,
      vendor: SUBMODULE,
    };
    expect(await found(head)).toEqual([
      'unchanged docs/plans/a.md',
      'unchanged docs/plans/x *',
      'unchanged docs/plans/y *',
    ]);
  });

  test.each(['docs', 'docs/plans'])('so is "%s"', async (path) => {
    expect(await found({ [path]: LINK })).toEqual([`unchanged ${path} *`]);
  });

  test('ignored ones are none', async () => {
    expect(await found({ 'docs/plans/x': LINK }, { ignore: ['docs/plans/x'] })).toEqual([]);
  });

  test('a glob that begins with wildcards leads through none', async () => {
    const plans = ['**/plans/*.md'];
    expect(await found({ 'vendor/lib': SUBMODULE, 'a/plans': LINK }, { plans })).toEqual([]);
  });
});

describe('of a change', () => {
  const scope = { kind: 'changed' } as const;

  test('a link in the place of the folder is a plan file, beside the plans that went', async () => {
    const changed = [added('docs/plans'), renamed('docs/plans/a.md', 'old/a.md'), removed('docs/plans/b.md')];
    expect(await found({ 'docs/plans': LINK, 'old/a.md': '' }, { scope, changed })).toEqual([
      'removed docs/plans/a.md',
      'removed docs/plans/b.md',
      'added docs/plans *',
    ]);
  });

  test('what the change leaves alone is none', async () => {
    const head = { 'docs/plans/x': LINK, 'docs/plans/a.md': '' };
    expect(await found(head, { scope, changed: [modified('docs/plans/a.md')] })).toEqual([
      'modified docs/plans/a.md',
    ]);
  });

  test('one that leads elsewhere now, or has moved, is one', async () => {
    const head = { 'docs/plans/x': LINK, 'docs/plans/y': SUBMODULE };
    const changed = [modified('docs/plans/x'), renamed('docs/plans/z', 'docs/plans/y')];
    expect(await found(head, { scope, changed })).toEqual([
      'modified docs/plans/x *',
      'added docs/plans/y *',
    ]);
  });

  describe('by a glob that begins with wildcards', () => {
    const plans = ['**/plans/*.md'];

    test.each(['a', 'a/plans'])('it counts where plans lay: "%s"', async (path) => {
      const changed = [added(path), removed('a/plans/b.md')];
      expect(await found({ [path]: SUBMODULE }, { scope, changed, plans })).toEqual([
        'removed a/plans/b.md',
        `added ${path} *`,
      ]);
    });

    test('it does not where none lay, nor where it is ignored', async () => {
      const changed = [added('a/vendor'), added('a/old'), removed('a/old/plans/b.md')];
      const head = { 'a/vendor': SUBMODULE, 'a/old': SUBMODULE };
      expect(await found(head, { scope, changed, plans, ignore: ['a/old'] })).toEqual([]);
    });
  });

  test('a file in the place of the folder is none', async () => {
    const changed = [added('docs/plans'), removed('docs/plans/a.md')];
    expect(await found({ 'docs/plans': 'moved' }, { scope, changed })).toEqual(['removed docs/plans/a.md']);
  });
});

test('what cannot be looked at is a gap that keeps the result from being whole', async () => {
  const repository = {
    ...memoryRepository({ head: { 'docs/plans': LINK } }),
    doorsAmong: () => Promise.resolve({ doors: [], gap: 'Nobody may look.' }),
  };
  const selection = { plans: ['docs/plans/*.md'], ignore: [] };
  const { files, gaps } = await findPlanFiles(
    repository,
    { kind: 'all' },
    selectPlans(selection),
    selectDoors(selection),
  );
  expect(files).toEqual([]);
  expect(gaps).toEqual([{ what: 'plan-files', message: 'Nobody may look.', blocking: true }]);
});
