import { describe, expect, test } from '@jest/globals';
import type { Lifecycle } from '../../src/plan/lifecycle.ts';
import type { Concern, RunKind, Severity } from '../../src/rules/rule.ts';
import { type JudgingSettings, type Level, severityOf } from '../../src/rules/severity.ts';

interface Situation {
  readonly level?: Level;
  readonly minimal?: boolean;
  readonly run?: RunKind;
  readonly profile?: JudgingSettings['profile'];
  readonly team?: Level;
  readonly lifecycle?: Lifecycle | null;
  readonly concern?: Concern;
  readonly atMost?: Severity;
}

const judged = ({
  level = 'error',
  minimal = true,
  run = 'changes',
  profile = 'recommended',
  team,
  lifecycle = 'active',
  concern = 'content',
  atMost,
}: Situation): Level =>
  severityOf(
    { id: 'a-rule', severity: { changes: level, scan: 'off' }, minimal },
    {
      run,
      settings: { profile, rules: team === undefined ? {} : { 'a-rule': { level: team, options: {} } } },
      lifecycle,
      concern,
      atMost,
    },
  );

describe('how severe a finding is', () => {
  test.each<[string, Situation, Level]>([
    ['is the default of the rule', { level: 'warning' }, 'warning'],
    ['is the default for that kind of run', { run: 'scan' }, 'off'],
    [
      'is nothing in the minimal profile, where the rule is not part of it',
      { profile: 'minimal', minimal: false },
      'off',
    ],
    ['is the default in the minimal profile, where the rule is part of it', { profile: 'minimal' }, 'error'],
    ['is one more in the strict profile: a notice warns', { profile: 'strict', level: 'notice' }, 'warning'],
    ['is one more in the strict profile: a warning fails', { profile: 'strict', level: 'warning' }, 'error'],
    ['is no more than an error in the strict profile', { profile: 'strict' }, 'error'],
    ['stays off in the strict profile', { profile: 'strict', run: 'scan' }, 'off'],
    ['is what the team says', { team: 'notice' }, 'notice'],
    [
      'is what the team says, whatever the profile',
      { team: 'warning', profile: 'minimal', minimal: false },
      'warning',
    ],
    [
      'is not raised by the strict profile, where the team says it',
      { team: 'notice', profile: 'strict' },
      'notice',
    ],
    ['is nothing when the team switches the rule off', { team: 'off' }, 'off'],
    ['is at most what the finding says', { atMost: 'warning' }, 'warning'],
    [
      'is at most what the finding says, whatever the team says',
      { atMost: 'notice', team: 'error' },
      'notice',
    ],
    ['is not raised by what the finding says', { atMost: 'error', level: 'notice' }, 'notice'],
    [
      'is one more than the finding says in the strict profile',
      { atMost: 'notice', profile: 'strict' },
      'warning',
    ],
  ])('%s', (_, situation, level) => {
    expect(judged(situation)).toBe(level);
  });

  test.each<[Concern, Level]>([
    ['syntax', 'error'],
    ['schema', 'error'],
    ['transition', 'error'],
    ['lifecycle', 'notice'],
    ['reference', 'notice'],
    ['content', 'notice'],
    ['calendar', 'notice'],
  ])('in a draft and about %s is at most this: %s', (concern, level) => {
    expect(judged({ lifecycle: 'draft', concern })).toBe(level);
    expect(judged({ lifecycle: 'draft', concern, team: 'error' })).toBe(level);
    expect(judged({ lifecycle: 'draft', concern, profile: 'strict' })).toBe(level);
  });

  test.each<[Concern, Level]>([
    ['syntax', 'error'],
    ['schema', 'error'],
    ['transition', 'error'],
    ['lifecycle', 'error'],
    ['reference', 'error'],
    ['content', 'off'],
    ['calendar', 'off'],
  ])('in a closed plan and about %s is %s', (concern, level) => {
    for (const lifecycle of ['completed', 'archived', 'superseded'] as const) {
      expect(judged({ lifecycle, concern, team: 'error' })).toBe(level);
    }
  });

  test.each<[string, Situation, Level]>([
    ['is at most a warning on a change', {}, 'warning'],
    [
      'is at most a warning on a change, also in the strict profile',
      { level: 'warning', profile: 'strict' },
      'warning',
    ],
    ['is what the team says, where it names the rule', { level: 'warning', team: 'error' }, 'error'],
  ])('about the calendar %s', (_, situation, level) => {
    expect(judged({ ...situation, concern: 'calendar' })).toBe(level);
  });

  test('about the calendar may be an error on a scan', () => {
    const rule = { id: 'a-rule', severity: { changes: 'warning', scan: 'error' }, minimal: true } as const;
    const settings = { profile: 'recommended', rules: {} } as const;
    expect(severityOf(rule, { run: 'scan', settings, lifecycle: 'active', concern: 'calendar' })).toBe(
      'error',
    );
  });

  test('of a plan in an unknown state is held down by nothing', () => {
    expect(judged({ lifecycle: null, concern: 'content' })).toBe('error');
  });

  test('is not read from what every object inherits', () => {
    const rule = { id: 'constructor', severity: { changes: 'error', scan: 'error' }, minimal: true } as const;
    const settings = { profile: 'recommended', rules: {} } as const;
    expect(severityOf(rule, { run: 'scan', settings, lifecycle: 'active', concern: 'schema' })).toBe('error');
  });
});
