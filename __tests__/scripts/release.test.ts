import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { stepsIn } from '../docs/workflow-rules.ts';
import {
  removeFolders,
  type TemporaryRepository,
  temporaryFolder,
  temporaryRepository,
} from '../repository/git/temporary-repository.ts';

afterAll(removeFolders);

const ROOT = join(import.meta.dirname, '..', '..');

describe('the tag of a release', () => {
  const script = join(ROOT, 'scripts', 'check-release-tag.sh');
  let repository: TemporaryRepository;
  const check = (tag: string) =>
    spawnSync('bash', [script, tag, 'main'], { cwd: repository.root, encoding: 'utf8' });

  beforeEach(() => {
    repository = temporaryRepository();
    repository.write('package.json', '{"version": "1.2.3"}');
    repository.commit('release');
  });

  test.each([
    ['lightweight', []],
    ['annotated', ['-a', '-m', 'Release']],
  ])('may be %s, and gives its commit', (_, words) => {
    repository.git('tag', ...words, 'v1.2.3');
    expect(check('v1.2.3')).toMatchObject({
      status: 0,
      stdout: `commit=${repository.git('rev-parse', 'HEAD').trim()}\n`,
    });
  });

  test('must be the version of package.json', () => {
    repository.git('tag', 'v1.2.4');
    expect(check('v1.2.4')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: '::error::The tag is v1.2.4, and package.json has the version 1.2.3.\n',
    });
  });

  test('must be on the main branch', () => {
    repository.git('checkout', '-q', '--detach');
    repository.write('other', 'unreviewed');
    repository.commit('elsewhere');
    repository.git('tag', 'v1.2.3');
    expect(check('v1.2.3')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: '::error::The commit of v1.2.3 is not on the main branch.\n',
    });
  });

  test('must be what is checked out', () => {
    repository.git('tag', 'v1.2.3');
    repository.write('other', 'later');
    repository.commit('later');
    expect(check('v1.2.3')).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('the tag of a major version', () => {
  const { jobs } = parse(readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8'));
  const script = stepsIn(jobs.publish).find(({ run }) => run?.includes('matching-refs'))?.run ?? 'exit 9';

  /** What the step writes when GitHub has these tags. */
  function writtenWith(tags: readonly string[], released: string): string {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'gh'),
      `#!/bin/bash
case "$*" in
  *matching-refs*) printf 'refs/tags/%s\\n' ${tags.filter((tag) => tag.includes('.')).join(' ')} ;;
  *--method*) echo "$*" >> '${folder}/written' ;;
  *git/ref/tags/v1*) ${tags.includes('v1') ? 'true' : 'false'} ;;
esac
`,
      { mode: 0o755 },
    );
    writeFileSync(join(folder, 'written'), '');
    const env = {
      PATH: `${folder}${delimiter}${process.env.PATH}`,
      GITHUB_REF_NAME: released,
      GH_REPO: 'o/r',
      COMMIT: 'c0ffee',
    };
    expect(spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], { env }).status).toBe(0);
    return readFileSync(join(folder, 'written'), 'utf8');
  }

  test('is made with the first release', () => {
    expect(writtenWith(['v1.0.0'], 'v1.0.0')).toBe(
      'api --method POST repos/o/r/git/refs -f ref=refs/tags/v1 -f sha=c0ffee --silent\n',
    );
  });

  test('moves to the latest', () => {
    expect(writtenWith(['v1', 'v1.9.0', 'v1.10.0', 'v1.11.0-beta'], 'v1.10.0')).toBe(
      'api --method PATCH repos/o/r/git/refs/tags/v1 -f sha=c0ffee -F force=true --silent\n',
    );
  });

  test('does not move back when an older line gets a release', () => {
    expect(writtenWith(['v1', 'v1.9.1', 'v1.10.0'], 'v1.9.1')).toBe('');
  });
});
