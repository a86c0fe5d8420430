import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { type ChangedPlan, reviewStamps } from '../../src/rules/review-stamps.ts';
import { ACTIVE, planText, withKeys } from './rule-test.ts';

/** A plan that was reviewed on 20 January before, with these keys now. */
const changed = (
  path: string,
  keys: Readonly<Record<string, string | null>>,
  baseKeys: Readonly<Record<string, string | null>> = {},
  body?: string,
): ChangedPlan => ({
  plan: parsePlan(path, planText(withKeys(ACTIVE, { ...baseKeys, ...keys }), body)),
  base: parsePlan(path, planText(withKeys(ACTIVE, { reviewed: '2026-01-20', ...baseKeys }))),
});

test('reviews of open plans in which nothing but dates moves, in the order of their paths', () => {
  expect(
    reviewStamps([
      changed('b.md', { reviewed: '2026-03-02' }),
      changed('a.md', { reviewed: '2026-03-02', last_updated: '2026-03-02', expires: '2026-12-31' }),
      changed('draft.md', { reviewed: '2026-03-02' }, { lifecycle: 'draft' }),
      changed('closed.md', { reviewed: '2026-03-02' }, { lifecycle: 'archived' }),
      changed('backwards.md', { reviewed: '2026-01-06' }),
      changed('removed.md', { reviewed: null }),
      changed('renamed.md', { reviewed: '2026-03-02', title: 'Search' }),
      changed('edited.md', { reviewed: '2026-03-02' }, {}, '# Search\n'),
      { ...changed('new.md', { reviewed: '2026-03-02' }), base: null },
    ]),
  ).toEqual(['a.md', 'b.md', 'draft.md']);
});
