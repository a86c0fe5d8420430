import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import {
  mergeGroupEvent,
  pushEvent,
  scheduleEvent,
  type WorkflowEvent,
  workflowDispatchEvent,
} from '../github/workflow-events.ts';
import { removeFolders, temporaryRepository } from '../repository/git/temporary-repository.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, type SceneResult, told } from './scene.ts';

const [OLD, NEW] = ['docs/plans/active/old.md', 'docs/plans/active/new.md'];
const THIRD = 'docs/plans/active/third.md';
const MISTAKE = planText({ title: 'New', ai: '\n  priority: hihg' });
const FINDING = `error ${NEW}:11:13 "ai.priority" must be one of critical, high, medium, low; did you mean "high"?`;
/** Of the commits, in seconds since 1970: no plan lies still. */
const LATELY = Date.parse('2026-03-01T12:00:00Z') / 1000;
const AS_WARNING = FINDING.replace('error', 'warning');
const github = await startLocalGitHub();
afterAll(async () => {
  removeFolders();
  await github.close();
});

/** A change that brings a mistake, on a branch with an old plan of which it says nothing. */
function changed(name: string) {
  const scene = createScene(github, name, {
    ...{ base: { [OLD]: planText({ expires: null, reviewed: null }) }, time: LATELY },
  });
  const before = scene.repository.resolve('main');
  const after = scene.repository.commit({ branch: 'main', files: { [NEW]: MISTAKE }, time: LATELY });
  return { scene, before, after };
}

const paths = ({ report }: SceneResult): readonly string[] =>
  (report as Report).plans.map(({ path }) => path);

/** Whatever the event, only a pull request gets a comment. */
function expectNoComment({ writes, outputs }: SceneResult): void {
  expect(writes).toEqual([]);
  expect(outputs).toMatchObject({ 'comment-id': '', 'comment-url': '' });
}

describe('a merge group', () => {
  test.concurrent('is checked between its base and its head, without a comment', async () => {
    const { scene, before, after } = changed('merge-group');
    const result = await scene.runOn(mergeGroupEvent(scene.source, { base: before, head: after }));

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', annotations: [FINDING], stderr: '' },
    });
    expect(paths(result)).toEqual([NEW]);
    expect(result.summary).toContain('### Plan Check: 1 error in 1 changed plan\n');
    expectNoComment(result);
  });
});

describe('a push', () => {
  test.concurrent('is checked between before and after', async () => {
    const { scene, before } = changed('push');
    const result = await scene.runOn(pushEvent(scene.source, { branch: 'main', before }));

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', annotations: [FINDING], stderr: '' },
    });
    expect(paths(result)).toEqual([NEW]);
    expectNoComment(result);
  });

  test.concurrent.each(['auto', 'changes'])(
    'that is the first of all, in mode %s, is about every plan, and fails',
    async (mode) => {
      const { scene } = changed(`first-push-${mode}`);
      const result = await scene.runOn(pushEvent(scene.source, { branch: 'main', before: null }), {
        inputs: { mode },
      });

      expect(outcome(result)).toMatchObject({ exitCode: 1, conclusion: 'failure', stderr: '' });
      expect(result.annotations.map(told)).toContain(FINDING);
      expect(paths(result).toSorted()).toEqual([NEW, OLD]);
      expectNoComment(result);
    },
  );

  test.concurrent('that is the first of its branch is about what it brings to the default branch', async () => {
    const { scene } = changed('first-of-branch');
    scene.repository.commit({ branch: 'topic', from: 'main', files: { [THIRD]: MISTAKE } });
    const result = await scene.runOn(pushEvent(scene.source, { branch: 'topic', before: null }));

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [FINDING.replace(NEW, THIRD)],
    });
    expect(paths(result)).toEqual([THIRD]);
    expectNoComment(result);
  });

  test.concurrent('of a new branch or tag that brings nothing touches no plan', async () => {
    const { scene } = changed('tagged');
    scene.repository.commit({ branch: 'topic', from: 'main', files: {} });
    const result = await scene.runOn(pushEvent(scene.source, { branch: 'topic', before: null }));
    expect(outcome(result)).toMatchObject({ exitCode: 0, conclusion: 'neutral', stderr: '' });
  });

  test.concurrent('that is forced is about what it takes back as well', async () => {
    const { scene, before, after } = changed('taken-back');
    const repaired = scene.repository.commit({ branch: 'main', files: { [NEW]: null } });
    scene.repository.commit({ branch: 'forced', from: after, files: { 'README.md': 'Other.' } });
    const result = await scene.runOn(pushEvent(scene.source, { branch: 'forced', before: repaired }));

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', annotations: [FINDING], stderr: '' },
    });
    expect((result.report as Report).trigger.base).toBe(repaired);
    expect(before).not.toBe(repaired);
  });

  test.concurrent('whose commit before is gone is incomplete', async () => {
    const { scene } = changed('forced');
    const result = await scene.runOn(pushEvent(scene.source, { branch: 'main', before: 'f'.repeat(40) }));

    expect(outcome(result)).toMatchObject({ exitCode: 1, stderr: '' });
    expect(result.annotations[0]?.message).toBe(
      `"${'f'.repeat(40)}" is not there any more, so nothing can be compared with it and every file counts as added. Push once more to compare again.`,
    );
  });

  test.concurrent('that deletes its branch has nothing to check', async () => {
    const { scene, before } = changed('deletion');
    const event = pushEvent(scene.source, { branch: 'main', before });
    const payload = { ...event.payload, after: '0'.repeat(40), deleted: true };
    const result = await scene.runOn({ ...event, payload });

    expect(outcome(result)).toEqual({
      ...{ exitCode: 0, conclusion: 'neutral', stderr: '' },
      annotations: ['notice The push deleted its branch or tag. There is nothing to check.'],
    });
    expect(result.operations).toEqual([]);
  });
});

/** What is asked for the tracking issue is told where it is tested. */
const NO_ISSUE = { inputs: { 'tracking-issue': 'never' } };

describe('a scan', () => {
  const scans: readonly (readonly [
    string,
    (source: Parameters<typeof scheduleEvent>[0]) => WorkflowEvent,
  ])[] = [
    ['schedule', scheduleEvent],
    ['workflow_dispatch', workflowDispatchEvent],
  ];

  test.concurrent.each(scans)('on %s is about every plan, and fails nothing', async (name, eventOf) => {
    const { scene } = changed(name);
    const result = await scene.runOn(eventOf(scene.source), NO_ISSUE);

    expect(outcome(result)).toEqual({
      ...{ exitCode: 0, conclusion: 'success', stderr: '' },
      annotations: [
        AS_WARNING,
        `warning ${OLD}:1:1 The plan is active and has no end: write its last day into "expires".`,
        `warning ${OLD}:1:1 The plan is active and was never reviewed: compare it with reality and write the day into "reviewed". Once reviewed, write "reviewed: 2026-03-02".`,
      ],
    });
    expect(paths(result)).toEqual([NEW, OLD]);
    // The settings, the list of files, the plans, the baseline, and what happened to them.
    expect(result.operations).toEqual(['graphql', 'git/get-tree', 'graphql', 'graphql', 'graphql']);
    expectNoComment(result);
  });

  test.concurrent('that finds no plan says where it looked', async () => {
    const scene = createScene(github, 'no-plans', { base: { 'README.md': 'Nothing yet.' } });
    const result = await scene.runOn(scheduleEvent(scene.source), { inputs: { plans: 'plan/*.md\nrfc/**' } });
    const reason = 'No file matches "plan/*.md" and "rfc/**": set "plans" to where your plans lie.';

    expect(outcome(result)).toEqual({
      ...{ exitCode: 0, conclusion: 'neutral', stderr: '', annotations: [`notice ${reason}`] },
    });
    expect(result.summary).toContain('### Plan Check: nothing to check\n\nNo plan was found.\n');
    expect(result.summary).toContain('"rfc/&#42;&#42;": set "plans" to where your plans lie');
    expect(result.writes).toEqual([]);
  });

  test.concurrent('fails where it is told to', async () => {
    const { scene } = changed('strict-scan');
    const result = await scene.runOn(scheduleEvent(scene.source), { inputs: { 'fail-on': 'warning' } });

    expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: 'failure' } });
  });

  test.concurrent('reads the check-out of its commit, and asks GitHub for nothing', async () => {
    const checkOut = temporaryRepository();
    checkOut.write(NEW, MISTAKE);
    const head = checkOut.commit('Plan', '2026-03-01T12:00:00Z');
    // What is not committed is not what the event is about.
    checkOut.write(NEW, planText());
    const { scene } = changed('check-out');
    const result = await scene.runOn(
      { ...scheduleEvent(scene.source), sha: head },
      { ...NO_ISSUE, workspace: checkOut.root },
    );

    expect(outcome(result)).toMatchObject({ exitCode: 0, conclusion: 'success', annotations: [AS_WARNING] });
    expect(result.report).toMatchObject({ trigger: { kind: 'scan', event: 'schedule', head } });
    expect(result.operations).toEqual([]);
  });

  test.concurrent('does not take a check-out of another commit for its own', async () => {
    const checkOut = temporaryRepository();
    checkOut.write('docs/plans/active/other.md', planText());
    checkOut.commit('Another');
    const { scene } = changed('other-check-out');
    const result = await scene.runOn(scheduleEvent(scene.source), { workspace: checkOut.root });

    expect(paths(result).toSorted()).toEqual([NEW, OLD]);
  });
});

test.concurrent('an event that is not known is a scan, and a notice names it', async () => {
  const { scene } = changed('unknown');
  const event = { ...workflowDispatchEvent(scene.source), name: 'issue_comment' };
  const result = await scene.runOn(event);

  expect(outcome(result)).toMatchObject({ exitCode: 0, conclusion: 'success', stderr: '' });
  expect(result.annotations[0]).toEqual({
    ...{ command: 'notice', properties: {} },
    message:
      'The event "issue_comment" is not one that Plan Check knows, so every plan was checked; set "mode" to scan if that is what you want.',
  });
  expect(paths(result).toSorted()).toEqual([NEW, OLD]);
  expectNoComment(result);
});

describe('the mode', () => {
  test.concurrent('scan looks at every plan of a pull request', async () => {
    const scene = createScene(github, 'mode-scan', {
      ...{ base: { [OLD]: planText() }, head: { [NEW]: MISTAKE }, time: LATELY },
    });
    const result = await scene.check({ inputs: { mode: 'scan' } });

    expect(outcome(result)).toMatchObject({ exitCode: 0, conclusion: 'success', annotations: [AS_WARNING] });
    expect(paths(result).toSorted()).toEqual([NEW, OLD]);
    expectNoComment(result);
  });

  test.concurrent('changes cannot be had of an event without a range', async () => {
    const { scene } = changed('mode-changes');
    const result = await scene.runOn(scheduleEvent(scene.source), { inputs: { mode: 'changes' } });

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
      annotations: [
        'error "mode" is "changes", but the event "schedule" has no range of commits to compare: run on "pull_request", "pull_request_target", "merge_group" or "push", or set "mode" to auto or scan.',
      ],
    });
  });
});
