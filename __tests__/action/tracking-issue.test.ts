import { afterAll, describe, expect, test } from '@jest/globals';
import { readIssueBody } from '../../src/report/issue-body.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import type { LocalIssue } from '../github/local-repository.ts';
import { scheduleEvent, workflowDispatchEvent } from '../github/workflow-events.ts';
import { expectGolden } from '../report/golden-file.ts';
import { at, everyState, LATELY, noon } from './every-state.ts';
import { scanInShards } from './in-shards.ts';
import { planText } from './plan-text.ts';
import { createScene, type Scene, type SceneResult, type SceneRun, told } from './scene.ts';

const github = await startLocalGitHub();
afterAll(() => github.close());

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
      const [plan = '', , state, since] = line.split(' | ').map((cell) => cell.replace(/^\| /, ''));
      return [plan, state, since].join(' | ');
    });

test.concurrent('a repository with a plan in every state: the issue, and its next day', async () => {
  const scene = everyState(github, 'every-state');
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

test.concurrent('a scan in three parts: one issue, the same as of one run', async () => {
  const scene = everyState(github, 'every-state-in-parts');
  const { parts, merged } = await scanInShards(scene, 3, { runId: 100 });
  expect(parts.map(({ writes }) => writes)).toEqual([[], [], []]);
  expect(merged.writes).toEqual(['issues/create']);
  expect(merged.outputs).toMatchObject({ conclusion: 'success', 'issue-number': '1' });
  const opened = scene.repository.issue(1);

  const whole = everyState(github, 'every-state-whole');
  const one = await scan(whole, { runId: 100 });
  expect(opened.body.replaceAll('every-state-in-parts', 'every-state-whole')).toBe(
    whole.repository.issue(1).body,
  );
  expect(merged.summary.replaceAll('every-state-in-parts', 'every-state-whole')).toBe(one.summary);
  expect((await scan(scene, { runId: 101 })).writes).toEqual([]);

  const nextDay = await scanInShards(scene, 2, { runId: 102, inputs: { today: '2026-03-03' } });
  expect(nextDay.merged.writes).toEqual(['issues/update', 'issues/create-comment']);
  const again = await scan(scene, { runId: 103, inputs: { today: '2026-03-03' } });
  expect(again.writes).toEqual([]);
  expect(scene.repository.issues()).toHaveLength(1);
});

test.concurrent('what a review and a change end is gone, though another plan names too much code', async () => {
  const scene = everyState(github, 'beside-a-broad-one');
  const time = noon('2026-02-27');
  const broad = planText({ title: 'Broad', related_code: '["**"]' });
  scene.repository.commit({ branch: 'main', files: { [at('broad')]: broad }, time });
  await scan(scene, { runId: 1 });
  const states = () => rows(scene.repository.issue(1)).map((row) => row.replace(/\(http[^)]*\)/, ''));
  expect(states()).toContain('[Drifting] | **drifting** | 2026-02-27');
  const files = {
    [at('drifting')]: planText({
      title: 'Drifting',
      reviewed: '2026-02-28',
      related_code: '[src/berths.ts]',
    }),
    [at('dormant')]: planText({ title: 'Dormant', reviewed: '2026-02-28' }),
    // No such state: nothing of it is known any more, and that makes it no better.
    [at('expired-late')]: planText({ title: 'Expired late', status: 'actve', expires: '2026-02-20' }),
  };
  scene.repository.commit({ branch: 'main', files, time: noon('2026-02-28') });
  await scan(scene, { runId: 2 });
  expect(states().filter((row) => /Drifting|Dormant|late/.test(row))).toEqual([
    '[Expired late] | **expired** (not looked at) | 2026-02-21',
  ]);
});

test.concurrent('a part that is missing closes nothing, and takes no plan for gone', async () => {
  const scene = everyState(github, 'a-part-missing');
  await scan(scene, { runId: 1 });
  const before = rows(scene.repository.issue(1));
  const { merged } = await scanInShards(scene, 3, { runId: 2, without: 2 });
  expect(merged.outputs.conclusion).toBe('incomplete');
  const issue = scene.repository.issue(1);
  expect(issue.state).toBe('open');
  expect(rows(issue)).toHaveLength(before.length);
  expect(section(issue)).toContain('(not looked at)');
  expect(section(issue)).not.toContain('Gone since');
  expect(scene.repository.comments(1)).toEqual([]);
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

  test.concurrent('is about the default branch, unless it is always to be written', async () => {
    const scene = createScene(github, 'aside', { base: stale });
    scene.repository.commit({ branch: 'topic', from: 'main', files: { [at('b')]: stale[at('a')] ?? '' } });
    const event = workflowDispatchEvent(scene.source, { branch: 'topic' });
    const result = await scene.runOn(event);
    expect(result.annotations.map(told)[0]).toBe(
      'notice This scan is about "topic" and not about the default branch, so the tracking issue was left alone; set the input "tracking-issue" to always if it is to be written all the same.',
    );
    expect(result.outputs).toMatchObject({ conclusion: 'success', 'issue-number': '' });
    expect(result.operations).not.toContain('issues/list-for-repo');
    expect((await scene.runOn(event, { inputs: { 'tracking-issue': 'always' } })).writes).toEqual([
      'issues/create',
    ]);
  });

  test.concurrent("is not written by a branch because the branch's own configuration says so", async () => {
    const scene = createScene(github, 'aside-always', { base: stale });
    await scan(scene, { runId: 1 });
    const before = scene.repository.issue(1);
    scene.repository.commit({
      ...{ branch: 'topic', from: 'main' },
      files: { [at('a')]: null, '.github/plan-check.yml': 'tracking-issue: always\n' },
    });
    const result = await scene.runOn(workflowDispatchEvent(scene.source, { branch: 'topic' }), { runId: 2 });
    expect(result).toMatchObject({ exitCode: 0, writes: [] });
    expect(result.annotations.map(told)[0]).toBe(
      'notice This scan is about "topic" and not about the default branch, so the tracking issue was left alone, and its own configuration cannot have that changed; set the input "tracking-issue" to always if it is to be written all the same.',
    );
    expect(scene.repository.issue(1)).toEqual(before);
  });

  test.concurrent('follows a plan that moves, and comments on nothing', async () => {
    const scene = createScene(github, 'moved', { base: { [at('berths')]: stale[at('a')] ?? '' } });
    await scan(scene, { runId: 1 });
    const to = at('harbour/berths');
    scene.repository.commit({
      ...{ branch: 'main', time: noon(LATELY) },
      files: { [at('berths')]: null, [to]: stale[at('a')] ?? '' },
    });
    expect((await scan(scene, { runId: 2 })).writes).toEqual(['issues/update']);
    expect(section(scene.repository.issue(1))).toContain(`/${to})`);
    expect(section(scene.repository.issue(1))).not.toMatch(/(?:New|Gone) since/);
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
