import { describe, expect, test } from '@jest/globals';
import { findDoors, placeOf } from '../../src/checking/find-doors.ts';
import { selectPlans } from '../../src/settings/plan-selection.ts';
import { memoryRepository } from './memory-repository.ts';

const isPlan = selectPlans({ plans: ['plans/**/*.md'], ignore: [] });
const link = (target: string | null) => ({ kind: 'symbolic-link', target }) as const;
const SUBMODULE = { kind: 'submodule', target: null } as const;

type Files = NonNullable<NonNullable<Parameters<typeof memoryRepository>[0]>['head']>;

const doorsAmong = async (files: Files, paths: readonly string[]) =>
  (await findDoors(memoryRepository({ head: files }), paths, isPlan)).doors.map(({ path }) => path);

describe('a link hides plans', () => {
  test.each<readonly [string, Files]>([
    ['that leads to plans that no glob names', { 'old/a.md': '', 'plans/x': link('../old') }],
    ['that leads out of the repository', { 'plans/x': link('../../old') }],
    ['that leads to a path of the machine', { 'plans/x': link('/old') }],
    ['that leads to what is on no list', { 'plans/x': link('../build') }],
    ['that leads to another link', { elsewhere: link('/old'), 'plans/x': link('../elsewhere') }],
    ['that leads to a submodule', { sub: SUBMODULE, 'plans/x': link('../sub') }],
    ['that leads to a folder with a submodule', { 'lib/sub': SUBMODULE, 'plans/x': link('../lib') }],
    ['of which nobody knows where it leads', { 'plans/x': link(null) }],
  ])('%s', async (_, files) => {
    expect(await doorsAmong(files, ['plans/x'])).toEqual(['plans/x']);
  });
});

describe('a link hides none', () => {
  test.each<readonly [string, Files]>([
    ['that leads to plans that are looked at', { 'plans/active/a.md': '', 'plans/x': link('active/') }],
    ['that leads to a file', { 'logo.png': '', 'plans/x': link('../logo.png') }],
    ['that leads to a folder without plans', { 'img/logo.png': '', 'plans/x': link('./../img') }],
    ['that leads to what is no plan here either', { 'doc/README.md': '', 'plans/x': link('../doc') }],
  ])('%s', async (_, files) => {
    expect(await doorsAmong(files, ['plans/x'])).toEqual([]);
  });
});

test('a submodule may always hide plans, a file never', async () => {
  const files = { 'plans/sub': SUBMODULE, 'plans/a.txt': '' };
  expect(await doorsAmong(files, ['plans/sub', 'plans/a.txt'])).toEqual(['plans/sub']);
});

test('a link hides plans where the list of files was cut', async () => {
  const whole = memoryRepository({ head: { 'plans/active/a.md': '', 'plans/x': link('active') } });
  const { paths } = await whole.listFiles();
  const cut = { ...whole, listFiles: () => Promise.resolve({ paths, gap: 'It was cut.' }) };
  expect((await findDoors(cut, ['plans/x'], isPlan)).doors).toHaveLength(1);
});

test('where nothing is asked for, nobody asks', async () => {
  const silent = {
    ...memoryRepository({}),
    doorsAmong: () => Promise.reject(new Error('It was asked.')),
  };
  expect(await findDoors(silent, [], isPlan)).toEqual({ doors: [], gap: null });
});

test.each([
  ['a/b', 'c', 'a/c'],
  ['a/b', '../c/./d/', 'c/d'],
  ['a/b', '..', ''],
  ['a/b', '../../c', null],
  ['b', '/c', null],
])('from %s, %s leads to %j', (path, target, place) => {
  expect(placeOf(path, target)).toBe(place);
});
