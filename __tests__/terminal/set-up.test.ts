import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  removeFolders,
  temporaryFolder,
  temporaryRepository,
} from '../repository/git/temporary-repository.ts';
import { installCli } from './run-cli.ts';

const cli = installCli();
const asOf = ['--today', '2026-03-02'];
afterAll(removeFolders);

const FILES = ['.github/workflows/plan-check.yml', '.github/plan-check.yml'] as const;
const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

describe('plan-check init', () => {
  test.concurrent('writes what is missing, and what it writes can be used', async () => {
    const { root, write } = temporaryRepository();
    write('.agents/plans/a.md', '---\ntype: plan\nstatus: future\n---\n');
    const { exitCode, stdout, stderr } = await cli(root, ['init']);

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Wrote \.github\/workflows\/plan-check\.yml\.\nWrote \.github\/plan-check\.yml\.\n\nNext:\n1\. /,
    );
    expect(stdout).toContain('--write-baseline');
    expect(stdout).toContain('2. Read .github/plan-check.yml: are these the folders of the plans?\n');
    expect(read(root, FILES[1])).toContain('plans:\n  - ".agents/plans/**/*.md"\n');
    expect(read(root, FILES[1])).toContain('# lifecycle-aliases:\n#   "future": draft\n');
    const checked = await cli(root, ['check', '--quiet', '--format', 'json', ...asOf]);
    expect(checked.stderr).toBe('');
    expect(JSON.parse(checked.stdout).plans.map(({ path }: { path: string }) => path)).toEqual([
      '.agents/plans/a.md',
    ]);
  });

  test.concurrent('says that it found no plans', async () => {
    const { root, write } = temporaryRepository();
    write('backlog/a.md', '# A\n');
    const { stdout } = await cli(root, ['init']);
    expect(stdout).toContain(
      '2. No plans were found: name their folders in .github/plan-check.yml, or begin one.\n',
    );
  });

  test.concurrent('leaves alone what is there', async () => {
    const { root, write } = temporaryRepository();
    write(FILES[1], 'profile: strict\n');
    const { exitCode, stdout } = await cli(root, ['init', '--quiet']);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: `Wrote ${FILES[0]}.\n${FILES[1]} is there already, and stays as it is.\n`,
    });
    expect(read(root, FILES[1])).toBe('profile: strict\n');
    expect(await cli(root, ['init'])).toEqual({
      exitCode: 0,
      stdout: `${FILES[0]} is there already, and stays as it is.\n${FILES[1]} is there already, and stays as it is.\nThere is nothing left to set up.\n`,
      stderr: '',
    });
  });
});

describe('plan-check new', () => {
  test.concurrent('names a command that can be pasted where it was called', async () => {
    const { root, write } = temporaryRepository();
    write("it's here/a b/plans/x.md", '---\ntype: plan\n---\n');
    write('.github/plan-check.yml', 'plans: "it\'s here/a b/plans/*.md"\n');
    const cwd = join(root, "it's here");
    const made = await cli(cwd, ['new', ...asOf, 'Audit log']);
    expect(made.exitCode).toBe(0);
    const command = /"plan-check (check .*)" checks/.exec(made.stderr)?.[1] ?? '';
    const words = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' });
    const checked = await cli(cwd, [
      ...words.split('\0').slice(0, -1),
      ...asOf,
      '--format',
      'json',
      '--quiet',
    ]);
    const report: { plans: readonly { path: string }[] } = JSON.parse(checked.stdout);
    expect(report.plans.map(({ path }) => `${path}\n`)).toEqual([made.stdout]);
  });

  test.concurrent('writes where somebody stands, where the patterns name no folder', async () => {
    const { root, write } = temporaryRepository();
    write('.github/plan-check.yml', 'plans: ["services/*/plans/**/*.md"]\n');
    write('services/api/plans/active/x.md', '---\ntype: plan\n---\n');
    const words = ['new', '--quiet', 'Audit log'];
    expect(await cli(root, words)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'plan-check: No pattern of "plans" begins with a folder in which a new draft may lie: go to the folder where the plan belongs and run it there, or add a pattern such as "docs/plans/**/*.md".\n',
    });
    expect(await cli(join(root, 'services/api/plans'), words)).toEqual({
      exitCode: 0,
      stdout: 'services/api/plans/audit-log.md\n',
      stderr: '',
    });
  });

  test.concurrent('writes a plan that the check has nothing against', async () => {
    const { root, git } = temporaryRepository();
    git('config', 'user.name', 'Ana "B" Sá: x');
    const made = await cli(root, ['new', ...asOf, 'It\'s "new": ../../../x', '<!-- y\n🚀']);
    expect(made).toEqual({
      exitCode: 0,
      stdout: 'docs/plans/it-s-new-x-y.md\n',
      stderr:
        'Wrote a new plan, a draft. "plan-check check docs/plans/it-s-new-x-y.md" checks it as you write.\n',
    });
    const text = read(root, 'docs/plans/it-s-new-x-y.md');
    expect(text.split('\n').slice(0, 8)).toEqual([
      '---',
      'type: plan',
      'title: "It\'s \\"new\\": ../../../x <!-- y 🚀"',
      'lifecycle: draft',
      'created: 2026-03-02',
      'last_updated: 2026-03-02',
      'owner: "Ana \\"B\\" Sá: x"',
      '---',
    ]);
    const checked = await cli(root, ['check', '--quiet', '--format', 'json', '--profile', 'strict', ...asOf]);
    expect(checked.exitCode).toBe(0);
    const { counts, plans } = JSON.parse(checked.stdout);
    expect({ counts, findings: plans[0].diagnostics }).toEqual({
      counts: { plans: 1, errors: 0, warnings: 0, notices: 0, skipped: 0 },
      findings: [],
    });
  });

  test.concurrent('takes the place of nothing', async () => {
    const { root, write } = temporaryRepository();
    write('plans/draft/audit-log.md', 'mine\n');
    expect(await cli(root, ['new', 'Audit', 'log'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'plan-check: "plans/draft/audit-log.md" is there already, and stays as it is; choose another title.\n',
    });
    expect(read(root, 'plans/draft/audit-log.md')).toBe('mine\n');
  });

  test.concurrent('finds a name for what would be no plan, and works without git', async () => {
    const root = temporaryFolder();
    expect(await cli(root, ['new', '--quiet', 'README'])).toEqual({
      exitCode: 0,
      stdout: 'docs/plans/plan-readme.md\n',
      stderr: '',
    });
    expect(read(root, 'docs/plans/plan-readme.md')).not.toContain('owner:');
  });

  test.concurrent.each<readonly [string, readonly string[], string]>([
    [
      'an empty title',
      [' \u200B '],
      'The title is empty; say what the plan is called: plan-check new "Audit log".',
    ],
    ['a title without end', ['x'.repeat(201)], 'The title has over 200 characters; choose a shorter one.'],
    [
      'a title of the template',
      ['[Feature/Goal] Implementation Plan'],
      '"[Feature/Goal] Implementation Plan" is a text of the template; say what the plan is called.',
    ],
  ])('refuses %s', async (_, words, sentence) => {
    const { root } = temporaryRepository();
    expect(await cli(root, ['new', ...words])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `plan-check: ${sentence}\n`,
    });
  });
});

describe('plan-check --format sarif', () => {
  test.concurrent('prints one log of SARIF', async () => {
    const { root, write } = temporaryRepository();
    write('plans/a b.md', 'No front matter.\n');
    const { exitCode, stdout } = await cli(root, ['check', '--quiet', '--format', 'sarif', ...asOf]);
    const { version, runs } = JSON.parse(stdout);
    expect(exitCode).toBe(1);
    expect(version).toBe('2.1.0');
    expect(runs[0].results).toMatchObject([
      {
        ruleId: 'front-matter-missing',
        level: 'error',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'plans/a%20b.md' } } }],
      },
    ]);
  });
});
