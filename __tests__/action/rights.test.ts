import { afterAll, describe, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../github/local-github.ts';
import { pullRequestEvent } from '../github/workflow-events.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, visible } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const MISTAKE = planText({ ai: '\n  priority: hihg' });
const FINDING = `error ${PLAN}:11:13 "ai.priority" must be one of critical, high, medium, low; did you mean "high"?`;
const NOTICE =
  'notice Could not write the comment on pull request 1: the token lacks the right (Resource not accessible by integration). Add "pull-requests: write" under "permissions:" in the workflow. The result stands in the job summary.';
const github = await startLocalGitHub();
github.addToken('blind', { login: 'github-actions[bot]', permissions: 'none' });

afterAll(() => github.close());

describe("a fork's token, which may only read,", () => {
  const fork = { branch: 'alice:topic' };
  const readOnly = (token: string): { readonly token: string } => {
    github.addToken(token, { login: 'github-actions[bot]', permissions: 'read' });
    return { token };
  };

  test.concurrent('fails the run for the findings, not for the comment', async () => {
    const scene = createScene(github, 'fork-red', { ...fork, head: { [PLAN]: MISTAKE } });
    const result = await scene.check(readOnly('fork-red'));

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [NOTICE, FINDING],
    });
    expect(result.summary).toContain('### Plan Check: 1 error in 1 changed plan\n');
    expect(result.summary).toContain(`**front-matter-schema**: "ai.priority" must be one of`);
    expect(result.outputs).toMatchObject({ 'comment-id': '', summary: result.summary.trimEnd() });
    expect(result.operations.length).toBeLessThanOrEqual(6);
    expect(scene.comments()).toEqual([]);
  });

  test.concurrent('passes a run without findings', async () => {
    const scene = createScene(github, 'fork-green', { ...fork, head: { [PLAN]: planText() } });
    const result = await scene.check(readOnly('fork-green'));

    expect(outcome(result)).toEqual({
      ...{ exitCode: 0, conclusion: 'success', stderr: '', annotations: [NOTICE] },
    });
    expect(result.summary).toContain('### Plan Check: all well in 1 changed plan\n');
  });

  test.concurrent('is no reason for a notice where no comment is wanted', async () => {
    const scene = createScene(github, 'fork-silent', { ...fork, head: { [PLAN]: planText() } });
    const result = await scene.check({ ...readOnly('fork-silent'), inputs: { comment: 'never' } });

    expect(outcome(result)).toMatchObject({ exitCode: 0, annotations: [] });
  });
});

test.concurrent('a private repository that the token cannot see ends in a sentence', async () => {
  const scene = createScene(github, 'private', { isPrivate: true, head: { [PLAN]: planText() } });

  expect(outcome(await scene.check({ token: 'blind' }))).toEqual({
    ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
    annotations: [
      `error Could not read pull request 1: it is not there, or the token may not see it (Could not resolve to a Repository with the name 'octo/private'.). Check the name, and that the workflow has "pull-requests: read" under "permissions:".`,
    ],
  });
});

describe('under pull_request_target', () => {
  const ALL_OFF = `rules: {front-matter-schema: off, front-matter-syntax: off, expired: off}
plans: ["elsewhere/**"]
ignore: ["**"]
fail-on: never
schema: .github/schema.json
`;
  const hostile = { '.github/plan-check.yml': ALL_OFF, '.github/schema.json': '{}', [PLAN]: MISTAKE };

  test.concurrent("the pull request's own configuration and schema have no effect", async () => {
    const scene = createScene(github, 'target', { branch: 'alice:topic', head: hostile });
    const event = pullRequestEvent(scene.source, { number: 1, isTarget: true });
    const result = await scene.runOn(event);

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', annotations: [FINDING], stderr: '' },
    });
    expect(visible(scene.comments()[0])).toContain('### Plan Check: 1 error in 1 changed plan');
    // The same pull request decides for itself where its token can do no harm, and that is said.
    expect(outcome(await scene.check())).toMatchObject({
      ...{ exitCode: 0, conclusion: 'neutral' },
      annotations: [
        'notice This pull request changes ".github/plan-check.yml" and ".github/schema.json", by which this result was made: look at that change as well.',
      ],
    });
  });

  test.concurrent("the base's configuration and schema count, as they are on the base branch", async () => {
    const owners = { type: 'object', properties: { owner: { pattern: '^Ola' } } };
    const scene = createScene(github, 'target-base', {
      base: {
        '.github/plan-check.yml': 'schema: .github/schema.json\n',
        '.github/schema.json': JSON.stringify(owners),
      },
      head: {
        '.github/plan-check.yml': null,
        '.github/schema.json': '{}',
        [PLAN]: planText({ owner: 'Ines Duarte' }),
      },
    });
    const event = pullRequestEvent(scene.source, { number: 1, isTarget: true });

    expect(outcome(await scene.runOn(event))).toMatchObject({
      exitCode: 1,
      annotations: [`error ${PLAN}:5:8 "owner" must match ^Ola; "Ines Duarte" does not.`],
    });
    expect(outcome(await scene.check())).toMatchObject({ exitCode: 0, conclusion: 'success' });
  });
});
