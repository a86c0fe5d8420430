import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/rules/index.ts';
import { ACTIVE, planText, runScene, withKeys } from './rule-test.ts';

const rules = RULES.filter(({ id }) => id === 'expired' || id === 'invalid-waiver');
const expired = withKeys(ACTIVE, { expires: '2026-02-25' });
const heard = (...lines: readonly string[]): readonly string[] =>
  runScene({ text: planText([...expired, ...lines]), run: 'scan' }, rules).map(
    ({ rule, waived }) => `${rule}${waived === null ? '' : ' waived'}`,
  );

/** What stands in "check", in one line. */
const SHAPES: readonly string[] = [
  'ignore',
  'true',
  '[expired]',
  '{ignore: expired}',
  '{ignore: [expired]}',
  '{ignore: {}}',
  '{ignore: {expired: agreed}}',
  '{ignore: [[{rule: expired, reason: agreed}]]}',
  '{ignore: {rule: [expired], reason: agreed}}',
  '{ignore: {rule: expired}}',
  '{ignore: {rule: expired, reason: ""}}',
  '{ignore: {rule: expired, reason: [agreed]}}',
  '{ignore: {rule: expired, reason: {a: agreed}}}',
  '{ignore: {rule: expired, reason: TBD}}',
  '{ignore: {Rule: expired, reason: agreed}}',
  '{Ignore: {rule: expired, reason: agreed}}',
  '{ignore: {rule: Expired, reason: agreed}}',
  '{ignore: {rule: "*", reason: agreed}}',
  '{ignore: {rule: expired, reason: agreed, lines: 3}}',
  '{ignore: {rule: expired, reason: agreed, untill: 2026-04-01}}',
  '{ignore: {rule: expired, reason: agreed, until: soon}}',
  '{ignore: {rule: expired, reason: agreed, until: 2026-13-01}}',
  '{ignore: {rule: expired, reason: agreed, until: [2026-04-01]}}',
  '{ignore: {rule: expired, reason: agreed, until: 2026-03-01}}',
  '{snooze: true}',
  '{snooze: 2026-04-01}',
  '{snooze: {}}',
  '{snooze: {until: 2026-04-01}}',
  '{snooze: {until: 2026-04-01, reason: ~}}',
  '{snooze: {until: 2026-04-01, reason: "-"}}',
  '{snooze: {until: someday, reason: agreed}}',
  '{snooze: {until: 2026-02-30, reason: agreed}}',
  '{snooze: {until: 9999-12-31 for ever, reason: agreed}}',
  '{snooze: {until: 2026-04-01, reason: "\u200b"}}',
  '{snooze: {until: 2026-04-01, reason: "!?"}}',
  '{ignore: {rule: expired, reason: "\u3164."}}',
  '{ignore: {rule: expired, reason: agreed, until: 2026-04-01 or later}}',
  '{snooze: {until: 2026-03-01, reason: agreed}}',
  '{snooze: {until: 2026-04-01, reason: agreed, lines: 3}}',
  '{snooze: [{until: 2026-04-01, reason: agreed}]}',
  '{snooze: {reason: agreed}}',
];

describe('"check" of another shape', () => {
  test.each(SHAPES)('is told, and hides nothing: %s', (shape) => {
    expect(heard(`check: ${shape}`).toSorted()).toEqual(['expired', 'invalid-waiver']);
  });

  test.each([
    'check: ~',
    'check: {}',
    'check: ""',
    'check: {ignore: []}',
    'check: {snooze: ""}',
    'Check: {ignore: {rule: expired, reason: agreed}}',
    'check.ignore: expired',
  ])('hides nothing where it says nothing: %s', (line) => {
    expect(heard(line)).toEqual(['expired']);
  });

  test('is not one of these', () => {
    expect(heard('check: {ignore: {rule: expired, reason: agreed}}')).toEqual(['expired waived']);
    expect(heard('check: {snooze: {until: 2026-04-01, reason: agreed}}')).toEqual(['expired waived']);
  });
});
