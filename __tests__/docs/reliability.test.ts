import { describe, expect, test } from '@jest/globals';
import { testsNamedIn, wrongTestsIn } from './tests-named-in-docs.ts';

describe.each([
  ['docs/reliability.md', 60],
  ['docs/security.md', 50],
])('%s', (page, atLeast) => {
  test('names tests that there are', () => {
    expect(wrongTestsIn(page)).toEqual([]);
  });

  test('has rows enough to be what it says', () => {
    expect(testsNamedIn(page).length).toBeGreaterThanOrEqual(atLeast);
  });
});
