import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { readIssueBody } from '../../src/report/issue-marker.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import type { LocalIssue } from '../github/local-repository.ts';
import { scheduleEvent, workflowDispatchEvent } from '../github/workflow-events.ts';
import { expectGolden } from '../report/golden-file.ts';
import { planText, TODAY } from './plan-text.ts';
import { createScene, type Files, type Scene, type SceneResult, type SceneRun, told } from './scene.ts';

jest.setTimeout(60_000);
const github = await startLocalGitHub();
afterAll(() => github.close());

const at = (name: string): string => `docs/plans/active/${name}.md`;

/** Seconds since 1970. */
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;

/** Untouched for two months on `TODAY`. */
const LONG_AGO = '2026-01-01';
const LATELY = '2026-02-20';

const OLD: Files = {
  [at('dormant')]: planText({ title: 'Dormant' }),
  'docs/plans/draft/stale.md': planText({ title: 'Stale draft', status: 'draft' }),
};

/** A plan in each state that dates tell, an active one in which all is well, a snoozed and a closed one. */
const YOUNG: Files = {
  [at('expired-late')]: planText({ title: 'Expired late', expires: '2026-02-20' }),
  [at('expired-early')]: planText({ title: 'Expired early', expires: '2026-01-31', owner: '"@ola"' }),
  [at('review-overdue')]: planText({ title: 'Review overdue', reviewed: '2026-01-20' }),
  [at('review-due-today')]: planText({ title: 'Review due today', reviewed: '2026-01-31' }),
  [at('expiring-soon')]: planText({ title: 'Expiring soon', expires: '2026-03-16' }),
  [at('expiring-later')]: planText({ title: 'Expiring later', expires: '2026-03-17' }),
  [at('expiring-today')]: planText({ title: 'Expiring today', expires: TODAY }),
  [at('unreviewed')]: planText({ title: 'Unreviewed', reviewed: null }),
  [at('no-expiry')]: planText({ title: 'No expiry', expires: null }),
  [at('drifting')]: planText({ title: 'Drifting', reviewed: '2026-02-19', related_code: '[src/berths.ts]' }),
  [at('fine')]: planText({ title: 'Fine' }),
  [at('snoozed')]: planText({
    title: 'Snoozed',
    expires: '2026-01-31',
    check: '{snooze: {until: 2026-04-30, reason: "Waits for the new law"}}',
  }),
  'docs/plans/draft/idea.md': planText({ title: 'Idea', status: 'draft', expires: '2026-01-31' }),
  'docs/plans/completed/done.md': planText({ title: 'Done', status: 'completed', expires: '2026-01-31' }),
};

const COMMITS = ['2026-02-21', '2026-02-22', '2026-02-23', '2026-02-24', '2026-02-25'];

function everyState(name: string): Scene {
  const scene = createScene(github, name);
  const { repository } = scene;
  repository.commit({ branch: 'main', files: OLD, time: noon(LONG_AGO) });
  repository.commit({ branch: 'main', files: { ...YOUNG, 'src/berths.ts': '0' }, time: noon(LATELY) });
  for (const day of COMMITS) {
    repository.commit({
      ...{ branch: 'main', files: { 'src/berths.ts': day }, time: noon(day) },
      message: `Price berths, part ${day} for @octocat | #12\n\nMore.`,
    });
  }
  return scene;
}

/** Runs a scan, which fails nothing. */
async function scan(scene: Scene, run: SceneRun = {}): Promise<SceneResult> {
  const result = await scene.runOn(scheduleEvent(scene.source), run);
  expect(result).toMatchObject({ exitCode: 0, stderr: '' });
  return result;
}

/** Ours, as readers see it. */
const section = ({ body }: LocalIssue): string => readIssueBody(body)?.section ?? '';

/** `Title | state and others | since`, row by row. */
const rows = (issue: LocalIssue): readonly string[] =>
  section(issue)
    .split('\n')
    .filter((line) => line.startsWith('| ['))
    .map((line) => {
      const [, plan = '', , state, since] = line.split(' | ').map((cell) => cell.replace(/^\| /, ''));
      return [plan, state, since].join(' | ');
    });

test.concurrent('a repository with a plan in every state: the issue, and its next day', async () => {
  const scene = everyState('every-state');
  const first = await scan(scene, { runId: 100 });
  const opened = scene.repository.issue(1);
  expectGolden('../action/tracking-issue.md', section(opened));
  expect(first.writes).toEqual(['issues/create']);
  expect(first.outputs).toMatchObject({
    ...{ conclusion: 'success', 'issue-number': '1', 'issue-url': opened.url },
    expired: JSON.stringify([at('expired-early'), at('expired-late')]),
  });
  expect(first.report).toMatchObject({ api: { writes: 1 } });

  const again = await scan(scene, { runId: 101 });
  expect(again.writes).toEqual([]);
  expect(again.outputs).toMatchObject({ 'issue-number': '1', 'issue-url': opened.url });
  expect(scene.repository.issue(1)).toEqual(opened);

  const nextDay = await scan(scene, { runId: 102, inputs: { today: '2026-03-03' } });
  expectGolden('../action/tracking-issue-next-day.md', section(scene.repository.issue(1)));
  expect(nextDay.writes).toEqual(['issues/update', 'issues/create-comment']);
  expect(scene.repository.comments(1).map(({ body }) => body.split('\n')[0])).toEqual([
    'Since 2026-03-02, 3 plans entered states that want a decision:',
  ]);
});

describe('one issue, and no second one,', () => {
  const stale = { [at('a')]: planText({ title: 'A', expires: '2026-02-20' }) };

  test.concurrent('is closed when all is decided, and opened again', async () => {
    const scene = createScene(github, 'resolved', { base: stale });
    await scan(scene, { runId: 1 });
    scene.repository.commit({
      branch: 'main',
      files: { [at('a')]: planText({ title: 'A' }) },
      time: noon(LATELY),
    });
    const resolved = await scan(scene, { runId: 2 });
    expect(resolved.writes).toEqual(['issues/update']);
    expect(scene.repository.issue(1)).toMatchObject({ state: 'closed', stateReason: 'completed' });
    expect((await scan(scene, { runId: 3 })).writes).toEqual([]);
    scene.repository.commit({ branch: 'main', files: stale });
    await scan(scene, { runId: 4 });
    expect(scene.repository.issues()).toMatchObject([{ number: 1, state: 'open' }]);
    expect(rows(scene.repository.issue(1))).toHaveLength(1);
  });

  test.concurrent('is opened by two scans at once', async () => {
    const scene = createScene(github, 'at-once-issue', { base: stale });
    const isNext = ({ operation, path }: { operation: string | null; path: string }): boolean =>
      operation === 'issues/create' && path.startsWith(`/repos/${scene.source.repository}/`);
    github.before(isNext, async () => {
      await scan(scene, { runId: 12 });
    });
    await scan(scene, { runId: 11 });
    expect(scene.repository.issues().map(({ state }) => state)).toEqual(['open', 'closed']);
    expect((await scan(scene, { runId: 13 })).writes).toEqual([]);
  });

  test.concurrent('renamed, without its label and with text of people, stays the same', async () => {
    const scene = createScene(github, 'edited', { base: stale });
    await scan(scene, { runId: 1 });
    const body = `${scene.repository.issue(1).body}- [ ] Ask Ola\r\n`;
    scene.repository.editIssue(1, { title: 'Our plans', labels: [], body });
    await scan(scene, { runId: 2, inputs: { 'tracking-issue-labels': 'stale plans\nplan-check' } });
    expect(scene.repository.issues()).toMatchObject([{ title: 'Our plans', labels: ['stale plans'], body }]);
  });

  test.concurrent('locked takes no comment, and the scan says so; deleted it is made anew', async () => {
    const scene = createScene(github, 'locked', { base: stale });
    await scan(scene, { runId: 1 });
    scene.repository.editIssue(1, { isLocked: true });
    scene.repository.commit({
      branch: 'main',
      files: { [at('b')]: planText({ title: 'B', expires: null }) },
    });
    const locked = await scan(scene, { runId: 2 });
    expect(locked.annotations.map(told)[0]).toBe(
      'notice The tracking issue 1 is locked, so there is no comment about what is new in it. Unlock it to have them.',
    );
    expect(rows(scene.repository.issue(1))).toHaveLength(2);
    scene.repository.deleteIssue(1);
    expect((await scan(scene, { runId: 3 })).outputs['issue-number']).toBe('2');
  });

  test.concurrent('is asked for, or not', async () => {
    const scene = createScene(github, 'asked', { base: stale });
    const runs = [
      [scheduleEvent(scene.source), { inputs: { 'tracking-issue': 'never' } }],
      [{ ...scheduleEvent(scene.source), name: 'release' }, {}],
    ] as const;
    for (const [event, run] of runs) {
      const result = await scene.runOn(event, run);
      expect(result.outputs).toMatchObject({ 'issue-number': '', 'issue-url': '' });
      expect(result.operations).not.toContain('issues/list-for-repo');
    }
    await scene.runOn(workflowDispatchEvent(scene.source));
    expect(scene.repository.issues()).toHaveLength(1);
  });

  test.concurrent('is printed by a dry run, and written by nobody', async () => {
    const scene = createScene(github, 'dry-issue', { base: stale });
    const result = await scan(scene, { inputs: { 'dry-run': 'true' } });
    expect(result.stdout).toContain('The tracking issue that a run without "dry-run" would open:');
    expect(result.stdout).toContain('│ **1 plan needs a decision:** 1 expired.');
    expect(result.writes).toEqual([]);
  });
});

describe('where GitHub does not take it', () => {
  const base = { [at('a')]: planText({ expires: null }) };

  test.concurrent('for want of a right, a notice names it, and the result stands', async () => {
    const scene = createScene(github, 'no-right', { base });
    github.addToken('scanner', { login: 'github-actions[bot]', permissions: { contents: 'read' } });
    const result = await scan(scene, { token: 'scanner' });
    expect(result.outputs.conclusion).toBe('success');
    expect(result.annotations.map(told)[0]).toBe(
      'notice Could not write the tracking issue: the token lacks the right (Resource not accessible by integration). Add "issues: write" under "permissions:" in the workflow. The result stands in the job summary.',
    );
  });

  test.concurrent('because issues are switched off, a notice says what to do', async () => {
    const scene = createScene(github, 'no-issues', { base });
    scene.repository.disableIssues();
    const result = await scan(scene);
    expect(result.annotations.map(told)[0]).toMatch(
      /^notice Could not open the tracking issue: issues are switched off/,
    );
  });
});
