import { afterAll, describe, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../github/local-github.ts';
import { planText } from './plan-text.ts';
import { createScene, type Files, outcome } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const CONFIG = '.github/plan-check.yml';
const github = await startLocalGitHub();
afterAll(() => github.close());

let count = 0;
/** What a run says that cannot even begin: sentences, exit code 1, and no comment. */
async function refusal(
  inputs: Readonly<Record<string, string>>,
  files: Files = {},
): Promise<readonly string[]> {
  count += 1;
  const scene = createScene(github, `bad-${count}`, { base: files, head: { [PLAN]: planText() } });
  const result = await scene.check({ inputs });
  const { annotations, ...rest } = outcome(result);
  expect(rest).toEqual({ exitCode: 1, conclusion: 'incomplete', stderr: '' });
  expect([result.writes, scene.comments()]).toEqual([[], []]);
  return annotations;
}

describe('an input that cannot be', () => {
  test.concurrent('is named, with what is allowed and the nearest; all of them at once', async () => {
    const inputs = {
      ...{ 'fail-on': 'erorr', comment: 'sometimes', mode: 'change', profile: 'stric', today: '2026-02-30' },
      ...{ timezone: 'Europe/Berln', 'review-every': '0', 'dry-run': 'yes', 'comment-key': '-->' },
      ...{ config: '../outside.yml', plans: '!only/negated/**' },
    };
    expect((await refusal(inputs)).join().split('\n')).toEqual([
      'error Input "mode" is "change", but must be one of auto, changes, scan; did you mean "changes"?',
      'Input "plans" is "!only/negated/**", but must be globs of at most 1000 characters, at least one of them without "!".',
      'Input "config" is "../outside.yml", but must be a path inside the repository, from its root.',
      'Input "profile" is "stric", but must be one of minimal, recommended, strict; did you mean "strict"?',
      'Input "fail-on" is "erorr", but must be one of error, warning, never; did you mean "error"?',
      'Input "comment" is "sometimes", but must be one of auto, related, always, never.',
      'Input "comment-key" is "-->", but must be 1 to 64 letters, digits, spaces and . _ - / :, the first a letter or a digit.',
      'Input "review-every" is "0", but must be a whole number of days from 1 to 3650.',
      'Input "timezone" is "Europe/Berln", but must be an IANA time zone such as UTC or Europe/Berlin; did you mean "Europe/Berlin"?',
      'Input "today" is "2026-02-30", but must be a real day, written YYYY-MM-DD.',
      'Input "dry-run" is "yes", but must be true or false.',
    ]);
  });

  test.concurrent('is one that does not exist', async () => {
    expect(await refusal({ 'fail-onn': 'error' })).toEqual([
      expect.stringMatching(
        /^error Unknown input "fail-onn"; did you mean "fail-on"\? Allowed: github-token, mode, plans, .*\.$/,
      ),
    ]);
  });
});

test('a variable of somebody else that looks like an input is a notice, and the run goes on', async () => {
  const scene = createScene(github, 'foreign-input', { head: { [PLAN]: planText() } });
  const result = outcome(await scene.check({ inputs: { version: '1.2', nothing: '' } }));
  expect(result).toMatchObject({ exitCode: 0, conclusion: 'success' });
  expect(result.annotations).toEqual([
    'notice The variable "INPUT_VERSION" was not read: Plan Check has no such input. Remove it from "with" if it was meant as one.',
  ]);
});

describe('a configuration file', () => {
  test.concurrent.each<readonly [string, string, string, RegExp]>([
    [
      'with an unknown key',
      'plans: ["docs/plans/**"]\nprofil: strict\n',
      '2:1',
      /^unknown key "profil"; did you mean "profile"\? Allowed: plans, .*\.$/,
    ],
    [
      'with an impossible value',
      'profile: strickt\n',
      '1:10',
      /^"profile" is "strickt", but must be one of minimal, .*; did you mean "strict"\?$/,
    ],
    [
      'with an unknown rule',
      'rules: {expird: off}\n',
      '1:9',
      /^unknown rule "expird"; did you mean "expired"\? Allowed: .*, expired, .*\.$/,
    ],
    [
      'that is no YAML',
      'plans: [unclosed\nprofile: strict\n',
      '2:1',
      /^this is not readable as YAML \(.*\)\.$/,
    ],
    [
      'that is no mapping',
      '- one\n- two\n',
      '1:1',
      /^the configuration must be a mapping of keys to values\.$/,
    ],
    [
      'with aliases',
      'plans: &all ["**"]\nignore: *all\n',
      '2:9',
      /^the alias "\*all" is not supported; write the value out\.$/,
    ],
    [
      'with a schema outside of the repository',
      'schema: ../schema.json\n',
      '1:9',
      /^"schema" is "\.\.\/schema\.json", but must be a path inside the repository, from its root\.$/,
    ],
  ])('%s is refused at its line and column', async (_, text, place, sentence) => {
    const [said = '', ...more] = await refusal({}, { [CONFIG]: text });
    const start = `error ${CONFIG}:${place}: `;
    expect([said.slice(0, start.length), more]).toEqual([start, []]);
    expect(said.slice(start.length)).toMatch(sentence);
  });

  test.concurrent('that is named must be there', async () => {
    expect(await refusal({ config: '.github/other.yml' })).toEqual([
      'error There is no configuration file ".github/other.yml"; correct "config", or leave it out.',
    ]);
  });

  test.concurrent('that is empty, or not there, says nothing', async () => {
    const scene = createScene(github, 'empty-config', {
      base: { [CONFIG]: '# Nothing yet.\n' },
      head: { [PLAN]: planText() },
    });
    expect(outcome(await scene.check())).toMatchObject({ exitCode: 0, conclusion: 'success' });
  });
});
