import { afterAll, describe, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../github/local-github.ts';
import { planText } from './plan-text.ts';
import { createScene, type Files, outcome, type Scene, visible } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const CONFIG = '.github/plan-check.yml';
const fastClock = { NODE_OPTIONS: `--import=${new URL('fast-clock.js', import.meta.url).href}` };
const GREEN = '### Plan Check: all well in 1 changed plan\n';
const BROKEN: Files = { [CONFIG]: 'profil: <b>@all</b>\n' };
const HEADING = '### Plan Check: could not check\n\n';
const github = await startLocalGitHub();
afterAll(() => github.close());

/** A pull request whose one comment says that all is well. */
async function wellBefore(name: string, files: Files = {}): Promise<Scene> {
  const scene = createScene(github, name, { base: files, head: { [PLAN]: planText() } });
  await scene.check({ runId: 1 });
  expect(visible(scene.comments()[0])).toContain(GREEN);
  return scene;
}

const said = (scene: Scene): readonly string[] => scene.comments().map(visible);

describe('a comment that says "all well" is brought up to date by a run that comes to no result', () => {
  test.concurrent('because the configuration is broken, and again once it is repaired', async () => {
    const scene = await wellBefore('broken-config');
    scene.push(BROKEN);
    const broken = await scene.check({ runId: 2 });

    expect(outcome(broken)).toMatchObject({ exitCode: 1, conclusion: 'incomplete', stderr: '' });
    expect(broken.annotations).toHaveLength(1);
    expect(broken.writes).toEqual(['issues/update-comment']);
    const [body = '', ...more] = said(scene);
    expect(more).toEqual([]);
    expect(body).toContain(
      `${HEADING}.github/plan-check.yml:&#8203;1:&#8203;1: unknown key "profil"; did you mean "profile"?`,
    );

    scene.push({ [CONFIG]: null });
    await scene.check({ runId: 3 });
    expect(said(scene)).toEqual([expect.stringContaining(GREEN)]);
  });

  test.concurrent('because the schema cannot be used, with the key of the configuration', async () => {
    const files = { [CONFIG]: 'comment-key: team\nschema: plan.schema.json\n', 'plan.schema.json': '{}' };
    const scene = await wellBefore('broken-schema', files);
    scene.push({ 'plan.schema.json': '{ "type": "objekt" <img> @octocat }' });
    const result = await scene.check({ runId: 2 });

    expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: 'incomplete' } });
    const [body = ''] = said(scene);
    expect(body.startsWith(HEADING)).toBe(true);
    expect(body).not.toMatch(/<img>|@octocat/);
  });

  test.concurrent('because the commits could not be compared', async () => {
    const scene = await wellBefore('no-comparison');
    github.fail({
      when: ({ operation, path }) =>
        operation === 'repos/compare-commits-with-basehead' &&
        path.startsWith(`/repos/${scene.source.repository}/`),
      with: { status: 403 },
    });
    const result = await scene.check({ runId: 2, env: fastClock });

    expect(outcome(result)).toMatchObject({ exitCode: 1, conclusion: 'incomplete' });
    expect(said(scene)).toEqual([expect.stringContaining(`${HEADING}Could not compare the commits`)]);
  });
});

describe('a run that comes to no result writes nothing', () => {
  test.concurrent('where there is no comment', async () => {
    const scene = createScene(github, 'never-spoken', { head: { ...BROKEN, [PLAN]: planText() } });
    expect(await scene.check()).toMatchObject({ exitCode: 1, writes: [] });
    expect(scene.comments()).toEqual([]);
  });

  test.concurrent.each([
    ['never', { comment: 'never' }],
    ['dry-run', { 'dry-run': 'true' }],
    ['another-key', { 'comment-key': 'other' }],
  ])('with the input of the case %s', async (name, inputs) => {
    const scene = await wellBefore(name);
    scene.push(BROKEN);
    const result = await scene.check({ runId: 2, inputs });

    expect(result).toMatchObject({ exitCode: 1, writes: [] });
    expect(said(scene)).toEqual([expect.stringContaining(GREEN)]);
    expect(result.stdout.includes('│ ### Plan Check: could not check')).toBe(name === 'dry-run');
  });

  test.concurrent('over what a newer run has said', async () => {
    const scene = await wellBefore('outrun');
    scene.push(BROKEN);
    expect(await scene.check({ runId: 0 })).toMatchObject({ exitCode: 1, writes: [] });
    expect(said(scene)).toEqual([expect.stringContaining(GREEN)]);
  });
});

describe('a configuration that breaks speaks in the comment of its own set-up', () => {
  const API = '.github/api.yml';
  const forApi = { runId: 3, inputs: { config: API } };
  const twoSetUps = async (name: string, config: string): Promise<Scene> => {
    const scene = await wellBefore(name, { [API]: config });
    await scene.check({ ...forApi, runId: 2 });
    return scene;
  };

  test.concurrent('by the key that it still names', async () => {
    const scene = await wellBefore('own-key', { [CONFIG]: 'comment-key: api\n' });
    scene.push({ [CONFIG]: 'comment-key: api\nplanz: x\n' });
    const result = await scene.check({ runId: 2 });

    expect(result).toMatchObject({ exitCode: 1, writes: ['issues/update-comment'] });
    expect(said(scene)).toEqual([expect.stringContaining(HEADING)]);
  });

  test.concurrent.each([
    ['beside the mistake', 'comment-key: api\nplanz: 1\n'],
    ['at the base, where nothing of it can be read', 'comment-key: api\n  planz: {\n'],
  ])("and never in another set-up's: its key stands %s", async (where, config) => {
    const scene = await twoSetUps(`two-${where.length}`, 'comment-key: api\n');
    scene.push({ [API]: config });
    await scene.check(forApi);

    expect(said(scene)).toEqual([expect.stringContaining(GREEN), expect.stringContaining(HEADING)]);
  });

  test.concurrent.each([
    ['at the wrong depth', 'comment:\n  comment-key: api\n'],
    ['misspelt', 'coment-kee: api\n'],
    ['cut short', 'key: api\n'],
    ['merged', '<<: {comment-key: api}\n'],
    ['in the prototype', '__proto__: {comment-key: api}\n'],
  ])("and never in another set-up's: its key stands %s", async (where, config) => {
    const scene = await twoSetUps(`astray-${where.length}`, 'comment-key: api\n');
    scene.push({ [API]: config });
    const result = await scene.check(forApi);

    expect(result).toMatchObject({ exitCode: 1, writes: ['issues/update-comment'] });
    expect(result.annotations.map(({ command }) => command)).toEqual(['error']);
    expect(said(scene)).toEqual([expect.stringContaining(GREEN), expect.stringContaining(HEADING)]);
  });

  test.concurrent('and in none where the key was never right anywhere', async () => {
    const scene = await wellBefore('never-right');
    scene.push({ [API]: 'key: api\n' });
    const result = await scene.check({ ...forApi, runId: 2 });

    expect(result).toMatchObject({ exitCode: 1, writes: [] });
    expect(result.annotations.map(({ command }) => command)).toEqual(['warning', 'error']);
    expect(said(scene)).toEqual([expect.stringContaining(GREEN)]);
  });

  test.concurrent.each([
    ['default', CONFIG, ''],
    ['named', API, ''],
    ['default', CONFIG, 'comment-key: old\n'],
  ])('by the key that the pull request brought in, and then broke: %s, %s, %s', async (kind, path, base) => {
    const inputs = path === CONFIG ? {} : { config: path };
    const name = `brought-in-${kind}-${base.length}`;
    const scene = await wellBefore(name, base === '' ? {} : { [path]: base });
    scene.push({ [path]: 'comment-key: api\n' });
    await scene.check({ runId: 2, inputs });
    expect(said(scene)).toEqual([expect.stringContaining(GREEN), expect.stringContaining(GREEN)]);
    scene.push({ [path]: 'key: api\n' });
    const result = await scene.check({ runId: 3, inputs });

    expect(result).toMatchObject({ exitCode: 1 });
    expect(said(scene)[1]).toContain(HEADING);
    expect(said(scene)[0]).toContain(base === '' ? GREEN : HEADING);
    // Of a time without a file: it may be another set-up's.
    expect(result.annotations.map(({ command }) => command)).toEqual(
      base === '' ? ['warning', 'error'] : ['error'],
    );
  });

  test.concurrent('and not at all where it asked for no comment', async () => {
    const scene = await twoSetUps('set-up-never', 'comment: never\n');
    scene.push({ [API]: 'comment: never\nplanz: 1\n' });
    expect(await scene.check(forApi)).toMatchObject({ exitCode: 1, writes: [] });
    expect(said(scene)).toEqual([expect.stringContaining(GREEN)]);
  });

  test.concurrent('and in none while nobody knows which, which is said', async () => {
    const scene = await wellBefore('unknown-key');
    scene.push({ [API]: 'comment-key: [' });
    const result = await scene.check(forApi);

    expect(result).toMatchObject({ exitCode: 1, writes: [] });
    expect(result.annotations.map(({ command, message }) => `${command} ${message}`)).toEqual([
      'warning Which comment is this set-up\'s is not known while its configuration cannot be read, so none was brought up to date: an older comment may still show an older result. Correct the configuration, or give "comment-key" as an input.',
      expect.stringMatching(/^error \.github\/api\.yml:/),
    ]);
    expect(said(scene)).toEqual([expect.stringContaining(GREEN)]);
  });
});

test.concurrent('a comment that cannot be brought up to date is a warning beside the error', async () => {
  const scene = await wellBefore('unwritable');
  scene.push(BROKEN);
  github.fail({
    when: ({ operation, path }) =>
      operation === 'issues/update-comment' && path.startsWith(`/repos/${scene.source.repository}/`),
    with: { status: 403 },
  });
  const result = await scene.check({ runId: 2 });

  expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: 'incomplete' }, stderr: '' });
  expect(result.annotations.map(({ command, message }) => `${command} ${message}`)).toEqual([
    expect.stringMatching(/^warning .* An older comment may still show an older result\.$/),
    expect.stringMatching(/^error .*unknown key "profil"/),
  ]);
});

test.concurrent('a second one that cannot be deleted is told as well', async () => {
  const scene = await wellBefore('undeletable');
  const body = scene.comments()[0]?.body ?? '';
  scene.repository.addComment({ issue: 1, author: 'github-actions[bot]', body });
  scene.push(BROKEN);
  github.fail({
    when: ({ operation, path }) =>
      operation === 'issues/delete-comment' && path.startsWith(`/repos/${scene.source.repository}/`),
    with: { status: 403 },
  });
  const result = await scene.check({ runId: 2 });

  expect(said(scene)).toEqual([expect.stringContaining(HEADING), expect.stringContaining(GREEN)]);
  expect(result.annotations.map(({ command, message }) => `${command} ${message}`)).toEqual([
    expect.stringMatching(/^warning 1 more comment of Plan Check on this pull request could not be deleted/),
    expect.stringMatching(/^error .*unknown key "profil"/),
  ]);
});

test.concurrent('keys of a configuration that are collections are refused, and nothing of them is a command', async () => {
  const key = `${'{? '.repeat(28)}["##[error]owned"]${' : b}'.repeat(28)}`;
  const scene = createScene(github, 'keys-in-keys', {
    head: { [PLAN]: planText(), [CONFIG]: `profile: minimal\nlifecycle-aliases: {? ${key} : completed}\n` },
  });
  const result = await scene.check({ runId: 1 });

  expect(outcome(result)).toMatchObject({ exitCode: 1, conclusion: 'incomplete', stderr: '' });
  expect(result.annotations.map(({ command }) => command)).toEqual(['error']);
  expect(result.annotations[0]?.message).toContain('a key must be text; put it in quotes.');
});
