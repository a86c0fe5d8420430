import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import { pullRequestEvent } from '../github/workflow-events.ts';
import { asGitHub } from '../report/as-github.ts';
import { REFERENCES } from '../report/gfm.ts';
import { ALL_INJECTIONS } from '../report/injections.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, type Scene, type SceneResult, visible } from './scene.ts';

const FOLDER = 'docs/plans/active';
/** Plans, so that every text stands in one of them. */
const PLANS = 12;

const quoted = (text: string): string => JSON.stringify(text.toWellFormed().slice(0, 2_000));
/** A file with a NUL is binary, and not read. */
const oneLine = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('\0', ' ')
    .slice(0, 500);

/** A plan in which every field that is shown holds injections. */
function hostilePlan(texts: readonly string[]): string {
  const lists = texts.map((text) => quoted(text)).join(', ');
  const [first = ''] = texts;
  return planText(
    {
      title: quoted(first),
      owner: `[${lists}]`,
      related_plans: `[${lists}]`,
      related_code: `[${lists}]`,
      status: quoted(first),
      review_cadence: quoted(first),
      snoozed_until: quoted(first),
      [quoted(`key ${first}`)]: quoted(first),
      waivers: `[{rule: ${quoted(first)}, reason: ${quoted(first)}}, {rule: expired, reason: ${quoted(first)}}]`,
    },
    [
      '## Implementation Phases\n',
      ...texts.map(
        (text, index) =>
          `### Phase ${index}: ${oneLine(text)}\n\n- [ ] ${oneLine(text)}\n- [y] ${oneLine(text)}\n`,
      ),
      `## Blockers\n\n${texts.map((text) => `- **${oneLine(text)}**: ${oneLine(text)}`).join('\n')}\n`,
    ].join('\n'),
  );
}

const parts = Array.from({ length: PLANS }, (_, part) =>
  ALL_INJECTIONS.filter((_text, index) => index % PLANS === part),
);
const files = Object.fromEntries(
  parts.map((texts, index) => [`${FOLDER}/plan-${index}.md`, hostilePlan(texts)]),
);
let github: LocalGitHub;
let scene: Scene;
let result: SceneResult;

beforeAll(async () => {
  github = await startLocalGitHub();
  scene = createScene(github, 'injections', { head: files });
  result = await scene.check();
});

afterAll(() => github.close());

const shown = (): readonly (readonly [string, string])[] => [
  ['comment', visible(scene.comments()[0])],
  ['summary', result.summary],
  ['output', result.outputs.summary ?? ''],
];

describe('a pull request full of injections', () => {
  test('is checked, all of it', () => {
    expect((result.report as Report).plans.map(({ path }) => path).toSorted()).toEqual(
      Object.keys(files).toSorted(),
    );
    // Each injection is read as data, and none ends the front matter; one without a letter owns nothing.
    const owners = (result.report as Report).plans.map(({ owner }) => owner.length);
    expect(Math.min(...owners)).toBeGreaterThan(10);
    expect(result.outputs.conclusion).toBe('failure');
    expect(result.stderr).toBe('');
  });

  test('gives the runner annotations of ours alone, and no other line', () => {
    const lines = result.stdout.trimEnd().split(/[\r\n]+/);
    expect(lines.filter((line) => !/^::(?:error|warning|notice) title=Plan Check%3A /.test(line))).toEqual(
      [],
    );
    expect(Object.keys(result.outputs).filter((name) => !/^[a-z-]+$/.test(name))).toEqual([]);
    expect(JSON.parse(result.outputs.progress ?? '')).toHaveProperty('tasks');
  });

  test('makes no image, script, form or foreign link, calls nobody and refers to nothing', () => {
    for (const [where, markdown] of shown()) {
      const { shape, addresses, text } = asGitHub(markdown);
      const tags = new Set(shape.match(/<[a-z]\w*/g));
      for (const tag of [
        '<img',
        '<script',
        '<input',
        '<iframe',
        '<style',
        '<svg',
        '<del',
        '<section',
        '<form',
      ])
        expect([where, tags.has(tag)]).toEqual([where, false]);
      expect(addresses.filter((address) => !address.startsWith('https://github.com/octo/'))).toEqual([]);
      for (const reference of REFERENCES)
        expect([where, reference.exec(text)?.[0]]).toEqual([where, undefined]);
    }
  });
});

describe('what a pull request brings along does not decide a privileged run:', () => {
  test('configuration, schema and baseline are those of the base', async () => {
    const broken = planText({ expires: '2026-01-01' });
    const quiet = createScene(github, 'privileged', {
      head: {
        [`${FOLDER}/late.md`]: broken,
        '.github/plan-check.yml': 'ignore: ["**"]\nrules: {expired: off}\n',
        '.github/plan-check-baseline.json': 'not even JSON',
      },
    });
    const { outputs, report } = await quiet.runOn(
      pullRequestEvent(quiet.source, { number: 1, isTarget: true }),
    );
    expect(outputs.conclusion).toBe('failure');
    expect(
      (report as Report).plans.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)),
    ).toContain('expired');
  });

  test('a configuration that is a symbolic link is refused, and not followed', async () => {
    const linked = createScene(github, 'linked', {
      base: { '.github/plan-check.yml': { symlink: '../../etc/passwd' } },
      head: { [`${FOLDER}/a.md`]: planText() },
    });
    const { outputs, annotations } = await linked.check();
    expect(outputs.conclusion).toBe('incomplete');
    expect(annotations.map(({ message }) => message)).toEqual([
      'The configuration file ".github/plan-check.yml" is a symbolic link, and none is followed: put the file itself there.',
    ]);
  });
});

describe('a message about what a stranger wrote', () => {
  test.each([
    [
      'configuration',
      {
        '.github/plan-check.yml': ALL_INJECTIONS.filter((text) => text.length < 200)
          .map((text) => `${quoted(text)}: ${quoted(text)}`)
          .join('\n'),
      },
    ],
    [
      'baseline',
      {
        '.github/plan-check-baseline.json': JSON.stringify({
          version: 1,
          findings: ALL_INJECTIONS.map((text) => ({ path: text, rule: text })),
        }),
      },
    ],
  ])('in its %s is one command of ours', async (name, base) => {
    const bad = createScene(github, `bad-${name}`, { base, head: { [`${FOLDER}/a.md`]: planText() } });
    const { outputs, stdout, commands } = await bad.check();
    expect(outputs.conclusion).toBe('incomplete');
    expect(stdout.trimEnd().split(/[\r\n]+/)).toHaveLength(commands.length);
    expect(new Set(commands.map(({ command }) => command))).toEqual(new Set(['error']));
    expect(stdout).not.toMatch(/(?![\r\n])[\p{Cc}\p{Cf}]/u);
  });
});

describe('a run of an older commit than the pull request stands at', () => {
  const plan = `${FOLDER}/a.md`;
  const broken = planText({ ai: '\n  priority: hihg' });
  const finding = `error ${plan}:11:13 "ai.priority" must be one of critical, high, medium, low; did you mean "high"?`;
  const note = (head: string, newer: string): string =>
    `notice This run is about the commit ${head}, where GitHub shows its result, and that commit is what it checks. Pull request 1 stands at ${newer} by now, so the comment is left to the run for that one.`;

  test.each([false, true])(
    'checks that commit, and leaves the comment alone; privileged: %s',
    async (isTarget) => {
      const moving = createScene(github, `moving-${isTarget}`, { head: { [plan]: broken } });
      const event = pullRequestEvent(moving.source, { number: 1, isTarget });
      const head = moving.repository.pullRequest(1).headSha;
      const newer = moving.push({ [plan]: planText() });
      await moving.check({ runId: 2 });
      const comment = moving.comments()[0]?.body;
      const again = await moving.runOn(event, { runId: 1, runAttempt: 2 });

      expect(outcome(again)).toEqual({
        ...{ exitCode: 1, conclusion: 'failure', stderr: '' },
        annotations: [note(head, newer), finding],
      });
      expect((again.report as Report).trigger.head).toBe(head);
      expect(again.writes).toEqual([]);
      expect(moving.comments().map(({ body }) => body)).toEqual([comment]);
    },
  );

  test('looks twice: GitHub may not know the push yet that started it', async () => {
    const { repository, source, ...lagging } = createScene(github, 'lagging', { head: { [plan]: broken } });
    const before = repository.resolve('topic');
    const push = () =>
      repository.commit({
        branch: 'topic',
        parents: [before],
        files: { [plan]: planText() },
        time: 1_780_000_000,
      });
    const head = push();
    const event = pullRequestEvent(source, { number: 1 });
    repository.commit({ branch: 'topic', parents: [before], files: { [plan]: broken } });
    let looks = 0;
    github.before(
      ({ operation }) => operation === 'graphql' && ++looks === 2,
      () => {
        expect(push()).toBe(head);
      },
    );
    const run = await lagging.runOn(event);
    expect(outcome(run)).toMatchObject({ exitCode: 0, conclusion: 'success', annotations: [] });
    expect(visible(lagging.comments()[0])).toContain('all well');
  });

  test('makes no comment where the newer one has none, however late it is run', async () => {
    const moving = createScene(github, 'moving-on', { head: { [plan]: planText() } });
    const event = pullRequestEvent(moving.source, { number: 1 });
    moving.push({ [plan]: broken });
    const again = await moving.runOn(event, { runId: 3 });
    expect(again).toMatchObject({ exitCode: 0, outputs: { conclusion: 'success', 'comment-id': '' } });
    expect(moving.comments()).toEqual([]);
  });

  test('leaves the comment alone also where it comes to no result', async () => {
    const moving = createScene(github, 'moving-broken', { head: { [plan]: planText() } });
    const event = pullRequestEvent(moving.source, { number: 1 });
    moving.push({ [plan]: planText({ title: 'Better' }) });
    await moving.check({ runId: 1 });
    const again = await moving.runOn(event, { runId: 2, inputs: { schema: 'none.json' } });
    expect(again).toMatchObject({ exitCode: 1, outputs: { conclusion: 'incomplete' }, writes: [] });
    expect(visible(moving.comments()[0])).toContain('all well');
  });
});
