import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { type Claim, rewriteState, setPercent } from '../../src/rules/rewrite-claim.ts';

describe('another state, written like the one that stands there', () => {
  test.each<[string, Claim, string | null]>([
    ['✅ Complete', 'in-progress', '🔄 In Progress'],
    ['✅', 'in-progress', '🔄'],
    ['✔️ Done', 'not-started', '⏳ Not Started'],
    ['COMPLETED', 'in-progress', 'IN PROGRESS'],
    ['✅ COMPLETE', 'blocked', '❌ BLOCKED'],
    ['done', 'in-progress', 'in progress'],
    ['In progress', 'complete', 'Complete'],
    ['Not started', 'in-progress', 'In progress'],
    ['Not Started', 'in-progress', 'In Progress'],
    ['✅ **Complete**', 'in-progress', '🔄 **In Progress**'],
    [':white_check_mark: Complete', 'in-progress', ':arrows_counterclockwise: In Progress'],
    ['‚úÖ Complete', 'in-progress', '🔄 In Progress'],
    ['[x]', 'in-progress', null],
    ['later', 'in-progress', null],
  ])('%s as %s is %s', (written, claim, rewritten) => {
    expect(rewriteState(written, claim)).toBe(rewritten);
  });
});

describe('another percentage', () => {
  test.each([
    ['75%', '50%'],
    ['87.5 %', '50 %'],
    ['40–60%', '50%'],
  ])('in place of %s is %s', (written, rewritten) => {
    const range = { start: { line: 1, column: 1 }, end: { line: 1, column: written.length + 1 } };
    expect(setPercent(parsePlan('plan.md', `${written} of it`), range, 50)).toEqual([
      { range, text: rewritten },
    ]);
  });
});
