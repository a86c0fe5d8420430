import { expect, test } from '@jest/globals';
import { asideOf } from '../src/aside-of.ts';

test.each([
  ['refs/heads/main', null],
  ['refs/heads/topic/main', 'topic/main'],
  ['refs/tags/main', 'main'],
  ['refs/pull/7/merge', 'refs/pull/7/merge'],
  [null, null],
])('a run on %s is aside of the default branch: %s', (ref, aside) => {
  expect(asideOf({ ref, payload: { repository: { default_branch: 'main' } } })).toBe(aside);
  expect(asideOf({ ref, payload: { repository: null } })).toBe(null);
});
