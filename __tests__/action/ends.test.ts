import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../github/local-github.ts';
import { annotations, parseOutputFile, workflowCommands } from '../github/workflow-commands.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, type SceneRun, told } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const GUARD = new URL('../../src/guard-run.ts', import.meta.url).href;
const github = await startLocalGitHub();
/** Where nothing listens any more. */
const nobody = await startLocalGitHub().then(async (gone) => {
  await gone.close();
  return gone.graphqlUrl;
});
const folder = await mkdtemp(join(tmpdir(), 'plan-check-ends-'));
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  await writeFile(at('no.json'), '{"pull_request": ');
  await writeFile(at('null.json'), 'null');
  await writeFile(at('strange.json'), '{"pull_request": {"number": "1", "head": 7}, "repository": []}');
  await writeFile(at('huge.json'), '');
  await truncate(at('huge.json'), 65 * 1024 * 1024);
  await symlink('/dev/full', at('full.json'));
});

afterAll(async () => {
  await github.close();
  await rm(folder, { recursive: true, force: true });
});

let scenes = 0;
const check = (run: SceneRun) => {
  scenes += 1;
  return createScene(github, `ends-${scenes}`, { head: { [PLAN]: planText() } }).check(run);
};

describe('what the runner does not give ends in one sentence, and is no pass:', () => {
  test.concurrent.each<readonly [string, Readonly<Record<string, string>>, RegExp]>([
    [
      'no repository',
      { GITHUB_REPOSITORY: '' },
      /^error "GITHUB_REPOSITORY" is not set; run the action inside/,
    ],
    [
      'half a repository',
      { GITHUB_REPOSITORY: 'octo' },
      /^error "GITHUB_REPOSITORY" is "octo", which is not "owner\/name"\.$/,
    ],
    ['no folder for files', { RUNNER_TEMP: '' }, /^error "RUNNER_TEMP" is not set; run the action inside/],
    [
      'no address',
      { GITHUB_API_URL: 'api.github' },
      /^error "GITHUB_API_URL" is "api\.github", which is no address of a server\.$/,
    ],
    [
      'no event',
      { GITHUB_EVENT_PATH: at('none.json') },
      /^error The event's file ".*" \("GITHUB_EVENT_PATH"\) could not be read as JSON\.$/,
    ],
    ['an event that is no JSON', { GITHUB_EVENT_PATH: at('no.json') }, /could not be read as JSON\.$/],
    ['an event that is a folder', { GITHUB_EVENT_PATH: folder }, /could not be read as JSON\.$/],
    [
      'an event without an end',
      { GITHUB_EVENT_PATH: at('huge.json') },
      /has 68157440 bytes, and no event has more than 67108864\.$/,
    ],
    ['an event that says nothing', { GITHUB_EVENT_PATH: at('null.json') }, /^error [A-Z"].*\.$/],
    ['an event of another kind', { GITHUB_EVENT_PATH: at('strange.json') }, /^error [A-Z"].*\.$/],
    [
      'a server that nobody runs',
      {
        GITHUB_GRAPHQL_URL: nobody,
        NODE_OPTIONS: `--import=${new URL('fast-clock.js', import.meta.url).href}`,
      },
      /^error Could not read pull request 1: GitHub did not give a usable answer \(connect ECONNREFUSED 127\.0\.0\.1:\d+\)\. Run the job again\.$/,
    ],
  ])('%s', async (_, env, sentence) => {
    const result = await check({ env });
    expect(outcome(result)).toEqual({
      ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
      annotations: [expect.stringMatching(sentence)],
    });
    expect(result.stdout).not.toContain('did not foresee');
  });
});

describe('a file that cannot be written', () => {
  test.concurrent.each<readonly [string, SceneRun, RegExp]>([
    [
      'for the outputs',
      { env: { GITHUB_OUTPUT: '/dev/full' } },
      /^error The outputs could not be handed to the runner \(ENOSPC\)\. Look at the disk/,
    ],
    [
      'for the outputs, that is not there',
      { env: { GITHUB_OUTPUT: at('none/output') } },
      /^error The outputs could not be handed to the runner \(Missing file at path: .*\)\. Look/,
    ],
    [
      'for the report',
      { inputs: { report: at('full.json') } },
      /^error The report could not be written to ".*full\.json" \(ENOSPC\); correct "report"\.$/,
    ],
    [
      'in a temporary folder that cannot be',
      { env: { RUNNER_TEMP: '/dev/null/temp' } },
      /^error The report could not be written to ".*" \(E[A-Z]+\); correct "report"\.$/,
    ],
  ])('%s fails the run', async (_, run, sentence) => {
    const result = await check(run);
    expect({ exitCode: result.exitCode, stderr: result.stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(result.annotations.map(told)).toEqual([expect.stringMatching(sentence)]);
    expect(result.outputs.conclusion ?? 'incomplete').toBe('incomplete');
  });

  test.concurrent('for the summary is a warning', async () => {
    expect(outcome(await check({ env: { GITHUB_STEP_SUMMARY: '/dev/full' } }))).toEqual({
      ...{ exitCode: 0, conclusion: 'success', stderr: '' },
      annotations: ['warning The job summary could not be written (ENOSPC).'],
    });
  });

  test.concurrent('for the outputs, of which nobody tells, costs nothing else', async () => {
    const { exitCode, stderr } = await check({ env: { GITHUB_OUTPUT: '' } });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });
});

describe('a stack', () => {
  const broken = { inputs: { config: 'none.yml' } };

  test.concurrent('is for the debug log', async () => {
    const { commands, annotations: told } = await check({ ...broken, env: { RUNNER_DEBUG: '1' } });
    const debug = commands.filter(({ command }) => command === 'debug').map(({ message }) => message);
    expect(debug).toEqual([
      expect.stringMatching(/^PlanCheckError: There is no configuration file[^\n]*\n\s+at /),
    ]);
    expect(told).toHaveLength(1);
  });

  test.concurrent('is for nobody else', async () => {
    expect((await check(broken)).stdout).not.toMatch(/\bat .*\.js:\d+/);
  });
});

/** A run that does what `work` says, as the action guards it. */
async function guarded(work: string, { close = false, signal = '' } = {}) {
  const output = at(`output-${Math.random()}`);
  await writeFile(output, '');
  const code = `import { guardRun } from ${JSON.stringify(GUARD)}; await guardRun(async () => { ${work} });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { PATH: process.env.PATH ?? '', GITHUB_OUTPUT: output },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (close) child.stdout.destroy();
  if (signal !== '') child.stdout.once('data', () => child.kill(signal as NodeJS.Signals));
  const stdout = close ? Promise.resolve('') : text(child.stdout);
  const [exitCode, said, stderr] = await Promise.all([
    new Promise((resolve) => child.on('close', resolve)),
    stdout,
    text(child.stderr),
  ]);
  return {
    exitCode,
    said: annotations(workflowCommands(said)).map(told),
    stderr,
    conclusion: parseOutputFile(await readFile(output, 'utf8')).conclusion,
  };
}

const UNFORESEEN = (reason: string) =>
  `error Plan Check failed for a reason that it did not foresee (${reason}). Please report this with the plan that was checked.`;

describe('whatever ends a run, it is a sentence, an exit code and a conclusion:', () => {
  test.concurrent.each<readonly [string, string, string]>([
    ['an error', "throw new Error('Lost.')", UNFORESEEN('Error: Lost.')],
    [
      'one that nobody waits for',
      "setTimeout(() => { throw new Error('Late.'); }, 1); await new Promise((r) => setTimeout(r, 5000))",
      UNFORESEEN('Error: Late.'),
    ],
    [
      'a promise that nobody waits for',
      "Promise.reject(new Error('Left.')); await new Promise((r) => setTimeout(r, 5000))",
      UNFORESEEN('Error: Left.'),
    ],
    [
      'a promise that nobody keeps',
      'await new Promise(() => {})',
      UNFORESEEN('Error: it waits for something that never comes'),
    ],
  ])('%s', async (_, work, sentence) => {
    expect(await guarded(work)).toEqual({
      ...{ exitCode: 1, said: [sentence], conclusion: 'incomplete' },
      stderr: expect.not.stringMatching(/\n\s+at /),
    });
  });

  test.concurrent.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('%s, as when a job is cancelled', async (signal, exitCode) => {
    const work = "console.log('Ready.'); await new Promise((r) => setTimeout(r, 5000)); return 0";
    expect(await guarded(work, { signal })).toEqual({
      ...{ exitCode, conclusion: 'incomplete', stderr: '' },
      said: ['error The run was cancelled before it came to a result.'],
    });
  });

  test.concurrent('but not a log that nobody takes any more', async () => {
    const work =
      "for (let i = 0; i < 50; i += 1) { console.log('x'.repeat(9999)); await new Promise((r) => setTimeout(r, 1)); } return 0";
    expect(await guarded(work, { close: true })).toEqual({
      ...{ exitCode: 0, said: [], stderr: '', conclusion: undefined },
    });
  });
});
