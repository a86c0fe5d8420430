import { describe, expect, test } from '@jest/globals';
import { mayBeThere } from '../../src/report/issue-rows.ts';
import { finding, plan, report } from './sample-report.ts';

describe('a plan that a scan does not find', () => {
  const closed = (path: string) =>
    report({ plans: [plan({ path, diagnostics: [finding({ rule: 'unreadable-file', path })] })] });

  test.each([
    ['docs', true],
    ['docs/plans', true],
    ['docs/plans/old', true],
    ['docs/plans/old/a.md', false],
    ['docs/plans/ol', false],
    ['plans', false],
  ])('may be there behind an entry at %s that is no text: %s', (path, isLikely) => {
    expect(mayBeThere(closed(path), 'docs/plans/old/a.md')).toBe(isLikely);
  });
});
