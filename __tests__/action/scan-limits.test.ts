import { afterAll, describe, expect, test } from '@jest/globals';
import { readIssueBody } from '../../src/report/issue-body.ts';
import type { Report } from '../../src/report/report.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import type { GitHubRequest } from '../github/request.ts';
import { scheduleEvent } from '../github/workflow-events.ts';
import { planText } from './plan-text.ts';
import { createScene, type Files, outcome, told } from './scene.ts';

const github = await startLocalGitHub();
afterAll(() => github.close());

const at = (index: number): string => `docs/plans/active/plan-${index}.md`;
/** The plans whose number is a multiple of `step`, out of 10,000; those of 1,000 have expired. */
const every = (step: number): Files =>
  Object.fromEntries(
    Array.from({ length: 10_000 / step }, (_, count) => count * step).map((index) => [
      at(index),
      planText({ title: `Plan ${index}`, expires: index % 1_000 === 0 ? '2026-02-20' : '2026-06-30' }),
    ]),
  );

/** Of a scan of 10,000 plans: after so many the hour's requests are used up, for the next forty minutes. */
const USED_UP_AFTER = 20;
const LATER = 40 * 60;

describe('a scan of 10,000 plans over the API', () => {
  test('whose hour of requests ends in the middle says when it goes on, and takes nothing for gone', async () => {
    const scene = createScene(github, 'used-up', { base: every(1_000) });
    const before = await scene.runOn(scheduleEvent(scene.source), { runId: 1 });
    expect(outcome(before)).toMatchObject({ exitCode: 0, conclusion: 'success' });
    const opened = scene.repository.issue(1);
    expect(readIssueBody(opened.body)?.memory.plans).toHaveLength(10);

    scene.repository.commit({ branch: 'main', files: every(1) });
    let asked = 0;
    const isHit = ({ graphql }: GitHubRequest): boolean => {
      if (graphql === null) return false;
      asked += 1;
      return asked > USED_UP_AFTER;
    };
    const fault = github.fail({ when: isHit, with: { rateLimited: LATER } });
    const result = await scene.runOn(scheduleEvent(scene.source), { runId: 2, timeout: 110_000 });
    fault.stop();

    expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { conclusion: 'incomplete' } });
    // What is refused is not asked for again and again.
    expect(fault.hits).toBeLessThanOrEqual(3);
    const { coverage, counts } = result.report as Report;
    expect(counts.plans).toBe(3_600);
    expect(coverage.filter(({ blocking }) => blocking)[0]?.message).toMatch(
      /could not be read at the head: .*the limit of the API is used up until \d\d:\d\d UTC\. Run the job again later\./,
    );
    // Whose an issue is, is asked through GraphQL as well.
    expect(scene.repository.issue(1)).toEqual(opened);
    expect(result.annotations.map(told)).toContainEqual(
      expect.stringMatching(
        /^warning Could not write the tracking issue: the limit of the API is used up until \d\d:\d\d UTC\./,
      ),
    );
    expect(scene.repository.comments(1)).toEqual([]);
  });
});
