import { expect, test } from '@jest/globals';
import { tangles } from '../../src/rules/tangles.ts';
import { fc } from '../fuzzing/fast-check.ts';

type Pairs = readonly (readonly [string, string])[];

const edgesOf = (pairs: Pairs): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(pairs.map(([from]) => [from, new Set(pairs.filter(([one]) => one === from).map(([, to]) => to))]));

const asLists = (pairs: Pairs): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...tangles(edgesOf(pairs))].map(([name, group]) => [name, [...group].sort()]));

const pairs = (text: string): Pairs => text.split(' ').map((pair) => [pair[0] ?? '', pair[1] ?? '']);

test.each<readonly [string, string, Readonly<Record<string, readonly string[]>>]>([
  ['a way without a circle', 'ab bc ac', {}],
  ['one that leads to itself', 'aa', {}],
  [
    'two circles and a way between them',
    'ab ba bc cd dc',
    { a: ['a', 'b'], b: ['a', 'b'], c: ['c', 'd'], d: ['c', 'd'] },
  ],
  [
    'two circles with one in common',
    'ab ba bc cb',
    { a: ['a', 'b', 'c'], b: ['a', 'b', 'c'], c: ['a', 'b', 'c'] },
  ],
])('%s', (_, text, groups) => {
  expect(asLists(pairs(text))).toEqual(groups);
});

test('are those that reach each other', () => {
  const name = fc.constantFrom(...'abcdefg');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 20 }), (all) => {
      const edges = edgesOf(all);
      const reached = (from: string): ReadonlySet<string> => {
        const seen = new Set(edges.get(from) ?? []);
        for (const one of seen) for (const next of edges.get(one) ?? []) seen.add(next);
        return seen;
      };
      const expected = [...'abcdefg'].flatMap((one) => {
        const group = [...'abcdefg'].filter(
          (other) => other === one || (reached(one).has(other) && reached(other).has(one)),
        );
        return group.length > 1 ? [[one, group] as const] : [];
      });
      expect(asLists(all)).toEqual(Object.fromEntries(expected));
    }),
  );
});

test('are found in a circle of a hundred thousand', () => {
  const ring = new Map(
    Array.from({ length: 100_000 }, (_, index) => [`${index}`, new Set([`${(index + 1) % 100_000}`])]),
  );
  expect(tangles(ring).get('7')?.size).toBe(100_000);
});
