import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/rules/index.ts';
import { defineRule, type Finding, type Rule } from '../../src/rules/rule.ts';
import { ACTIVE, planText, runScene, type Scene, withKeys } from './rule-test.ts';

const at = (line: number): Finding['range'] => ({ start: { line, column: 1 }, end: { line, column: 2 } });

/** Finds every line of the text that begins with "!", and what follows is its subject. */
const marks = (more: Partial<Rule> = {}): Rule =>
  defineRule({
    id: 'marks',
    description: 'No line is marked.',
    concern: 'schema',
    severity: { changes: 'error', scan: 'warning' },
    minimal: true,
    messages: { mark: 'Take away {{names}}, {{count}} in all; the first is "{{name}}".' },
    *check({ text }) {
      for (const [index, line] of text.split('\n').entries()) {
        if (line.startsWith('!')) {
          yield { messageId: 'mark', data: { name: line.slice(1) }, range: at(index + 1), subject: line };
        }
      }
    },
    ...more,
  });

const said = (scene: Scene, rules: readonly Rule[] = [marks()]) =>
  runScene(scene, rules).map(({ rule, message, range, isNew, count, help }) => ({
    rule,
    message,
    line: range.start.line,
    isNew,
    count,
    help,
  }));

const marked = (...names: readonly string[]): string =>
  planText(ACTIVE, names.map((name) => `!${name}\n`).join(''));

describe('findings of one rule', () => {
  test('are one, with their number, their names and their places', () => {
    expect(said({ text: marked('a', 'b', 'c', 'd', 'e', 'f', 'g') })).toEqual([
      {
        rule: 'marks',
        message: 'Take away "a", "b", "c" and 4 more, 7 in all; the first is "a".',
        line: 12,
        isNew: true,
        count: 7,
        help: 'And 6 more, on lines 13, 14, 15, 16, 17 and below.',
      },
    ]);
  });

  test('have the edits of all of them', () => {
    const takeAway = (line: number) => ({ range: at(line), text: '' });
    const rule = marks({
      limit: 2,
      *check(plan, context) {
        for (const finding of marks().check(plan, context)) {
          const { line } = finding.range.start;
          yield line === 13 ? finding : { ...finding, fix: [takeAway(line)] };
        }
      },
    });
    const fixes = (...names: readonly string[]) =>
      runScene({ text: marked(...names) }, [rule]).map(({ fix }) => fix);
    expect(fixes('a', 'b', 'c', 'd')).toEqual([
      { edits: [takeAway(12)] },
      { edits: [takeAway(14), takeAway(15)] },
    ]);
    expect(fixes('a', 'b')).toEqual([{ edits: [takeAway(12)] }, null]);
  });

  test('are shown one by one up to the limit of the rule', () => {
    const rule = marks({ limit: 2 });
    expect(
      said({ text: marked('a', 'b', 'c') }, [rule]).map(({ line, count, help }) => [line, count, help]),
    ).toEqual([
      [12, 1, null],
      [13, 2, 'And 1 more, on line 14.'],
    ]);
  });

  test('of several severities are bounded together where the rule has a limit, the worst first', () => {
    const mild = (line: number): Finding => ({ messageId: 'mark', range: at(line), atMost: 'notice' });
    const grave = (line: number): Finding => ({ messageId: 'mark', range: at(line) });
    const rule = marks({ check: () => [mild(1), grave(2), mild(3)] });
    const shown = (one: Rule) =>
      runScene({ text: marked() }, [one]).map(({ severity, range, count }) => [
        severity,
        range.start.line,
        count,
      ]);
    expect(shown(rule)).toEqual([
      ['notice', 1, 2],
      ['error', 2, 1],
    ]);
    expect(shown({ ...rule, limit: 2 })).toEqual([
      ['notice', 1, 2],
      ['error', 2, 1],
    ]);
    expect(shown({ ...rule, limit: 3 })).toEqual([
      ['notice', 1, 1],
      ['error', 2, 1],
      ['notice', 3, 1],
    ]);
    const alike = marks({ limit: 2, check: () => [mild(1), mild(2), grave(3), grave(4)] });
    expect(shown(alike)).toEqual([
      ['error', 3, 1],
      ['error', 4, 3],
    ]);
  });

  test('are old when they stood at the base, wherever they stood, and as often as they stood', () => {
    const scene = { base: marked('x', 'a', 'b'), text: marked('a', 'a', 'b') };
    expect(said(scene, [marks({ limit: 9 })]).map(({ line, isNew }) => [line, isNew])).toEqual([
      [12, false],
      [13, true],
      [14, false],
    ]);
  });

  test('are shown apart when some are old', () => {
    expect(
      said({ base: marked('a', 'b'), text: marked('a', 'b', 'c', 'd') }).map(({ isNew, count }) => [
        isNew,
        count,
      ]),
    ).toEqual([
      [false, 2],
      [true, 2],
    ]);
  });

  test('are all new without a base', () => {
    expect(said({ text: marked('a') }).map(({ isNew }) => isNew)).toEqual([true]);
  });

  test('are all new when the lifecycle changes', () => {
    const base = marked('a').replace('lifecycle: active', 'lifecycle: draft');
    expect(said({ base, text: marked('a') }).map(({ isNew }) => isNew)).toEqual([true]);
  });

  test('are old in a renamed plan', () => {
    const scene = { basePath: 'docs/plans/old.md', base: marked('a'), text: marked('a') };
    expect(said(scene).map(({ isNew }) => isNew)).toEqual([false]);
  });
});

describe('messages', () => {
  test('show values as short lines, and never fill what a value says', () => {
    const [found] = said({ text: marked(`{{count}} \u0007${'x'.repeat(500)}`) });
    expect(found?.message).toBe(
      `Take away "{{count}} ${'x'.repeat(49)}…", 1 in all; the first is "{{count}} ${'x'.repeat(189)}…".`,
    );
  });
});

describe('a run', () => {
  test('is sorted by line, then by rule', () => {
    const rules = ['c', 'a', 'b'].map((id) => marks({ id, limit: 9 }));
    expect(said({ text: marked('x', 'y') }, rules).map(({ rule, line }) => `${line} ${rule}`)).toEqual([
      '12 a',
      '12 b',
      '12 c',
      '13 a',
      '13 b',
      '13 c',
    ]);
  });

  test('leaves out a rule that is off', () => {
    const rules = { marks: { level: 'off', options: {} } } as const;
    expect(said({ text: marked('a'), rules })).toEqual([]);
  });

  test('hands the options of the team to the rule', () => {
    const seen: unknown[] = [];
    const rule = marks({
      check(_, { options }) {
        seen.push(options);
        return [];
      },
    });
    runScene({ text: marked(), rules: { marks: { level: 'error', options: { a: 1 } } } }, [rule]);
    runScene({ text: marked() }, [rule]);
    expect(seen).toEqual([{ a: 1 }, {}]);
  });

  test('judges the text of a plan without front matter', () => {
    const body = '!a\n\n**Owner:** [Team/person]\n\n- [] Buoys\n';
    expect(said({ text: body }, [...RULES, marks()]).map(({ rule }) => rule)).toEqual([
      'front-matter-missing',
      'marks',
      'template-text',
      'malformed-checkbox',
    ]);
  });

  test('says nothing else about a plan whose front matter cannot be read', () => {
    const body = '!a\n\n**Owner:** [Team/person]\n\n- [] Buoys\n';
    const broken = planText([...withKeys(ACTIVE, { expires: '2020-01-01' }), 'title: again'], body);
    expect(said({ text: broken }, [...RULES, marks()]).map(({ rule }) => rule)).toEqual([
      'front-matter-syntax',
    ]);
  });

  test('says nothing about a plan that nothing is wrong with, in any profile', () => {
    for (const profile of ['minimal', 'recommended', 'strict'] as const) {
      expect(said({ text: planText(ACTIVE), profile }, RULES)).toEqual([]);
    }
  });
});
