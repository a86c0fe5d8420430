import { describe, expect, test } from '@jest/globals';
import { isInShard, shardOf, shardValue } from '../../src/settings/shard.ts';

test.each([
  ['1/4', { index: 1, count: 4 }],
  ['4/4', { index: 4, count: 4 }],
  ['2 / 3', { index: 2, count: 3 }],
  ['256/256', { index: 256, count: 256 }],
])('"%s" is a part', (text, shard) => {
  expect(shardValue.read(text)).toEqual(shard);
});

test.each(['', '1', '0/4', '5/4', '1/0', '1/257', '-1/4', '1/4/4', '1.5/4', 'a/b'])(
  '"%s" is none',
  (text) => {
    expect(shardValue.read(text)).toBeNull();
  },
);

describe('the part of a plan', () => {
  const paths = Array.from({ length: 1_000 }, (_, index) => `docs/plans/active/plan-${index}.md`);

  test('is the same on every machine', () => {
    expect(['a.md', 'docs/plans/b.md', 'пл/ан.md'].map((path) => shardOf(path, 7))).toEqual([1, 6, 1]);
  });

  test('is one and only one', () => {
    for (const path of paths) {
      const parts = [1, 2, 3].filter((index) => isInShard(path, { index, count: 3 }));
      expect(parts).toHaveLength(1);
    }
    expect(paths.every((path) => isInShard(path, null))).toBe(true);
  });

  test('is about as large as the others', () => {
    const sizes = [1, 2, 3, 4].map((part) => paths.filter((path) => shardOf(path, 4) === part).length);
    expect(Math.min(...sizes)).toBeGreaterThan(200);
  });
});
