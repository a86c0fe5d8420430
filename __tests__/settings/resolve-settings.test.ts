import { describe, expect, test } from '@jest/globals';
import { type CalendarDate, parseCalendarDate } from '../../src/plan/calendar-date.ts';
import type { Inputs } from '../../src/settings/inputs.ts';
import { effectiveFailOn, resolveSettings } from '../../src/settings/resolve-settings.ts';
import type { SettingLayer } from '../../src/settings/settings.ts';

/** 2026-03-01, half past eleven in the evening, UTC. */
const NOW = 1_772_407_800_000;

const day = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
};

const DEFAULTS = {
  plans: ['docs/plans/**/*.md', 'plans/**/*.md'],
  ignore: [],
  schema: null,
  baseline: null,
  profile: 'recommended',
  rules: {},
  vocabulary: { lifecycleAliases: new Map(), fieldAliases: new Map() },
  failOn: null,
  comment: 'auto',
  commentKey: 'default',
  trackingIssue: 'auto',
  trackingIssueLabels: ['plan-check'],
  mentionOwners: false,
  reviewEvery: 30,
  expiringWithin: 14,
  timezone: 'UTC',
  today: '2026-03-01',
};

const config: SettingLayer = {
  plans: ['config.md'],
  ignore: ['config-ignored.md'],
  schema: 'config.json',
  baseline: 'known.json',
  profile: 'strict',
  rules: { expired: { level: 'off', options: {} } },
  vocabulary: { lifecycleAliases: new Map([['future', 'draft']]), fieldAliases: new Map() },
  failOn: 'warning',
  comment: 'never',
  commentKey: 'config',
  trackingIssue: 'never',
  trackingIssueLabels: ['config'],
  mentionOwners: true,
  reviewEvery: 7,
  expiringWithin: 21,
  timezone: 'Asia/Tokyo',
};

const inputs: SettingLayer = {
  plans: ['input.md'],
  schema: 'input.json',
  profile: 'minimal',
  failOn: 'never',
  comment: 'always',
  commentKey: 'input',
  trackingIssue: 'always',
  trackingIssueLabels: ['input', 'docs'],
  mentionOwners: false,
  reviewEvery: 14,
  expiringWithin: 28,
  timezone: 'America/New_York',
  today: day('2025-12-24'),
};

describe('settings', () => {
  test('are the defaults when nothing is said', () => {
    expect(resolveSettings({ inputs: {}, config: {}, now: NOW })).toEqual(DEFAULTS);
  });

  test('follow the configuration file', () => {
    expect(resolveSettings({ inputs: {}, config, now: NOW })).toEqual({ ...config, today: '2026-03-02' });
  });

  test('follow the inputs before the configuration file', () => {
    expect(resolveSettings({ inputs, config, now: NOW })).toEqual({
      ...inputs,
      ignore: config.ignore,
      baseline: config.baseline,
      rules: config.rules,
      vocabulary: config.vocabulary,
    });
  });

  test('have nothing of the inputs that are none', () => {
    const run: Inputs = { mode: 'scan', githubToken: 'secret', dryRun: true };
    expect(resolveSettings({ inputs: run, config: {}, now: NOW })).toEqual(DEFAULTS);
  });

  test.each([
    ['UTC', '2026-03-01'],
    ['Pacific/Kiritimati', '2026-03-02'],
    ['Pacific/Pago_Pago', '2026-03-01'],
  ])('in %s take the day it is there', (timezone, today) => {
    expect(resolveSettings({ inputs: { timezone }, config: {}, now: NOW }).today).toBe(today);
  });
});

describe('the severity that fails', () => {
  test('is an error for a change, and nothing for a scan', () => {
    expect(effectiveFailOn({ failOn: null }, 'changes')).toBe('error');
    expect(effectiveFailOn({ failOn: null }, 'scan')).toBe('never');
  });

  test.each(['error', 'warning', 'never'] as const)('is %s wherever it is asked for', (failOn) => {
    expect(effectiveFailOn({ failOn }, 'changes')).toBe(failOn);
    expect(effectiveFailOn({ failOn }, 'scan')).toBe(failOn);
  });
});
