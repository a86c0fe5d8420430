import { afterAll, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import { scheduleEvent } from '../github/workflow-events.ts';
import { createScene } from './scene.ts';

const github = await startLocalGitHub();
afterAll(() => github.close());

const COUNT = 1_050;
/** The contents of 200 files are one request. */
const BATCHES = Math.ceil(1_000 / 200) + Math.ceil(50 / 200);

test('a scan without a check-out asks for the tree and for two hundred plans at once', async () => {
  const text = '---\ntype: plan\nstatus: archived\nowner: Ola\n---\n# A plan\n';
  const files = Object.fromEntries(
    Array.from({ length: COUNT }, (_, index) => [`docs/plans/archived/p${index}.md`, text]),
  );
  const scene = createScene(github, 'many-plans', { base: files });
  const { report, operations } = await scene.runOn(scheduleEvent(scene.source), {
    inputs: { 'tracking-issue': 'never' },
  });

  expect((report as Report).counts.plans).toBe(COUNT);
  expect(operations.slice(0, 2)).toEqual(['graphql', 'git/get-tree']);
  // And what the history of the plans costs.
  expect(operations.length).toBeLessThanOrEqual(2 + BATCHES + 2);
});
