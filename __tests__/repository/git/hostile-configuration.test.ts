import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openGitRepository, openGitSnapshot } from '../../../src/repository/git/git-repository.ts';
import {
  removeFolders,
  repositoryIn,
  type TemporaryRepository,
  temporaryFolder,
  temporaryRepository,
} from './temporary-repository.ts';

afterEach(removeFolders);

const LINES = 'A line of some length, so that a rename with an edit is still a rename.\n'.repeat(20);

/** Main with a plan that was then moved and edited; the command that `mark` yields leaves a file where it ran. */
function handedOver(): TemporaryRepository & { readonly mark: string; readonly ran: () => boolean } {
  const repository = temporaryRepository();
  const trace = join(temporaryFolder(), 'ran');
  repository.write('plans/old.md', LINES);
  repository.write('plans/edited.md', LINES);
  repository.write('.gitattributes', '* filter=evil.one=two diff=evil merge=evil\n');
  repository.commit('first');
  renameSync(join(repository.root, 'plans/old.md'), join(repository.root, 'plans/new.md'));
  repository.write('plans/edited.md', `${LINES}More.\n`);
  return { ...repository, mark: `touch ${trace}; cat; true`, ran: () => existsSync(trace) };
}

/** Everything that a run asks of a local repository. */
async function lookAt(cwd: string): Promise<readonly string[]> {
  const repository = await openGitRepository({ cwd, trusted: 'head' });
  const { files } = await repository.changedFiles();
  const { paths } = await repository.listFiles();
  await repository.readFiles(
    paths.flatMap((path) => [{ side: 'head', path } as const, { side: 'base', path }]),
  );
  const watch = { roots: ['plans'], kind: 'path', matches: () => true, since: 0, isFollowed: true } as const;
  const history = await repository.history({
    ...{ from: 'head', watches: [watch], lastChanges: true, maxRequests: 0 },
  });
  await repository.readBefore(history.watches.flatMap((one) => one?.touches ?? []));
  return files.map(({ change, path }) => `${change} ${path}`);
}

const CHANGED = ['modified plans/edited.md', 'renamed plans/new.md'];

/** Keys that name a program. */
const PROGRAMS = [
  ...['core.fsmonitor', 'core.pager', 'core.editor', 'core.askPass', 'core.sshCommand'],
  ...['core.alternateRefsCommand', 'core.gitProxy', 'pager.diff', 'pager.log', 'credential.helper'],
  ...['diff.external', 'diff.evil.command', 'diff.evil.textconv', 'interactive.diffFilter'],
  ...['filter.evil.one=two.clean', 'filter.evil.one=two.smudge', 'filter.evil.one=two.process'],
  ...['merge.evil.driver', 'gpg.program', 'uploadpack.packObjectsHook', 'trailer.x.command'],
  ...['alias.diff', 'alias.log', 'alias.ls-files', 'alias.cat-file', 'alias.rev-parse'],
];

const HOOKS = [
  'post-index-change',
  'fsmonitor-watchman',
  'reference-transaction',
  'pre-auto-gc',
  'post-checkout',
];

describe('a configuration that somebody handed over starts no program', () => {
  test('by a key', async () => {
    const { root, git, mark, ran } = handedOver();
    for (const key of PROGRAMS) git('config', key, key.startsWith('alias.') ? `!${mark}` : mark);
    git('config', 'log.showSignature', 'true');
    git('config', 'filter.evil.one=two.required', 'true');
    expect(await lookAt(root)).toEqual(CHANGED);
    expect(ran()).toBe(false);
  });

  test('by a filter alone, which every file of the work tree would go through', async () => {
    const { root, git, mark, ran } = handedOver();
    git('config', 'filter.evil.one=two.clean', mark);
    expect(await lookAt(root)).toEqual(CHANGED);
    expect(ran()).toBe(false);
  });

  test('by a hook', async () => {
    const { root, git, mark, ran } = handedOver();
    const ours = join(root, '.git/own-hooks');
    git('config', 'core.hooksPath', ours);
    for (const folder of [ours, join(root, '.git/hooks')]) {
      mkdirSync(folder, { recursive: true });
      for (const hook of HOOKS) {
        writeFileSync(join(folder, hook), `#!/bin/sh\n${mark}\n`, { mode: 0o755 });
      }
    }
    expect(await lookAt(root)).toEqual(CHANGED);
    expect(ran()).toBe(false);
  });

  test.each(['uploadpack', 'vcs', 'url'])(
    'to fetch what a partial clone left out, by "remote.origin.%s"',
    async (key) => {
      const { root: origin, git, mark, ran } = handedOver();
      git('config', 'uploadpack.allowFilter', 'true');
      const clone = repositoryIn(join(temporaryFolder(), 'clone'));
      git(
        'clone',
        '--quiet',
        '--no-local',
        '--filter=blob:none',
        '--no-checkout',
        `file://${origin}`,
        clone.root,
      );
      clone.git('config', `remote.origin.${key}`, key === 'url' ? `ext::sh -c "${mark}"` : mark);
      clone.git('config', 'protocol.allow', 'always');
      const repository = await openGitSnapshot({ cwd: clone.root, head: 'HEAD' });
      expect(await repository.readFiles([{ side: 'head', path: 'plans/edited.md' }])).toEqual([
        {
          kind: 'failed',
          message: 'This clone leaves out contents, and none are fetched for it; clone without "--filter".',
        },
      ]);
      expect(ran()).toBe(false);
    },
  );

  test('nor do variables of the environment', async () => {
    const { root, mark, ran } = handedOver();
    const variables = {
      GIT_EXTERNAL_DIFF: mark,
      GIT_PAGER: mark,
      GIT_SSH_COMMAND: mark,
      GIT_ICASE_PATHSPECS: '1',
    };
    Object.assign(process.env, variables);
    try {
      expect(await lookAt(root)).toEqual(CHANGED);
    } finally {
      for (const name of Object.keys(variables)) delete process.env[name];
    }
    expect(ran()).toBe(false);
  });
});

describe('files of a commit that look like a repository are none', () => {
  test('when they have no work tree', async () => {
    const { root, git, mark, ran } = handedOver();
    git('init', '--quiet', '--bare', 'plans/inner');
    const inner = join(root, 'plans/inner');
    repositoryIn(inner).git('config', 'core.fsmonitor', mark);
    await expect(openGitSnapshot({ cwd: inner })).rejects.toThrow(
      `The git repository at "${inner}" has no work tree; run this in a clone that has one.`,
    );
    expect(ran()).toBe(false);
  });

  test('when they name a work tree elsewhere', async () => {
    const { root, git } = handedOver();
    const elsewhere = temporaryFolder();
    git('config', 'core.worktree', elsewhere);
    await expect(openGitSnapshot({ cwd: root })).rejects.toThrow(
      `The git repository around "${root}" keeps its files elsewhere, in "${elsewhere}"; run this there.`,
    );
  });
});

describe('a name is never an option', () => {
  test.each(['--output=ran', '--ext-diff'])('of a branch: "%s"', async (name) => {
    const { root, git } = handedOver();
    git('update-ref', `refs/heads/${name}`, 'HEAD');
    const asked = openGitRepository({ cwd: root, base: name, head: name, trusted: 'head' });
    const { files } = await (await asked).changedFiles();
    expect(files).toEqual([]);
    expect(existsSync(join(root, 'ran'))).toBe(false);
  });

  test('of a file', async () => {
    const { root, write, commit } = handedOver();
    write('plans/--output=ran', LINES);
    write('--ext-diff', LINES);
    commit('second');
    expect(await lookAt(root)).toEqual([]);
    expect(existsSync(join(root, 'ran'))).toBe(false);
  });
});

test('a replacement of an object is not taken for it', async () => {
  const { root, git, write, commit } = handedOver();
  write('plans/edited.md', 'as committed\n');
  commit('second');
  const id = git('rev-parse', 'HEAD:plans/edited.md');
  write('other', 'as replaced\n');
  git('replace', id, git('hash-object', '-w', 'other'));
  const repository = await openGitSnapshot({ cwd: root, head: 'HEAD' });
  expect(await repository.readFiles([{ side: 'head', path: 'plans/edited.md' }])).toEqual([
    { kind: 'text', text: 'as committed\n' },
  ]);
});
