import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import { scheduleEvent } from '../github/workflow-events.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, type Scene, type SceneResult, visible } from './scene.ts';

const github = await startLocalGitHub();
afterAll(() => github.close());

const PLAN = 'docs/plans/active/audit-log.md';
const MOVED = 'elsewhere/active/audit-log.md';
const LATE = planText({ title: 'Audit log', expires: '2026-02-20' });
const comment = (scene: Scene): string => visible(scene.comments()[0]);
const rows = ({ report }: SceneResult): readonly string[] =>
  (report as Report).plans.map(({ change, path }) => `${change} ${path}`);

const CLOSED =
  '"docs/plans" is a symbolic link to "../elsewhere", and no plan behind it is looked at: put the files here, name the folder that it leads to in "plans", or leave the link out with "ignore".';

describe('a pull request that puts a link in the place of the plans', () => {
  const moved = { [PLAN]: null, [MOVED]: planText(), 'docs/plans': { symlink: '../elsewhere' } } as const;

  test.concurrent('fails, and says so where the link is', async () => {
    const scene = createScene(github, 'link-for-folder', { base: { [PLAN]: planText() }, head: moved });
    const result = await scene.check();

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [`error docs/plans:1:1 ${CLOSED}`],
    });
    expect(rows(result)).toEqual(['added docs/plans', `removed ${PLAN}`]);
    expect(comment(scene)).toContain('### Plan Check: 1 error in 2 changed plans\n');
    expect(comment(scene)).toContain('\n| ❌ [plans](');
  });

  test.concurrent('calls no plan removed that may lie behind it', async () => {
    const here = 'docs/plans/active/search.md';
    const scene = createScene(github, 'rows-behind-link', {
      base: { [PLAN]: planText(), [here]: planText({ title: 'Search', owner: '"@ana"' }) },
      head: { [PLAN]: null, [here]: null, 'docs/plans': { symlink: '/elsewhere' } },
    });
    const result = await scene.check();
    expect((result.report as Report).plans).toMatchObject([
      { path: 'docs/plans', change: 'added' },
      { path: PLAN, change: 'removed', behind: 'docs/plans' },
      { path: here, change: 'removed', behind: 'docs/plans' },
    ]);
    expect(comment(scene).match(/not looked at: it may lie behind docs\/plans now/g)).toHaveLength(2);
    expect(comment(scene)).not.toMatch(/\bremoved\b/);
  });

  test.concurrent('does not call a plan missing that another one names and that lies behind it now', async () => {
    const other = 'plans/search.md';
    const naming = (text: string) => planText({ title: 'Search', note: text, depends_on: `/${PLAN}` });
    const scene = createScene(github, 'named-behind-link', {
      base: { [PLAN]: planText(), [other]: naming('a') },
      head: { ...moved, [other]: naming('b') },
    });
    expect(outcome(await scene.check()).annotations).toEqual([`error docs/plans:1:1 ${CLOSED}`]);
  });

  test.concurrent('is whole when it names the folder that the link leads to', async () => {
    const config = { '.github/plan-check.yml': 'plans: ["docs/plans/**/*.md", "elsewhere/**/*.md"]\n' };
    const scene = createScene(github, 'link-to-plans', {
      base: { [PLAN]: planText() },
      head: { ...moved, ...config },
    });
    const result = await scene.check();
    expect(outcome(result)).toMatchObject({ exitCode: 0, conclusion: 'success' });
    expect(rows(result)).toEqual([`renamed ${MOVED}`]);
  });

  test.concurrent('says the same of a glob that begins with wildcards', async () => {
    const config = { '.github/plan-check.yml': 'plans: ["**/plans/**/*.md"]\n' };
    const vendor = { vendor: { submodule: '1'.repeat(40) } };
    const scene = createScene(github, 'link-for-any-folder', {
      base: { [PLAN]: planText(), ...config },
      head: { ...moved, ...vendor },
    });
    expect(outcome(await scene.check()).annotations).toEqual([`error docs/plans:1:1 ${CLOSED}`]);
  });
});

test.concurrent('a pull request that puts a submodule in the place of the plans fails', async () => {
  const scene = createScene(github, 'submodule-for-folder', {
    base: { [PLAN]: planText() },
    head: { [PLAN]: null, docs: { submodule: '1'.repeat(40) } },
  });
  const result = await scene.check();
  expect(outcome(result)).toMatchObject({ exitCode: 1, conclusion: 'failure' });
  expect(rows(result)).toEqual(['added docs', `removed ${PLAN}`]);
});

test.concurrent('a pull request that leaves such a link alone says nothing of it, and asks for no list', async () => {
  const scene = createScene(github, 'old-link', {
    base: { [PLAN]: planText(), 'docs/plans/old': { symlink: '../../elsewhere' } },
    head: { [PLAN]: planText({ title: 'Changed' }) },
  });
  const result = await scene.check();
  expect(rows(result)).toEqual([`modified ${PLAN}`]);
  expect(result.operations).not.toContain('git/get-tree');
});

describe('a scan of a repository in which the plans lie behind a link', () => {
  test.concurrent('keeps their rows in the tracking issue, as not looked at', async () => {
    const scene = createScene(github, 'link-scanned', { base: { [PLAN]: LATE } });
    const scan = () => scene.runOn(scheduleEvent(scene.source), { inputs: { 'fail-on': 'never' } });
    await scan();
    expect(scene.repository.issue(1).body).toContain('Audit log');
    scene.repository.commit({
      branch: 'main',
      files: { [PLAN]: null, [MOVED]: LATE, 'docs/plans': { symlink: '../elsewhere' } },
    });
    const result = await scan();

    expect(rows(result)).toEqual(['unchanged docs/plans']);
    expect(outcome(result).annotations).toEqual([`error docs/plans:1:1 ${CLOSED}`]);
    const { state, body } = scene.repository.issue(1);
    expect(state).toBe('open');
    expect(body).toContain('not looked at');
  });
});

test.concurrent('a change of many pictures beside the plans is whole, also where GitHub cuts the tree', async () => {
  const cut = await startLocalGitHub({ truncateTreeOver: 100 });
  try {
    const pictures = Array.from({ length: 250 }, (_, index) => `docs/plans/pictures/${1000 + index}.png`);
    const bytes = (path: string) => Buffer.from(`\u0089PNG\0${path}`, 'latin1');
    const head = { ...Object.fromEntries(pictures.map((path) => [path, bytes(path)])), [PLAN]: planText() };
    const scene = createScene(cut, 'pictures', { head });
    const whole = await scene.check();
    expect(outcome(whole)).toEqual({ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' });
    expect(whole.operations.filter((operation) => operation === 'git/get-blob')).toEqual([]);

    scene.push({ 'docs/plans/pictures/more': { symlink: '../../elsewhere' } });
    expect(outcome(await scene.check({ runId: 2 }))).toMatchObject({
      conclusion: 'failure',
      annotations: [expect.stringContaining('"docs/plans/pictures/more" is a symbolic link')],
    });
  } finally {
    await cut.close();
  }
});
