import { describe, expect, test } from '@jest/globals';
import { referenceCandidates } from '../../src/rules/reference-candidates.ts';

const PLAN = 'docs/plans/active/search.md';

describe('where a reference may lead', () => {
  test.each<[string, string, readonly string[]]>([
    ['a file name', 'index.md', ['docs/plans/active/index.md', 'index.md']],
    [
      'a name without extension',
      'index',
      ['docs/plans/active/index', 'docs/plans/active/index.md', 'index', 'index.md'],
    ],
    ['a step down', './old/a.md', ['docs/plans/active/old/a.md', 'old/a.md']],
    ['a step up', '../completed/a.md', ['docs/plans/completed/a.md']],
    ['a path from the root', '/docs/a.md', ['docs/a.md']],
    ['an anchor', 'a.md#phase-1', ['docs/plans/active/a.md', 'a.md']],
    ['a query', 'a.md?plain=1', ['docs/plans/active/a.md', 'a.md']],
    ['a link', '[The plan](../a.md)', ['docs/plans/a.md']],
    ['a link with a title', '[The plan](../a.md "Plan A")', ['docs/plans/a.md']],
    ['a link in angle brackets', '[The plan](<../the plan.md>)', ['docs/plans/the plan.md']],
    ['back ticks', '`a.md`', ['docs/plans/active/a.md', 'a.md']],
    ['white space around', '  a.md ', ['docs/plans/active/a.md', 'a.md']],
    [
      'percent signs',
      'the%20plan.md',
      ['docs/plans/active/the plan.md', 'the plan.md', 'docs/plans/active/the%20plan.md', 'the%20plan.md'],
    ],
    ['percent signs that are none', '100%.md', ['docs/plans/active/100%.md', '100%.md']],
    [
      'a number sign in the name',
      'c#.md',
      ['docs/plans/active/c#.md', 'c#.md', 'docs/plans/active/c', 'docs/plans/active/c.md', 'c', 'c.md'],
    ],
    ['another file', '/adr/0001.txt', ['adr/0001.txt', 'adr/0001.txt.md']],
    ['a capital extension', 'A.MD', ['docs/plans/active/A.MD', 'A.MD']],
    ['only an anchor', '#phase-1', []],
    ['a way out of the repository', '../../../../etc/passwd.md', []],
    ['a way out from the root', '/../a.md', []],
    ['the root', '/', []],
    ['nothing', '', []],
    ['brackets around nothing', '[x]()', []],
    ['what is far too long', 'x'.repeat(1_001), []],
  ])('for %s', (_, target, candidates) => {
    expect(referenceCandidates(PLAN, target)).toEqual(candidates);
  });

  test.each([
    'https://example.com/a.md',
    'HTTP://example.com',
    'mailto:ada@example.com',
    '//example.com/a.md',
    '[Ticket](https://example.com/1)',
    '<https://example.com>',
    '#12',
    'octo/search#12',
  ])('outside for %s', (target) => {
    expect(referenceCandidates(PLAN, target)).toBe('external');
  });

  test('is the same folder for a plan at the root', () => {
    expect(referenceCandidates('plan.md', './a.md')).toEqual(['a.md']);
  });
});
