import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/rules/index.ts';
import { ACTIVE, planText, runScene, type Scene, withKeys } from './rule-test.ts';

const BOXES =
  '- [] One\n\n<!-- plan-check-ignore malformed-checkbox: shown as it is -->\n- [] Two\n- [] Three\n';

const said = (scene: Scene) =>
  runScene(scene, RULES).map(({ rule, range, count, isNew, waived }) => ({
    rule,
    line: range.start.line,
    ...(count === 1 ? {} : { count }),
    ...(isNew ? {} : { isNew }),
    ...(waived === null ? {} : { waived }),
  }));

const ignoring = (waiver: string, changes: Readonly<Record<string, string | null>> = {}): string =>
  planText([...withKeys(ACTIVE, changes), 'check:', `  ignore: ${waiver}`]);

const AWAY = '{rule: expired, reason: Away, until: 2026-03-05}';

describe('a waiver in the front matter', () => {
  const past = { expires: '2026-03-01' };

  test('hides what its rule finds in the plan', () => {
    expect(said({ text: ignoring(AWAY, past) })).toEqual([
      { rule: 'expired', line: 9, waived: { reason: 'Away', until: '2026-03-05' } },
    ]);
  });

  test('hides nothing after its day, or without a reason', () => {
    expect(said({ text: ignoring(AWAY, past), today: '2026-03-06' })).toEqual([
      { rule: 'expired', line: 9 },
      { rule: 'invalid-waiver', line: 11 },
    ]);
    expect(said({ text: ignoring('{rule: expired}', past) })).toEqual([
      { rule: 'expired', line: 9 },
      { rule: 'invalid-waiver', line: 11 },
    ]);
  });

  test('does not hide what is wrong with waivers', () => {
    const lines = ['- {rule: invalid-waiver, reason: Mine}', '- {rule: expired}'];
    const text = planText([...ACTIVE, 'check:', '  ignore:', ...lines.map((line) => `    ${line}`)]);
    expect(said({ text })).toEqual([
      { rule: 'invalid-waiver', line: 12 },
      { rule: 'invalid-waiver', line: 13 },
    ]);
  });

  test('is told about once when it is broken: the schema is silent', () => {
    expect(said({ text: planText([...ACTIVE, 'check: {ignore: [{rule: 7}], snooze: soon}']) })).toEqual([
      { rule: 'invalid-waiver', line: 10 },
      { rule: 'invalid-waiver', line: 10 },
    ]);
  });

  test('may be forbidden by a schema', () => {
    const closed = {
      properties: Object.fromEntries(ACTIVE.map((line) => [line.split(':')[0], true])),
      additionalProperties: false,
    };
    expect(said({ text: ignoring(AWAY), schema: closed }).map(({ rule }) => rule)).toEqual([
      'front-matter-schema',
    ]);
  });

  test('that a change takes away brings the finding back', () => {
    const text = planText(withKeys(ACTIVE, past));
    expect(said({ text, base: ignoring(AWAY, past) })).toEqual([{ rule: 'expired', line: 9 }]);
    expect(said({ text, base: text })).toEqual([{ rule: 'expired', line: 9, isNew: false }]);
  });

  test('that a change adds leaves an old finding old, and is new itself', () => {
    const text = ignoring(AWAY, past);
    const waived = { reason: 'Away', until: '2026-03-05' };
    expect(said({ text, base: planText(withKeys(ACTIVE, past)) })).toEqual([
      { rule: 'expired', line: 9, isNew: false, waived: { ...waived, isNew: true } },
    ]);
    expect(said({ text, base: text })).toEqual([{ rule: 'expired', line: 9, isNew: false, waived }]);
    expect(said({ text, base: planText(ACTIVE) })).toEqual([{ rule: 'expired', line: 9, waived }]);
  });
});

describe('a comment above a line', () => {
  test('that a change puts there is new; one that was there is not, also where both hide the same', () => {
    const marked = (box: string): string => `<!-- plan-check-ignore malformed-checkbox: so -->\n${box}\n`;
    const text = planText(ACTIVE, `${marked('- [] One')}${marked('- [] Two')}`);
    const base = planText(ACTIVE, `${marked('- [] One')}- [] Two\n`);
    const shown = { rule: 'malformed-checkbox', isNew: false };
    const waived = { reason: 'so', until: null };
    const boxes = said({ text, base }).filter(({ rule }) => rule === 'malformed-checkbox');
    expect(boxes).toEqual([
      { ...shown, line: 13, waived },
      { ...shown, line: 15, waived: { ...waived, isNew: true } },
    ]);
  });

  test('hides what begins there, and nothing else swallows it or is swallowed', () => {
    expect(said({ text: planText(ACTIVE, BOXES) })).toEqual([
      { rule: 'malformed-checkbox', line: 12, count: 2 },
      { rule: 'malformed-checkbox', line: 15, waived: { reason: 'shown as it is', until: null } },
    ]);
  });
});

describe('a waiver that hides nothing', () => {
  const waiving = (rule: string): string => ignoring(`{rule: ${rule}, reason: Agreed}`);
  const unused = (scene: Scene) => runScene(scene, RULES).map(({ rule, message }) => `${rule}: ${message}`);
  const nothing = (rule: string) => [`unused-waiver: The waiver of "${rule}" hides nothing: remove it.`];

  test('is told', () => {
    expect(unused({ text: waiving('malformed-checkbox') })).toEqual(nothing('malformed-checkbox'));
    expect(unused({ text: waiving('malformed-checkbox'), run: 'scan' })).toEqual(
      nothing('malformed-checkbox'),
    );
  });

  test('is told beside one that hides all of it already', () => {
    const waiver = '<!-- plan-check-ignore malformed-checkbox: so it is -->\n';
    expect(said({ text: planText(ACTIVE, `${waiver}${waiver}- [] One\n`) })).toEqual([
      { rule: 'unused-waiver', line: 13 },
      { rule: 'malformed-checkbox', line: 14, waived: { reason: 'so it is', until: null } },
    ]);
  });

  test.each([
    ['a rule about dates, before its day', 'expired', 'scan'],
    ['references, on a change that does not know every file', 'reference-missing', 'changes'],
    ['a change, where there is none', 'expiry-pushed', 'changes'],
    ['a change, on a scan', 'expiry-pushed', 'scan'],
  ] as const)('is not told of %s', (_, rule, run) => {
    expect(unused({ text: waiving(rule), run })).toEqual([]);
  });

  test('of a rule that is off everywhere is told on a scan', () => {
    const rules = { 'malformed-checkbox': { level: 'off', options: {} } } as const;
    const scene = { text: waiving('malformed-checkbox'), rules };
    expect(unused(scene)).toEqual([]);
    expect(unused({ ...scene, run: 'scan' })).toEqual([
      'unused-waiver: The rule "malformed-checkbox" is off, so its waiver hides nothing: remove it.',
    ]);
  });

  test('is old when it hid nothing before the change either', () => {
    const text = waiving('malformed-checkbox');
    const ours = (scene: Scene) => said(scene).filter(({ rule }) => rule === 'unused-waiver');
    expect(ours({ text, base: text })).toEqual([{ rule: 'unused-waiver', line: 11, isNew: false }]);
    expect(ours({ text, base: `${text}- [] One\n` })).toEqual([{ rule: 'unused-waiver', line: 11 }]);
  });
});
