import { describe, expect, test } from '@jest/globals';
import { doneTooEarly, findCycles, type Needs, type Step } from '../../src/rules/dependency-graph.ts';

const step = (name: string, isDone = false, isOpen = !isDone): Step => ({
  name,
  range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  isDone,
  isOpen,
});

/** `{a: 'b c'}`: a waits for b and for c. */
function graph(needs: Readonly<Record<string, string>>): Needs {
  const steps = new Map(Object.keys(needs).map((name) => [name, step(name)]));
  return new Map(
    [...steps].map(([name, from]) => [
      from,
      (needs[name] ?? '').split(' ').flatMap((need) => steps.get(need) ?? []),
    ]),
  );
}

const cyclesIn = (needs: Needs): readonly string[] =>
  findCycles(needs).map((cycle) => cycle.map(({ name }) => name).join(' '));

describe('circles of steps', () => {
  test.each([
    ['none', { a: 'b c', b: 'c', c: '' }, []],
    ['a step that waits for itself', { a: 'b', b: 'b' }, ['b']],
    ['two that share a step', { a: 'b', b: 'c a', c: 'b' }, ['b c', 'a b']],
    ['one that is met again from outside', { a: 'b', b: 'a', c: 'a' }, ['a b']],
  ])('%s', (_, needs, cycles) => {
    expect(cyclesIn(graph(needs))).toEqual(cycles);
  });

  test('are found once among many ways', () => {
    const layers = 60;
    const needs = Array.from({ length: layers }, (_, layer): readonly [string, string][] => [
      [`l${layer}`, `l${layer + 1} r${layer + 1}`],
      [`r${layer}`, `l${layer + 1} r${layer + 1}`],
    ]);
    expect(cyclesIn(graph(Object.fromEntries(needs.flat())))).toEqual([]);
  });

  test('are not all looked for', () => {
    const names = Array.from({ length: 30 }, (_, index) => `s${index}`);
    expect(cyclesIn(graph(Object.fromEntries(names.map((name) => [name, name]))))).toHaveLength(10);
  });

  test('may be long', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `s${index}`);
    const needs = names.map((name, index) => [name, names[(index + 1) % names.length] ?? ''] as const);
    expect(findCycles(graph(Object.fromEntries(needs))).map(({ length }) => length)).toEqual([20_000]);
  });
});

test('a done step with the first open one that it waits for', () => {
  const [done, deferred, open, other] = [
    step('done', true),
    step('deferred', false, false),
    step('open'),
    step('other'),
  ];
  const needs: Needs = new Map([
    [done, [deferred, open, other]],
    [open, [other]],
    [deferred, [other]],
  ]);
  expect(doneTooEarly(needs)).toEqual([{ step: done, need: open }]);
});
