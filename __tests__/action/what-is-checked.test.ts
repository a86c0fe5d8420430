import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import type { GitHubRequest } from '../github/request.ts';
import { planText } from './plan-text.ts';
import { createScene, type Files, outcome, type Scene, type SceneResult, visible } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const MOVED = 'docs/plans/active/audit/log.md';
const fastClock = { NODE_OPTIONS: `--import=${new URL('fast-clock.js', import.meta.url).href}` };
const UNREADABLE = '---\ntype: plan\nowner: @team\n---\n\n# Audit log\n\n- [ ] All\n';
const LATIN_1 = Buffer.from(planText({ title: 'Café' }), 'latin1');
const github = await startLocalGitHub();
afterAll(() => github.close());

const comment = (scene: Scene): string => visible(scene.comments()[0]);
const rows = ({ report }: SceneResult): readonly string[] =>
  (report as Report).plans.map(({ change, path }) => `${change} ${path}`);

describe('the type of a file', () => {
  test.concurrent('that is mistyped takes no plan out of the check', async () => {
    const scene = createScene(github, 'mistyped', { head: { [PLAN]: planText({ type: 'plna' }) } });
    expect(outcome(await scene.check())).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [`error ${PLAN}:2:7 "type" must be "plan"; it is "plna".`],
    });
    expect(comment(scene)).toContain('### Plan Check: 1 error in 1 changed plan\n');
  });

  test.concurrent('that a plan changes in the pull request takes it out neither, whatever the schema', async () => {
    const files = { '.github/plan-check.yml': 'schema: plan.schema.json\n', 'plan.schema.json': '{}' };
    const scene = createScene(github, 'retyped', {
      base: { ...files, [PLAN]: planText() },
      head: { [PLAN]: planText({ type: 'summary' }) },
    });
    const result = await scene.check();

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [`error ${PLAN}:2:7 "type" must be "plan"; it is "summary".`],
    });
    expect(rows(result)).toEqual([`modified ${PLAN}`]);
  });

  test.concurrent('that a plan gets in whose front matter could not be read takes it out neither', async () => {
    const scene = createScene(github, 'retyped-broken', {
      base: { [PLAN]: UNREADABLE },
      head: { [PLAN]: planText({ type: 'summary' }) },
    });
    expect(outcome(await scene.check())).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [`error ${PLAN}:2:7 "type" must be "plan"; it is "summary".`],
    });
  });

  test.concurrent('that never was a plan is counted as skipped', async () => {
    const scene = createScene(github, 'summary', { head: { [PLAN]: planText({ type: 'summary' }) } });
    const result = await scene.check();

    expect(outcome(result)).toMatchObject({ exitCode: 0, conclusion: 'neutral' });
    expect(result.report).toMatchObject({ counts: { plans: 0, skipped: 1 }, plans: [] });
  });
});

describe('a front matter that cannot be read', () => {
  test.concurrent('and could not before fails nobody, and is called neither good nor done', async () => {
    const scene = createScene(github, 'unreadable-still', {
      base: { [PLAN]: UNREADABLE },
      head: { [PLAN]: UNREADABLE.replace('[ ]', '[x]') },
    });

    expect(outcome(await scene.check())).toEqual({
      ...{ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' },
    });
    expect(comment(scene)).toContain('### Plan Check: no new finding in 1 changed plan\n\n❓ [Audit log](');
    expect(comment(scene)).toContain('): no known state · tasks ');
    expect(comment(scene)).toContain('1 finding that was there before this PR');
    expect(comment(scene)).not.toMatch(/✅|all done/i);
  });
});

describe('a file that is no text', () => {
  test.concurrent('and was none before fails nobody, and counts as not checked', async () => {
    const scene = createScene(github, 'latin-1', {
      base: { [PLAN]: LATIN_1 },
      head: { [PLAN]: null, [MOVED]: LATIN_1 },
    });
    const result = await scene.check();

    expect(outcome(result)).toEqual({ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' });
    expect(rows(result)).toEqual([`renamed ${MOVED}`]);
    expect(result.outputs).toMatchObject({ plans: '0', errors: '0' });
    expect(comment(scene)).toContain('\n❓ [log.md](');
    expect(comment(scene)).toContain('1 finding that was there before this PR');
    expect(comment(scene)).toContain('\nChecked 0 of 1 changed plan at ');
  });

  test.concurrent('and was one before is an error', async () => {
    const scene = createScene(github, 'now-latin-1', {
      base: { [PLAN]: planText() },
      head: { [PLAN]: LATIN_1 },
    });
    expect(outcome(await scene.check())).toMatchObject({ exitCode: 1, conclusion: 'failure' });
  });
});

describe('a reference that nobody could follow', () => {
  const INCOMPLETE = 'error Whether the plans that are referred to are there could not be found out:';

  test.concurrent('is no pass, and is said once', async () => {
    const scene = createScene(github, 'unread-references', {
      base: { [PLAN]: planText() },
      head: { [PLAN]: planText({ depends_on: 'nowhere.md' }) },
    });
    const isHit = ({ graphql }: GitHubRequest): boolean => JSON.stringify(graphql).includes('nowhere.md');
    github.fail({ when: isHit, with: { status: 502 } });
    const result = await scene.check({ env: fastClock });

    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
      annotations: [expect.stringContaining(INCOMPLETE)],
    });
    expect(comment(scene)).toContain('### Plan Check: incomplete, no finding in 1 changed plan so far\n');
  });

  test.concurrent('because there are too many is no pass either', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `/notes/n${index}.md`);
    const scene = createScene(github, 'many-references', {
      base: Object.fromEntries(names.map((name) => [name.slice(1), '# A note'])),
      head: { [PLAN]: planText({ related_plans: `[${names.join(', ')}]` }) },
    });
    expect(outcome(await scene.check())).toEqual({
      ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
      annotations: [
        'error The plans refer to 500 places, and 100 of them were not looked at, so nobody knows whether something is there: change fewer plans at once, or let them name fewer others.',
      ],
    });
  });
});

describe('a plan that moves', () => {
  const DRAFT = 'docs/plans/draft/audit-log.md';
  const ILLEGAL = /^error docs\/plans\/draft\/audit-log\.md:4:9 .*superseded.*draft/;

  test.concurrent('among more files than GitHub lists, and is edited, keeps its history', async () => {
    const sources = (text: string): Files =>
      Object.fromEntries(Array.from({ length: 3_100 }, (_, index) => [`src/module-${index}.ts`, text]));
    const scene = createScene(github, 'moves-among-many', {
      base: { ...sources('one'), [PLAN]: planText({ status: 'superseded' }) },
      head: { ...sources('two'), [PLAN]: null, [DRAFT]: planText({ status: 'draft' }) },
    });
    const result = await scene.check();

    expect(rows(result)).toEqual([`renamed ${DRAFT}`]);
    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
      annotations: [expect.stringMatching(ILLEGAL)],
    });
  });

  test.concurrent('and has so many boxes ticked that git sees two files is one row', async () => {
    const boxes = (mark: string): string =>
      Array.from({ length: 60 }, (_, index) => `- [${mark}] ${index}`).join('\n');
    const text = (mark: string): string =>
      planText({}, `## Implementation Phases\n\n### Phase 1: All\n\n${boxes(mark)}\n`);
    const scene = createScene(github, 'moves-and-ticks', {
      base: { [PLAN]: text(' ') },
      head: { [PLAN]: null, [MOVED]: text('x').replaceAll('\n', ' \n').replaceAll('--- \n', '---\n') },
    });
    const result = await scene.check();

    expect(rows(result)).toEqual([`renamed ${MOVED}`]);
    expect(comment(scene)).toContain('+60 tasks');
  });
});

test.concurrent('a report that nobody can write is a sentence within a second', async () => {
  const scene = createScene(github, 'report-in-proc', { head: { [PLAN]: planText() } });
  const result = await scene.check({ inputs: { report: '/proc/plan-check/report.json' }, timeout: 20_000 });

  expect(outcome(result)).toEqual({
    ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
    annotations: [
      'error The report could not be written to "/proc/plan-check/report.json" (ENOENT); correct "report".',
    ],
  });
});
