import { expect, test } from '@jest/globals';
import { groupedOnce } from '../../src/rules/grouped-once.ts';

test('groups are made once for a list, in its order', () => {
  const asked: string[] = [];
  const byLength = groupedOnce((word: string) => {
    asked.push(word);
    return word === '' ? null : word.length;
  });
  const words = ['a', 'bb', '', 'c'];

  expect([...byLength(words)]).toEqual([
    [1, ['a', 'c']],
    [2, ['bb']],
  ]);
  expect(byLength(words).get(2)).toEqual(['bb']);
  expect(asked).toEqual(words);
  expect(byLength([]).size).toBe(0);
});
