import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../github/local-github.ts';
import { planText } from './plan-text.ts';
import { reportProblems } from './report-problems.ts';
import { createScene, outcome, type Scene, visible } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const MISTAKE = planText({ ai: '\n  priority: hihg' });
/** A warning and nothing more severe. */
const EXPIRED = planText({ expires: '2026-02-20' });
const github = await startLocalGitHub();
afterAll(() => github.close());

let count = 0;
/** A pull request that changes one plan, and what a run with these inputs says. */
function sceneWith(plan: string, config?: string): Scene {
  count += 1;
  const base = config === undefined ? {} : { '.github/plan-check.yml': config };
  return createScene(github, `settings-${count}`, { base, head: { [PLAN]: plan } });
}

async function decided(plan: string, inputs: Readonly<Record<string, string>>, config?: string) {
  const { exitCode, outputs } = await sceneWith(plan, config).check({ inputs });
  return { exitCode, conclusion: outputs.conclusion };
}

describe('what fails a run', () => {
  const RED = { exitCode: 1, conclusion: 'failure' };
  const GREEN = { exitCode: 0, conclusion: 'success' };

  test.concurrent.each([
    ['error', MISTAKE, RED],
    ['error', EXPIRED, GREEN],
    ['warning', EXPIRED, RED],
    ['warning', planText(), GREEN],
    ['never', MISTAKE, GREEN],
  ])('fail-on %s', async (level, plan, expected) => {
    expect(await decided(plan, { 'fail-on': level })).toEqual(expected);
  });

  test.concurrent('is decided by the input before the configuration file', async () => {
    expect(await decided(EXPIRED, {}, 'fail-on: warning\n')).toEqual(RED);
    expect(await decided(EXPIRED, { 'fail-on': 'error' }, 'fail-on: warning\n')).toEqual(GREEN);
  });

  test.concurrent('is the calendar only where the team names that rule', async () => {
    expect(await decided(EXPIRED, {}, 'rules: {expired: error}\n')).toEqual(RED);
  });
});

describe('the profile', () => {
  /** With open boxes, and in the folder of active plans. */
  const COMPLETED = planText({ status: 'completed' });

  test.concurrent.each([
    ['minimal', ['error', 'warning']],
    ['recommended', ['error', 'warning']],
    ['strict', ['error', 'error']],
  ])('%s', async (profile, levels) => {
    const result = await sceneWith(COMPLETED).check({ inputs: { profile } });
    expect(result.annotations.map(({ command }) => command)).toEqual(levels);
  });
});

describe('the comment', () => {
  test.concurrent('is left away where none is wanted, and an old one is left alone', async () => {
    const scene = sceneWith(planText());
    await scene.check();
    const before = scene.comments();
    scene.push({ [PLAN]: MISTAKE });
    const result = await scene.check({ runId: 2, inputs: { comment: 'never' } });

    expect(result).toMatchObject({ exitCode: 1, writes: [] });
    expect(result.outputs).toMatchObject({ 'comment-id': '', conclusion: 'failure' });
    expect(scene.comments()).toEqual(before);
  });

  test.concurrent('is made where one is always wanted, though no plan is changed', async () => {
    const scene = createScene(github, 'always', { head: { 'src/log.ts': '' } });
    const result = await scene.check({ inputs: { comment: 'always' } });

    expect(outcome(result)).toEqual({ exitCode: 0, conclusion: 'neutral', annotations: [], stderr: '' });
    expect(scene.comments().map(visible)).toEqual([
      expect.stringContaining('### Plan Check: nothing to check\n\nThis pull request changes no plan.\n'),
    ]);
  });

  test.concurrent('is one for each key', async () => {
    const scene = createScene(github, 'keys', {
      head: { [PLAN]: MISTAKE, 'web/plans/shop.md': planText({ title: 'Shop' }) },
    });
    const web = { 'comment-key': 'web', plans: 'web/plans/*.md' };
    await scene.check();
    await scene.check({ inputs: web });
    const again = [await scene.check(), await scene.check({ inputs: web })];

    expect(again.map(({ exitCode, writes }) => [exitCode, writes])).toEqual([
      [1, []],
      [0, []],
    ]);
    expect(scene.comments().map((comment) => visible(comment).split('\n')[0])).toEqual([
      '### Plan Check: 1 error in 1 changed plan',
      '### Plan Check: all well in 1 changed plan',
    ]);
  });

  test.concurrent('is printed, and not written, in a dry run', async () => {
    const scene = sceneWith(
      planText({ title: '"::error::Hacked ##[error]Hacked"', ai: '\n  priority: hihg' }),
    );
    const result = await scene.check({ inputs: { 'dry-run': 'true' } });

    expect(result).toMatchObject({ exitCode: 1, writes: [] });
    expect(result.outputs).toMatchObject({ conclusion: 'failure', 'comment-id': '' });
    expect(scene.comments()).toEqual([]);
    expect(result.stdout).toContain('The comment that a run without "dry-run" would create:\n');
    expect(result.stdout).toContain('│ ### Plan Check: 1 error in 1 changed plan\n');
    expect(result.stdout).not.toContain('##[');
    expect(result.commands.map(({ command, properties }) => [command, properties.file])).toEqual([
      ['error', PLAN],
    ]);
  });
});

describe('the report', () => {
  test.concurrent('goes where it is wanted, its Markdown beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-check-report-'));
    try {
      const file = join(folder, 'deep/er/plans.json');
      const result = await sceneWith(MISTAKE).check({ inputs: { report: file } });

      expect(result.outputs.report).toBe(file);
      const report = JSON.parse(readFileSync(file, 'utf8'));
      expect(reportProblems(report)).toEqual([]);
      expect(report).toMatchObject({ conclusion: 'failure', counts: { errors: 1 } });
      expect(readFileSync(join(folder, 'deep/er/plans.summary.md'), 'utf8')).toBe(
        `<!-- Written by Plan Check, with the report beside it. -->\n${result.outputs.summary}\n`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(existsSync(folder)).toBe(false);
  });

  test.concurrent('shares its file with no other output, which is said before anything is done', async () => {
    const result = await sceneWith(MISTAKE).check({ inputs: { report: 'x.json', sarif: './x.json' } });
    expect(result).toMatchObject({ exitCode: 1, operations: [], workspaceFiles: [] });
    expect(result.annotations.map(({ message }) => message)).toEqual([
      '"sarif" names "./x.json", the file that the report goes to, and one would overwrite the other: give "report" and "sarif" names of their own.',
    ]);
  });
});

describe('the day', () => {
  const until = (day: string): string => planText({ expires: day, reviewed: day });

  test.concurrent('is the one that is given', async () => {
    const scene = sceneWith(until('2026-03-02'));
    const run = async (today: string) => (await scene.check({ inputs: { today } })).outputs.expired;

    expect(await run('2026-03-02')).toBe('[]');
    expect(await run('2026-03-03')).toBe(JSON.stringify([PLAN]));
  });

  test.concurrent('is else that of the time zone', async () => {
    const result = await sceneWith(planText()).check({
      inputs: { today: '', timezone: 'Pacific/Kiritimati' },
    });
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' });

    expect(result.report).toMatchObject({ today: day.format() });
  });
});

describe('which files are plans', () => {
  test.concurrent('is said by globs, of which the last that matches counts', async () => {
    const files = {
      'notes/one.md': planText(),
      'notes/drafts/two.md': planText(),
      'notes/README.md': '# Read me',
      'notes/.hidden/three.md': planText(),
      'notes/summary.md': planText({ type: 'summary' }),
      [PLAN]: planText(),
    };
    const scene = createScene(github, 'globs', { head: files });
    const result = await scene.check({ inputs: { plans: 'notes/**/*.md\n!notes/drafts/**' } });

    expect(result.report).toMatchObject({
      counts: { plans: 2, skipped: 1 },
      plans: [{ path: 'notes/.hidden/three.md' }, { path: 'notes/one.md' }],
    });
    expect(visible(scene.comments()[0])).toContain(' · 1 file skipped that says it is no plan · ');
  });
});
