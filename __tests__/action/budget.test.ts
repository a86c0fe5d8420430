import { afterAll, describe, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../github/local-github.ts';
import { planText } from './plan-text.ts';
import { createScene, type Files, outcome, type Scene, visible } from './scene.ts';

const github = await startLocalGitHub();
afterAll(() => github.close());

const named = (count: number, entry: (index: number) => readonly [string, string]): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));

const path = (index: number): string => `docs/plans/active/plan-${index}.md`;
const plans = (count: number, keys: Readonly<Record<string, string>> = {}): Files =>
  named(count, (index) => [path(index), planText({ title: `Plan ${index}`, ...keys })]);
const sources = (count: number, text: string): Files =>
  named(count, (index) => [`src/module-${index}.ts`, text]);

function chat(scene: Scene, count: number): void {
  for (let index = 0; index < count; index += 1) {
    scene.repository.addComment({ issue: 1, author: 'alice', body: `Comment ${index}.` });
  }
}

const changed = { last_updated: '2026-03-02' };

describe('a typical pull request takes six requests at the most, one of them a write', () => {
  test.concurrent('with 100 changed plans and 100 comments, when the comment is created, updated and left alone', async () => {
    const scene = createScene(github, 'typical', { base: plans(100), head: plans(100, changed) });
    chat(scene, 99);
    const created = await scene.check({ runId: 1 });
    const same = await scene.check({ runId: 2 });
    scene.push({ [path(0)]: planText({ title: 'Plan 0', ai: '\n  priority: hihg' }) });
    const updated = await scene.check({ runId: 3 });

    expect(outcome(created)).toEqual({ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' });
    expect(created.outputs.plans).toBe('100');
    expect(created.writes).toEqual(['issues/create-comment']);
    expect(created.operations.length).toBeLessThanOrEqual(6);
    expect(same.writes).toEqual([]);
    expect(same.operations.length).toBeLessThanOrEqual(6);
    expect(updated).toMatchObject({ exitCode: 1, outputs: { plans: '100', errors: '1' } });
    expect(updated.writes).toEqual(['issues/update-comment']);
    expect(updated.operations.length).toBeLessThanOrEqual(6);
  });

  test.concurrent('with plans that refer to plans of which the pull request says nothing', async () => {
    const others = named(100, (index) => [
      `docs/plans/completed/done-${index}.md`,
      planText({ status: 'completed', supersedes: `[older-${index}.md]` }),
    ]);
    const older = named(100, (index) => [
      `docs/plans/completed/older-${index}.md`,
      planText({ status: 'superseded', superseded_by: `[done-${index}.md]` }),
    ]);
    const referring = (keys: Readonly<Record<string, string>>): Files =>
      named(100, (index) => [
        path(index),
        planText({ title: `Plan ${index}`, related_plans: `[../completed/done-${index}.md]`, ...keys }),
      ]);
    const scene = createScene(github, 'referring', {
      base: { ...others, ...older, ...referring({}) },
      head: referring(changed),
    });
    const result = await scene.check();

    expect(outcome(result)).toEqual({ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' });
    expect(result.operations.length).toBeLessThanOrEqual(6);
    expect(result.writes).toHaveLength(1);
  });

  test.concurrent('with plans that name code which the pull request leaves alone, without the list of files', async () => {
    const code = { related_code: '[src/module-0.ts, "src/*.ts"]' };
    const scene = createScene(github, 'naming-code', {
      base: { ...sources(1, 'one'), ...plans(100, code) },
      head: plans(100, { ...code, ...changed }),
    });
    const result = await scene.check();

    expect(outcome(result)).toEqual({ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' });
    expect(result.operations).not.toContain('git/get-tree');
    expect(result.operations.length).toBeLessThanOrEqual(6);
  });

  test.concurrent('that moves a plan which others name', async () => {
    const done = { 'docs/plans/archived/plan-0.md': planText({ title: 'Plan 0', status: 'archived' }) };
    const referring = planText({ title: 'Plan 1', related_plans: '[../archived/plan-0.md]' });
    const scene = createScene(github, 'moving', {
      base: plans(50),
      head: { [path(0)]: null, ...done, [path(1)]: referring },
    });
    const result = await scene.check();

    expect(outcome(result)).toMatchObject({ exitCode: 0, annotations: [] });
    expect(result.operations.length).toBeLessThanOrEqual(6);
  });
});

describe('a huge pull request', () => {
  test.concurrent('with 300 changed plans in 3,000 files takes 45 requests at the most', async () => {
    const scene = createScene(github, 'huge', {
      base: { ...plans(300), ...sources(2_700, 'one') },
      head: { ...plans(300, changed), ...sources(2_700, 'two'), [path(299)]: planText({ owner: null }) },
    });
    const result = await scene.check();

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [`error ${path(299)}:1:1 Add the missing key "owner".`],
    });
    expect(result.outputs).toMatchObject({ plans: '300', errors: '1' });
    expect(result.operations.length).toBeLessThanOrEqual(45);
    expect(result.writes).toHaveLength(1);
    expect(visible(scene.comments()[0]).length).toBeLessThan(65_536);
  });

  test.concurrent('with more files than GitHub lists is complete through the trees', async () => {
    const scene = createScene(github, 'beyond', {
      base: sources(3_100, 'one'),
      // In the order of GitHub's list the plan comes last, where it is cut off.
      head: { ...sources(3_100, 'two'), 'zz/plans/late.md': planText({ owner: null }) },
    });
    const result = await scene.check({ inputs: { plans: '**/plans/*.md' } });

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [
        'error zz/plans/late.md:4:9 The plan becomes active without "owner": add what is missing, or leave it a draft.',
      ],
    });
    expect(result.outputs).toMatchObject({ plans: '1', errors: '1' });
    expect(result.operations.length).toBeLessThanOrEqual(45);
  });

  test.concurrent('whose trees are cut off as well is incomplete and red', async () => {
    const small = await startLocalGitHub({ truncateTreeOver: 1_000 });
    try {
      const scene = createScene(small, 'cut-off', {
        base: sources(3_100, 'one'),
        head: {
          ...sources(3_100, 'two'),
          [path(0)]: planText(),
          'zz/plans/late.md': planText({ owner: null }),
        },
      });
      const result = await scene.check({ inputs: { plans: '**/plans/**/*.md' } });

      expect(outcome(result)).toEqual({
        ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
        annotations: [
          'error GitHub listed 3000 of 3102 changed files and no more, and the repository is too large to compare it whole, so changed plans may be missing. Split the change into smaller ones.',
        ],
      });
      expect(visible(scene.comments()[0])).toContain(
        '### Plan Check: incomplete, no finding in 1 changed plan so far\n',
      );
      expect(result.operations.length).toBeLessThanOrEqual(50);
    } finally {
      await small.close();
    }
  });
});
