import { afterAll, describe, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../github/local-github.ts';
import type { GitHubRequest } from '../github/request.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, type Scene, type SceneResult, visible } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const MISTAKE = planText({ ai: '\n  priority: hihg' });
const RED = '### Plan Check: 1 error in 1 changed plan\n';
const GREEN = '### Plan Check: all well in 1 changed plan\n';
const github = await startLocalGitHub();
afterAll(() => github.close());

/** The next such request in the scene's repository waits until `meanwhile` is done. */
function meanwhile(scene: Scene, operation: string, work: () => Promise<unknown>): void {
  const isNext = (request: GitHubRequest): boolean =>
    request.operation === operation && request.path.startsWith(`/repos/${scene.source.repository}/`);
  github.before(isNext, async () => {
    await work();
  });
}

const chat = (scene: Scene, count: number): void => {
  for (let index = 0; index < count; index += 1) {
    scene.repository.addComment({ issue: 1, author: 'alice', body: `Comment ${index}.` });
  }
};

describe('two runs that finish in the wrong order', () => {
  test.concurrent('leave the newer result, where there was a comment already', async () => {
    const scene = createScene(github, 'wrong-order', { head: { [PLAN]: planText() } });
    await scene.check({ runId: 10 });
    scene.push({ [PLAN]: MISTAKE });
    let newer: SceneResult | null = null;
    // The slow run has read everything and is about to look at its comment once more.
    meanwhile(scene, 'issues/get-comment', async () => {
      scene.push({ [PLAN]: planText({ last_updated: '2026-02-21' }) });
      newer = await scene.check({ runId: 12 });
    });
    const older = await scene.check({ runId: 11 });

    expect(older).toMatchObject({ exitCode: 1, outputs: { conclusion: 'failure' } });
    expect(older.annotations.at(0)?.message).toBe(
      'A newer run has already written the comment, so this one left it alone.',
    );
    expect(newer).toMatchObject({ exitCode: 0, outputs: { conclusion: 'success' } });
    expect(scene.comments()).toHaveLength(1);
    expect(visible(scene.comments()[0])).toContain(GREEN);
  });

  test.concurrent('leave the newer result, where both are about the same commit', async () => {
    const scene = createScene(github, 'same-head', { head: { [PLAN]: planText() } });
    scene.push({ [PLAN]: MISTAKE });
    await scene.check({ runId: 25 });
    const late = await scene.check({ runId: 24, runAttempt: 3, inputs: { plans: 'elsewhere/**' } });

    expect(late).toMatchObject({ exitCode: 0, outputs: { conclusion: 'neutral' }, writes: [] });
    expect(visible(scene.comments()[0])).toContain(RED);
  });

  test.concurrent('leave the newer result, where a run starts only after it', async () => {
    const scene = createScene(github, 'late-start', { head: { [PLAN]: MISTAKE } });
    await scene.check({ runId: 22 });
    scene.push({ [PLAN]: planText() });
    const late = await scene.check({ runId: 21 });

    expect(late).toMatchObject({ exitCode: 0, writes: [] });
    expect(visible(scene.comments()[0])).toContain(RED);
  });
});

test.concurrent('two runs that create at once leave one comment, with what the newer one says', async () => {
  const scene = createScene(github, 'at-once', { head: { [PLAN]: MISTAKE } });
  let newer: SceneResult | null = null;
  meanwhile(scene, 'issues/create-comment', async () => {
    scene.push({ [PLAN]: planText() });
    newer = await scene.check({ runId: 32 });
  });
  const older = await scene.check({ runId: 31 });

  expect(older).toMatchObject({ exitCode: 1 });
  expect(newer).toMatchObject({ exitCode: 0 });
  expect(scene.comments()).toHaveLength(1);
  expect(visible(scene.comments()[0])).toContain(GREEN);
});

test.concurrent('two runs that create at once, and that cannot look for the other, say so: the next one leaves one', async () => {
  const scene = createScene(github, 'unseen', { head: { [PLAN]: planText() } });
  const [owner, repo] = scene.source.repository.split('/');
  const fault = github.fail({
    when: ({ graphql }) =>
      graphql?.query.startsWith('query comments(') === true &&
      graphql.variables.owner === owner &&
      graphql.variables.repo === repo,
    with: { status: 403, body: { message: 'No' } },
  });
  meanwhile(scene, 'issues/create-comment', async () => {
    await scene.check({ runId: 34 });
  });
  const older = await scene.check({ runId: 33 });

  expect(scene.comments()).toHaveLength(2);
  expect(outcome(older)).toMatchObject({
    ...{ exitCode: 0, conclusion: 'success' },
    annotations: [
      expect.stringContaining(
        'Whether another run made a comment of Plan Check at the same time could not be read: where there are two, the next run leaves one of them.',
      ),
    ],
  });
  fault.stop();
  expect(outcome(await scene.check({ runId: 35 }))).toMatchObject({ annotations: [] });
  expect(scene.comments()).toHaveLength(1);
});

describe('a comment with a planted marker', () => {
  test.concurrent("of a stranger's is not touched, and ours is made beside it", async () => {
    const scene = createScene(github, 'planted', { head: { [PLAN]: MISTAKE } });
    const [head] = [scene.repository.pullRequest(1).headSha];
    const marker = `<!-- plan-check {"v":1,"key":"default","head":"${head}","run":999,"attempt":1,"hash":"${'0'.repeat(64)}"} -->`;
    const planted = scene.repository.addComment({
      issue: 1,
      author: 'mallory',
      body: `${marker}\n✅ All well.`,
    });
    const result = await scene.check({ runId: 41 });

    expect(result.exitCode).toBe(1);
    const [theirs, ours, ...more] = scene.comments();
    expect(theirs).toEqual(planted);
    expect(ours?.author).toBe('github-actions[bot]');
    expect(visible(ours)).toContain(RED);
    expect(more).toEqual([]);
  });
});

test.concurrent('our comment is found on the third page', async () => {
  const scene = createScene(github, 'third-page', { head: { [PLAN]: MISTAKE } });
  chat(scene, 230);
  const created = await scene.check({ runId: 51 });
  chat(scene, 30);
  scene.push({ [PLAN]: planText() });
  const updated = await scene.check({ runId: 52 });

  expect(outcome(updated)).toEqual({ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' });
  expect(updated.outputs['comment-id']).toBe(created.outputs['comment-id']);
  expect(updated.writes).toEqual(['issues/update-comment']);
  const ours = scene.comments().filter(({ author }) => author === 'github-actions[bot]');
  expect(ours.map(visible)).toEqual([expect.stringContaining(GREEN)]);
  expect(scene.comments().findIndex(({ id }) => id === ours[0]?.id)).toBe(230);
});

describe('a comment that is not there any more', () => {
  test.concurrent('is made anew', async () => {
    const scene = createScene(github, 'deleted', { head: { [PLAN]: MISTAKE } });
    await scene.check({ runId: 61 });
    scene.push({ [PLAN]: planText() });
    meanwhile(scene, 'issues/get-comment', async () => {
      for (const { id } of scene.comments()) scene.repository.deleteComment(id);
    });
    const result = await scene.check({ runId: 62 });

    expect(outcome(result)).toMatchObject({ exitCode: 0, annotations: [] });
    expect(scene.comments().map(visible)).toEqual([expect.stringContaining(GREEN)]);
  });
});
