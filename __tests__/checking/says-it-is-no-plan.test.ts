import { describe, expect, test } from '@jest/globals';
import type { LoadedPlan } from '../../src/checking/load-plans.ts';
import { saysItIsNoPlan } from '../../src/checking/says-it-is-no-plan.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';

const PATH = 'plans/a.md';
const PLAN = 'type: plan\nlifecycle: active';
const isPlan = (path: string): boolean => path.startsWith('plans/');

interface Sides {
  readonly head: string | null;
  readonly base?: string;
  readonly previousPath?: string;
}

/** Front matter on either side; null where there is no file. */
const loaded = ({ head, base, previousPath }: Sides): LoadedPlan => ({
  file: { path: PATH, previousPath: previousPath ?? null, change: 'modified' },
  head: head === null ? null : parsePlan(PATH, `---\n${head}\n---\n`),
  base: base === undefined ? null : parsePlan(previousPath ?? PATH, base === '' ? '' : `---\n${base}\n---\n`),
  unreadable: null,
  unreadableBefore: null,
});

describe('a file is no plan', () => {
  test.each<readonly [string, Sides]>([
    ['that declares another type and is new', { head: 'type: summary' }],
    ['that declared one before as well', { head: 'type: summary', base: 'type: notes' }],
    ['that declared one and is gone', { head: null, base: 'type: summary' }],
    ['that said nothing of itself before', { head: 'type: summary', base: '' }],
    ['that comes from where no plans are', { head: 'type: summary', base: PLAN, previousPath: 'notes/a.md' }],
    ['whose type is three edits away', { head: 'type: plenum' }],
  ])('%s', (_, sides) => {
    expect(saysItIsNoPlan(loaded(sides), isPlan)).toBe(true);
  });
});

describe('a file is a plan', () => {
  test.each<readonly [string, Sides]>([
    ['that says so', { head: PLAN }],
    ['that says so in capitals', { head: 'type: Plan' }],
    ['that declares no type', { head: 'title: A' }],
    ['whose type is a slip of the pen', { head: 'type: plna' }],
    ['whose type is one edit away', { head: 'type: plans' }],
    ['that becomes one', { head: PLAN, base: 'type: summary' }],
    ['that was one, whatever it calls itself now', { head: 'type: summary', base: PLAN }],
    ['that was one by a slip of the pen', { head: 'type: summary', base: 'type: plna' }],
    ['that had the state of one', { head: 'type: summary', base: 'lifecycle: active' }],
    ['that was one at another place', { head: 'type: summary', base: PLAN, previousPath: 'plans/b.md' }],
    ['that was one and is gone', { head: null, base: PLAN }],
    ['of which nothing could be read', { head: null }],
  ])('%s', (_, sides) => {
    expect(saysItIsNoPlan(loaded(sides), isPlan)).toBe(false);
  });
});
