import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/rules/index.ts';
import { removeFolders, temporaryFolder } from '../repository/git/temporary-repository.ts';

afterAll(removeFolders);

const ROOT = join(import.meta.dirname, '..', '..');

/** Runs the packed `plan-check` in a folder. */
let planCheck: (
  cwd: string,
  ...words: readonly string[]
) => { readonly status: number | null; readonly stdout: string };
let unpacked = '';
let files: readonly string[] = [];

beforeAll(() => {
  const folder = temporaryFolder();
  // The files in it are what is in the folders now; nothing is built, and nothing asked of the network.
  const args = ['pack', '--json', '--ignore-scripts', '--offline', '--pack-destination', folder];
  execFileSync('npm', args, { cwd: ROOT, stdio: 'ignore', env: { ...process.env, HOME: folder } });
  const [tarball = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', tarball], { cwd: folder });
  unpacked = join(folder, 'package');
  files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' });
  planCheck = (cwd, ...words) =>
    spawnSync(process.execPath, [join(unpacked, 'dist', 'cli.js'), ...words], { cwd, encoding: 'utf8' });
});

describe('the package', () => {
  test('holds what a user needs, and nothing else', () => {
    const packed = readdirSync(unpacked).sort();
    expect(packed).toEqual(['LICENSE', 'README.md', 'action.yml', 'dist', 'docs', 'package.json', 'schema']);
    const dist = readdirSync(join(unpacked, 'dist')).sort();
    expect(dist).toEqual(readdirSync(join(ROOT, 'dist')).sort());
    expect(files.filter((file) => /\.(?:ts|map|env|pem|key|tgz)$|node_modules/.test(file))).toEqual([]);
  });

  test('has the page of each rule, for "explain"', () => {
    const missing = RULES.filter(({ id }) => !files.includes(join('docs', 'rules', `${id}.md`)));
    expect(missing).toEqual([]);
    expect(planCheck(unpacked, 'explain', 'expired')).toMatchObject({ status: 0 });
    expect(planCheck(unpacked, 'explain', 'expired').stdout).toContain('expired');
  });

  test('names files that are in it', () => {
    const { bin } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
    expect(existsSync(join(unpacked, bin['plan-check']))).toBe(true);
    const action = readFileSync(join(unpacked, 'action.yml'), 'utf8');
    const main = /^ {2}main: (?<file>\S+)$/m.exec(action)?.groups?.file;
    expect(existsSync(join(unpacked, main ?? 'nothing'))).toBe(true);
  });

  test('checks plans with nothing installed beside it', () => {
    const folder = temporaryFolder();
    cpSync(join(ROOT, 'examples', 'repository'), folder, { recursive: true });
    const checked = planCheck(folder, 'check', '--today', '2026-06-15', '--format', 'json');
    const { conclusion, plans } = JSON.parse(checked.stdout);
    expect({ status: checked.status, conclusion, plans: plans.length }).toEqual({
      status: 0,
      conclusion: 'success',
      plans: 8,
    });
  });

  test('writes a new plan', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'docs', 'plans'), { recursive: true });
    expect(planCheck(folder, 'new', 'A better pump').status).toBe(0);
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(written.filter((file) => file.endsWith('.md'))).toEqual([
      expect.stringMatching(/better-pump\.md$/),
    ]);
  });
});
