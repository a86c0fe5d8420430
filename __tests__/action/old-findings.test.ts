import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import { expectGolden } from '../report/golden-file.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, visible } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const MISTAKE = { ai: '\n  priority: hihg' };
const github = await startLocalGitHub();
afterAll(() => github.close());

/** One more task is done, and nothing else moves but by the lines put in above. */
const ticked = (text: string): string =>
  text
    .replace('- [ ] Write them down', '- [x] Write them down')
    .replace('# A plan', '# A plan\n\nA new line.');

describe('a mistake that was there before the pull request', () => {
  test.concurrent('is folded and fails nothing, though its line moved', async () => {
    const before = planText({ ...MISTAKE, expires: '2026-02-01' });
    const after = ticked(planText({ stakeholders: 'Everybody', ...MISTAKE, expires: '2026-02-01' }));
    const scene = createScene(github, 'old', { base: { [PLAN]: before }, head: { [PLAN]: after } });
    const result = await scene.check();

    expect(outcome(result)).toEqual({ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' });
    expect(result.outputs).toMatchObject({ errors: '0', warnings: '0', expired: JSON.stringify([PLAN]) });
    expectGolden('../action/old-findings.md', visible(scene.comments()[0]));
  });

  test.concurrent('stays folded beside a new one, which alone fails', async () => {
    const scene = createScene(github, 'old-and-new', {
      base: { [PLAN]: planText(MISTAKE) },
      head: { [PLAN]: planText({ ...MISTAKE, created: '2026-02-30' }) },
    });
    const result = await scene.check();

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [
        `error ${PLAN}:6:10 "2026-02-30" in "created" is not a day of the calendar: write one as YYYY-MM-DD.`,
      ],
    });
    expect(visible(scene.comments()[0])).toContain(
      '<summary>1 finding that was there before this PR</summary>',
    );
  });

  test.concurrent('counts again where the plan changes its lifecycle', async () => {
    const scene = createScene(github, 'activated', {
      base: { [PLAN]: planText({ ...MISTAKE, status: 'draft' }) },
      head: { [PLAN]: planText(MISTAKE) },
    });

    expect(outcome(await scene.check())).toMatchObject({ exitCode: 1, conclusion: 'failure' });
  });
});

describe('a renamed plan', () => {
  const OLD = 'docs/plans/active/log.md';
  const NEW = 'docs/plans/completed/log.md';
  const MOVED = 'docs/plans/active/audit/log.md';

  test.concurrent('is one row, with what moved in it', async () => {
    const scene = createScene(github, 'renamed', {
      base: { [OLD]: planText(MISTAKE) },
      head: { [OLD]: null, [MOVED]: ticked(planText(MISTAKE)) },
    });
    const result = await scene.check();

    expect(outcome(result)).toEqual({ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' });
    const { plans } = result.report as Report;
    expect(plans).toMatchObject([
      {
        ...{ path: MOVED, previousPath: OLD, change: 'renamed' },
        delta: {
          tasks: { ticked: [{ text: 'Write them down', kind: 'task', phase: 'Collect' }], added: [] },
        },
      },
    ]);
    expectGolden('../action/renamed.md', visible(scene.comments()[0]));
  });

  test.concurrent('that is completed with open boxes says so', async () => {
    const scene = createScene(github, 'completed', {
      base: { [OLD]: planText() },
      head: { [OLD]: null, [NEW]: ticked(planText({ status: 'completed' })) },
    });

    expect(outcome(await scene.check())).toEqual({
      ...{ exitCode: 0, conclusion: 'success', stderr: '' },
      annotations: [
        `warning ${NEW}:27:1 The plan is completed, and this is still open: "Nothing is lost" and "Draw the page"; tick what is done, mark the rest "(deferred)" or "(N/A)", or reopen the plan. And 1 more, on line 33. Open: 1 task and 1 gate.`,
      ],
    });
    expect(visible(scene.comments()[0])).toContain(
      '| active → completed | `██████░░░░` 2/3 | 0/1 | 0/2 | moved from active/, completed<br>+1 task<br>phase 1 → gate pending |',
    );
  });
});

test.concurrent('a removed plan is one row, and whoever still names it is told', async () => {
  const other = 'docs/plans/active/other.md';
  const scene = createScene(github, 'removed', {
    base: { [PLAN]: planText(MISTAKE), [other]: planText({ title: 'Other' }) },
    head: { [PLAN]: null, [other]: planText({ title: 'Other', related_plans: 'audit-log.md' }) },
  });

  expect(outcome(await scene.check())).toEqual({
    ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
    annotations: [
      `error ${other}:10:16 "related_plans" names "audit-log.md", which is not in the repository: correct the path, or remove it.`,
    ],
  });
  expect(visible(scene.comments()[0])).toContain(
    '| ➖ Audit log<br>active/audit-log.md | was active | – | – | – | removed | – |',
  );
});
