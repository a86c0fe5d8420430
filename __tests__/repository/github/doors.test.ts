import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openGitHubRepository } from '../../../src/repository/github/github-repository.ts';
import { type LocalGitHub, startLocalGitHub } from '../../github/local-github.ts';
import type { CommitRequest, LocalRepository } from '../../github/local-repository.ts';
import { clientOf, operations } from './local-client.ts';

const where = { owner: 'octo', repo: 'plans' };
const TREE = 'git/get-tree';
const BLOB = 'git/get-blob';

let github: LocalGitHub;
let repository: LocalRepository;

beforeEach(async () => {
  github = await startLocalGitHub({ truncateTreeOver: 200 });
  repository = github.createRepository('octo/plans');
});

afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

async function scanOf(files: NonNullable<CommitRequest['files']>) {
  const head = repository.commit({ branch: 'main', files });
  const trigger = { kind: 'scan', event: 'schedule', head, remark: null } as const;
  return await openGitHubRepository(await clientOf(github), where, trigger, []);
}

test('links and submodules are told from files by the tree, with one request for each link', async () => {
  const opened = await scanOf({
    'a.md': 'a',
    link: { symlink: '../outside 🚀' },
    other: { symlink: 'a.md' },
    sub: { submodule: 'a'.repeat(40) },
  });
  await opened.listFiles();
  expect(await opened.doorsAmong(['a.md', 'link', 'sub', 'none'])).toEqual({
    doors: [
      { path: 'link', kind: 'symbolic-link', target: '../outside 🚀' },
      { path: 'sub', kind: 'submodule', target: null },
    ],
    gap: null,
  });
  expect(operations(github)).toEqual([TREE, BLOB]);
});

test('where a link leads is not known beyond the first twenty', async () => {
  const links = Array.from({ length: 22 }, (_, index) => `link-${10 + index}`);
  const opened = await scanOf(Object.fromEntries(links.map((path) => [path, { symlink: `to-${path}` }])));
  const { doors } = await opened.doorsAmong(links);
  expect(doors.map(({ target }) => target)).toEqual([
    ...links.slice(0, 20).map((path) => `to-${path}`),
    null,
    null,
  ]);
});

test('what a link says is asked for once in a run, however many say it and however often they are asked about', async () => {
  const links = Array.from({ length: 30 }, (_, index) => `link-${10 + index}`);
  const opened = await scanOf({
    ...Object.fromEntries(links.map((path) => [path, { symlink: 'lib' }])),
    ...Object.fromEntries(links.map((path) => [`lib/${path}`, { symlink: `to-${path}` }])),
  });
  const inner = links.map((path) => `lib/${path}`);
  for (const paths of [links, inner, inner]) await opened.doorsAmong(paths);
  expect((await opened.doorsAmong(links)).doors.every(({ target }) => target === 'lib')).toBe(true);
  expect(operations(github).filter((operation) => operation === BLOB)).toHaveLength(20);
});

test('in a tree that is cut they are asked for by their paths', async () => {
  const wide = Object.fromEntries(Array.from({ length: 210 }, (_, index) => [`a/${index}.md`, 'x']));
  const opened = await scanOf({
    ...wide,
    'a/link': { symlink: 'b' },
    'a/sub': { submodule: 'a'.repeat(40) },
    'a/text': 'x',
  });
  expect(await opened.doorsAmong(['a/link', 'a/sub', 'a/text', 'a/none'])).toEqual({
    doors: [
      { path: 'a/link', kind: 'symbolic-link', target: null },
      { path: 'a/sub', kind: 'submodule', target: null },
    ],
    gap: null,
  });
});

test('in a tree that is cut pictures cost no request each, and are no doors', async () => {
  const pictures = Array.from({ length: 450 }, (_, index) => `a/${1000 + index}.png`);
  const bytes = (path: string) => Buffer.from(`\u0089PNG\0${path}`, 'latin1');
  const opened = await scanOf({
    ...Object.fromEntries(pictures.map((path) => [path, bytes(path)])),
    'a/2000.png': { symlink: 'b' },
  });
  await opened.listFiles();
  github.forgetRequests();
  expect(await opened.doorsAmong([...pictures, 'a/2000.png'])).toEqual({
    doors: [{ path: 'a/2000.png', kind: 'symbolic-link', target: null }],
    gap: null,
  });
  expect(operations(github)).toEqual(['graphql', 'graphql']);
});

test('what GitHub fails to tell of them is said', async () => {
  const wide = Object.fromEntries(Array.from({ length: 210 }, (_, index) => [`a/${index}.png`, 'x']));
  const opened = await scanOf(wide);
  await opened.listFiles();
  github.fail({ when: ({ operation }) => operation === 'graphql', with: { status: 403 } });
  expect((await opened.doorsAmong(['z/1', 'z/2'])).gap).toContain('Whether 2 of the changed files are links');
});

test('what a tree that is cut does not tell, and nobody asks for, is said', async () => {
  const wide = Object.fromEntries(Array.from({ length: 210 }, (_, index) => [`a/${index}.md`, 'x']));
  const opened = await scanOf(wide);
  const asked = Array.from({ length: 2_003 }, (_, index) => `z/${index}`);
  expect((await opened.doorsAmong(asked)).gap).toBe(
    'Whether 3 of the changed files are links or submodules that may hide plans is not known, because the repository is too large. Split the change into smaller ones.',
  );
});
