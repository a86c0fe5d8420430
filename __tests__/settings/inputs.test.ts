import { describe, expect, test } from '@jest/globals';
import { PlanCheckError } from '../../src/plan-check-error.ts';
import {
  foreignInputs,
  INPUT_NAMES,
  readActionInputs,
  readTerminalOptions,
} from '../../src/settings/inputs.ts';

const NAMES =
  'github-token, mode, plans, config, schema, profile, fail-on, comment, comment-key, tracking-issue, tracking-issue-labels, mention-owners, review-every, expiring-within, timezone, today, report, sarif, shard, merge, dry-run';

function complaints(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof PlanCheckError) return error.message.split('\n');
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('the inputs of the action', () => {
  test('are read out of the environment', () => {
    const env = {
      'INPUT_GITHUB-TOKEN': 'secret',
      INPUT_MODE: 'scan',
      INPUT_PLANS: '\n  docs/plans/**/*.md  \r\n\n!docs/plans/old/**\n',
      INPUT_CONFIG: './ci//plan-check.yml',
      INPUT_SCHEMA: 'plan.schema.json',
      INPUT_PROFILE: ' minimal ',
      'INPUT_FAIL-ON': 'warning',
      INPUT_COMMENT: 'always',
      'INPUT_COMMENT-KEY': 'docs/api v2',
      'INPUT_TRACKING-ISSUE': 'always',
      'INPUT_TRACKING-ISSUE-LABELS': 'plans, stale\n good first issue ,plans',
      'INPUT_MENTION-OWNERS': 'true',
      'INPUT_REVIEW-EVERY': '3650',
      'INPUT_EXPIRING-WITHIN': '21',
      INPUT_TIMEZONE: 'Asia/Tokyo',
      INPUT_TODAY: '2026-02-28',
      INPUT_REPORT: '/tmp/report.json',
      'INPUT_DRY-RUN': 'True',
      GITHUB_ACTIONS: 'true',
      input_mode: 'ignored',
      HOME: undefined,
    };
    expect(readActionInputs(env)).toEqual({
      githubToken: 'secret',
      mode: 'scan',
      plans: ['docs/plans/**/*.md', '!docs/plans/old/**'],
      config: 'ci/plan-check.yml',
      schema: 'plan.schema.json',
      profile: 'minimal',
      failOn: 'warning',
      comment: 'always',
      commentKey: 'docs/api v2',
      trackingIssue: 'always',
      trackingIssueLabels: ['plans', 'stale', 'good first issue'],
      mentionOwners: true,
      reviewEvery: 3650,
      expiringWithin: 21,
      timezone: 'Asia/Tokyo',
      today: '2026-02-28',
      report: '/tmp/report.json',
      dryRun: true,
    });
  });

  test('that are empty were not given', () => {
    const env = Object.fromEntries(INPUT_NAMES.map((name) => [`INPUT_${name.toUpperCase()}`, ' \n']));
    expect(readActionInputs(env)).toEqual({});
    expect(readActionInputs({})).toEqual({});
  });

  test.each(['auto', 'changes', 'scan'])('take mode %s', (mode) => {
    expect(readActionInputs({ INPUT_MODE: mode })).toEqual({ mode });
  });

  test('know false from true', () => {
    expect(readActionInputs({ 'INPUT_DRY-RUN': 'false' })).toEqual({ dryRun: false });
  });

  test('are these', () => {
    expect(INPUT_NAMES.join(', ')).toBe(NAMES);
  });
});

describe('an input that is not known', () => {
  test.each([
    ['INPUT_FAIL_ON', `Unknown input "fail_on"; did you mean "fail-on"? Allowed: ${NAMES}.`],
    ['INPUT_PLAN', `Unknown input "plan"; did you mean "plans"? Allowed: ${NAMES}.`],
  ])('is a mistake when it is near one: %s', (name, complaint) => {
    expect(complaints(() => readActionInputs({ [name]: 'x' }))).toEqual([complaint]);
  });

  test('belongs to somebody else when it is not, and is said', () => {
    const env = { INPUT_VERSION: '1.2', INPUT_: 'x', INPUT_MODE: 'scan', HOME: '/' };
    expect(readActionInputs(env)).toEqual({ mode: 'scan' });
    expect(foreignInputs(env)).toEqual(
      ['INPUT_VERSION', 'INPUT_'].map(
        (name) =>
          `The variable "${name}" was not read: Plan Check has no such input. Remove it from "with" if it was meant as one.`,
      ),
    );
  });

  test.each(['', ' \n', undefined])('was not given when it is %j', (text) => {
    const env = { INPUT_FAIL_ON: text, INPUT_VERSION: text };
    expect([readActionInputs(env), foreignInputs(env)]).toEqual([{}, []]);
  });
});

describe('a value that cannot be', () => {
  const path = 'but must be a path inside the repository, from its root.';
  const days = 'but must be a whole number of days from 1 to 3650.';
  const day = 'but must be a real day, written YYYY-MM-DD.';
  const globs = 'but must be globs of at most 1000 characters, at least one of them without "!".';
  const key = 'but must be 1 to 64 letters, digits, spaces and . _ - / :, the first a letter or a digit.';
  test.each([
    ['mode', 'scn', '"scn", but must be one of auto, changes, scan; did you mean "scan"?'],
    [
      'profile',
      'Strict',
      '"Strict", but must be one of minimal, recommended, strict; did you mean "strict"?',
    ],
    ['fail-on', 'notice', '"notice", but must be one of error, warning, never.'],
    [
      'comment',
      'relatd',
      '"relatd", but must be one of auto, related, always, never; did you mean "related"?',
    ],
    ['comment-key', '-->', `"-->", ${key}`],
    ['comment-key', 'k'.repeat(65), `"${'k'.repeat(59)}…", ${key}`],
    ['review-every', '0', `"0", ${days}`],
    ['review-every', '3651', `"3651", ${days}`],
    ['review-every', '-1', `"-1", ${days}`],
    ['review-every', '1e3', `"1e3", ${days}`],
    ['review-every', '30 days', `"30 days", ${days}`],
    ['expiring-within', '0', `"0", ${days}`],
    ['timezone', 'CET+1', '"CET+1", but must be an IANA time zone such as UTC or Europe/Berlin.'],
    [
      'timezone',
      'utcc',
      '"utcc", but must be an IANA time zone such as UTC or Europe/Berlin; did you mean "UTC"?',
    ],
    ['today', '2026-02-30', `"2026-02-30", ${day}`],
    ['today', '2026-02-03T10:00', `"2026-02-03T10:00", ${day}`],
    ['today', 'today', `"today", ${day}`],
    ['dry-run', 'yes', '"yes", but must be true or false.'],
    ['plans', '!docs/**', `"!docs/**", ${globs}`],
    ['plans', 'x'.repeat(1001), `"${'x'.repeat(59)}…", ${globs}`],
    ['config', '../x.yml', `"../x.yml", ${path}`],
    ['config', 'a/../../x.yml', `"a/../../x.yml", ${path}`],
    ['config', '/x.yml', `"/x.yml", ${path}`],
    ['config', 'C:\\x.yml', `"C:\\\\x.yml", ${path}`],
    ['config', 'a\\..\\..\\x.yml', `"a\\\\..\\\\..\\\\x.yml", ${path}`],
    ['schema', '.', `".", ${path}`],
    ['schema', 'a\0b', `"a\\u0000b", ${path}`],
  ])('%s: %j', (name, value, complaint) => {
    expect(complaints(() => readActionInputs({ [`INPUT_${name.toUpperCase()}`]: value }))).toEqual([
      `Input "${name}" is ${complaint}`,
    ]);
    expect(complaints(() => readTerminalOptions({ [name]: value }))).toEqual([
      `Option "--${name}" is ${complaint}`,
    ]);
  });

  test('is a glob that selects something else than it seems to', () => {
    expect(complaints(() => readActionInputs({ INPUT_PLANS: 'plans/**\ndocs\\plans\\**' }))).toEqual([
      'Input "plans" has the glob "docs\\\\plans\\\\**", which has a backslash: write "/" between folders, and "[*]" for a star that is meant as it stands.',
    ]);
  });

  test('is said together with all the others', () => {
    const env = { INPUT_MOD: 'scan', INPUT_PROFILE: 'lax', 'INPUT_FAIL-ON': 'error', INPUT_TODAY: 'now' };
    expect(complaints(() => readActionInputs(env))).toEqual([
      `Unknown input "mod"; did you mean "mode"? Allowed: ${NAMES}.`,
      'Input "profile" is "lax", but must be one of minimal, recommended, strict.',
      'Input "today" is "now", but must be a real day, written YYYY-MM-DD.',
    ]);
  });
});

describe('the options of the terminal', () => {
  test('are the same inputs by their names', () => {
    expect(readTerminalOptions({ 'fail-on': 'never', profile: undefined, today: '2026-01-01' })).toEqual({
      failOn: 'never',
      today: '2026-01-01',
    });
  });

  test('that are not known are said', () => {
    expect(complaints(() => readTerminalOptions({ 'fail-onn': 'never' }))).toEqual([
      `Unknown option "fail-onn"; did you mean "fail-on"? Allowed: ${NAMES}.`,
    ]);
  });
});
