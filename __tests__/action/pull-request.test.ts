import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import { expectGolden } from '../report/golden-file.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, type Scene, type SceneResult, visible } from './scene.ts';

const GOOD = 'docs/plans/active/audit-log.md';
const MISTYPED = 'docs/plans/active/export.md';
const EXPIRED = 'docs/plans/active/station-map.md';

let github: LocalGitHub;
let scene: Scene;
let first: SceneResult;
let again: SceneResult;
let fixed: SceneResult;
let emptied: SceneResult;
const bodies: string[] = [];
const heads: string[] = [];

/** One pull request through its life: what was wrong, the same event once more, the fix, and no plan any more. */
beforeAll(async () => {
  github = await startLocalGitHub();
  scene = createScene(github, 'pull-request', {
    head: {
      'src/log.ts': 'export {};',
      [GOOD]: planText(),
      [MISTYPED]: planText({ title: 'Export', ai: '\n  priority: hihg' }),
      [EXPIRED]: planText({ title: 'Station map', expires: '2026-02-20' }),
    },
  });
  const run = async (options: { readonly runId: number; readonly runAttempt?: number }) => {
    const result = await scene.check(options);
    bodies.push(visible(scene.comments()[0]));
    heads.push(scene.repository.pullRequest(1).headSha);
    return result;
  };
  first = await run({ runId: 1 });
  again = await run({ runId: 1, runAttempt: 2 });
  scene.push({
    [MISTYPED]: planText({ title: 'Export', ai: '\n  priority: high' }),
    [EXPIRED]: planText({ title: 'Station map', expires: '2026-07-01' }),
  });
  fixed = await run({ runId: 2 });
  scene.push({ [GOOD]: null, [MISTYPED]: null, [EXPIRED]: null });
  emptied = await run({ runId: 3 });
});

afterAll(() => github.close());

describe('a pull request with a good plan, a mistyped one and an expired one', () => {
  test('fails for the mistake, at its line and column of the file', () => {
    expect(first).toMatchObject({ exitCode: 1, stderr: '', workspaceFiles: [] });
    expect(first.annotations).toEqual([
      {
        command: 'error',
        properties: {
          title: 'Plan Check: front-matter-schema',
          ...{ file: MISTYPED, line: '11', endLine: '11', col: '13', endColumn: '16' },
        },
        message: '"ai.priority" must be one of critical, high, medium, low; did you mean "high"?',
      },
      {
        command: 'warning',
        properties: {
          title: 'Plan Check: expired',
          ...{ file: EXPIRED, line: '9', endLine: '9', col: '10', endColumn: '19' },
        },
        message:
          'The plan expired on 2026-02-20, 10 days ago: set "expires" to a day to come, or close the plan.',
      },
    ]);
    expect(first.commands).toEqual(first.annotations);
  });

  test('gets one comment, with a row for each', () => {
    expectGolden('../action/three-plans.md', bodies[0] ?? '');
    expect(scene.comments()).toHaveLength(1);
    expect(scene.comments()[0]?.author).toBe('github-actions[bot]');
    expect(first.operations).toEqual([
      // The list of files tells which plans name the code that changes, and whether a new plan is there already.
      ...['graphql', 'repos/compare-commits-with-basehead', 'git/get-tree', 'graphql'],
      ...['issues/create-comment', 'graphql'],
    ]);
    expect(first.writes).toEqual(['issues/create-comment']);
  });

  test('is told in the job summary too', () => {
    expect(first.summary).toBe(`${bodies[0]}\n`);
  });

  test('has the outputs that were promised', () => {
    const [comment] = scene.comments();
    expect(first.outputs).toEqual({
      ...{ conclusion: 'failure', plans: '3', errors: '1', warnings: '1', notices: '0' },
      ...{ invalid: JSON.stringify([MISTYPED]), expired: JSON.stringify([EXPIRED]), unreviewed: '[]' },
      progress:
        '{"tasks":{"done":3,"total":9},"gates":{"done":0,"total":3},"phases":{"complete":0,"total":6}}',
      ...{ 'comment-id': String(comment?.id), 'comment-url': comment?.url },
      ...{ 'issue-number': '', 'issue-url': '' },
      report: expect.stringMatching(/\/temp\/plan-check\/report\.json$/),
      summary: first.summary.trimEnd(),
    });
  });

  test('has the same in the report', () => {
    expect(first.report).toMatchObject({
      ...{ version: 1, today: '2026-03-02', conclusion: 'failure' },
      trigger: { kind: 'changes', event: 'pull_request', head: heads[0] },
      counts: { plans: 3, errors: 1, warnings: 1, notices: 0, skipped: 0 },
      plans: [
        {
          path: MISTYPED,
          change: 'added',
          delta: null,
          diagnostics: [{ rule: 'front-matter-schema', isNew: true }],
        },
        { path: EXPIRED, change: 'added', delta: null, diagnostics: [{ rule: 'expired', isNew: true }] },
        { path: GOOD, change: 'added', delta: null, diagnostics: [] },
      ],
      ...{ diagnostics: [], coverage: [] },
    });
  });
});

describe('the same event again', () => {
  test('finds the same and writes nothing', () => {
    expect(again).toMatchObject({ exitCode: 1, annotations: first.annotations, summary: first.summary });
    expect({ ...again.outputs, report: '' }).toEqual({ ...first.outputs, report: '' });
    expect(again.writes).toEqual([]);
    expect(bodies[1]).toBe(bodies[0]);
  });
});

describe('the push that fixes it', () => {
  test('passes, and turns the same comment green', () => {
    expect(outcome(fixed)).toEqual({ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' });
    expect(fixed.outputs['comment-id']).toBe(first.outputs['comment-id']);
    expect(fixed.writes).toEqual(['issues/update-comment']);
    expectGolden('../action/three-plans-fixed.md', bodies[2] ?? '');
  });
});

describe('the push that takes the plans out of the pull request', () => {
  test('is nothing to check, and brings the comment up to date', () => {
    expect(outcome(emptied)).toEqual({ exitCode: 0, conclusion: 'neutral', annotations: [], stderr: '' });
    expect(emptied.outputs).toMatchObject({ plans: '0', 'comment-id': first.outputs['comment-id'] });
    expect(emptied.writes).toEqual(['issues/update-comment']);
    expectGolden('../action/three-plans-gone.md', bodies[3] ?? '');
    expect(scene.comments()).toHaveLength(1);
  });

  test('leaves a marker that says what was checked, and when', () => {
    expect(scene.comments()[0]?.body.split('\n')[0]).toMatch(
      new RegExp(
        `^<!-- plan-check \\{"v":1,"key":"default","head":"${heads[3]}","run":3,"attempt":1,"hash":"[0-9a-f]{64}"\\} -->$`,
      ),
    );
  });
});

test('a pull request that changes no plan gets no comment', async () => {
  const quiet = createScene(github, 'quiet', { base: { [GOOD]: planText() }, head: { 'src/log.ts': '' } });
  const result = await quiet.check();

  expect(outcome(result)).toEqual({ exitCode: 0, conclusion: 'neutral', annotations: [], stderr: '' });
  expect(result.writes).toEqual([]);
  expect(quiet.comments()).toEqual([]);
  expect(result.outputs).toMatchObject({ plans: '0', 'comment-id': '', 'comment-url': '' });
});
