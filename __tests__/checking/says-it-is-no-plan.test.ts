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
    [
      'that declared another type where nothing could be read',
      { head: 'type: summary', base: 'type: "notes"\nowner: @a' },
    ],
    ['that comes from where no plans are', { head: 'type: summary', base: PLAN, previousPath: 'notes/a.md' }],
    ['whose type is three edits away', { head: 'type: plenum' }],
    ['that declares another type with what nobody sees in it', { head: 'type: sum\u200bmary' }],
    ['that declares another type by a tag that says it is text', { head: 'type: !!str summary' }],
  ])('%s', (_, sides) => {
    expect(saysItIsNoPlan(loaded(sides), isPlan)).toBe(true);
  });
});

describe('a file is a plan', () => {
  test.each<readonly [string, Sides]>([
    ['that says so', { head: PLAN }],
    ['that says so in capitals', { head: 'type: Plan' }],
    ['that says so with characters that nobody sees', { head: 'type: "p\u200bl\u200ba\u00adn\u2060\ufe0f"' }],
    ['that says so with a byte order mark and a control character', { head: 'type: "\ufeffpl\\aan"' }],
    ['that says so with spaces', { head: 'type: "  p l a\u00a0n "' }],
    ['that says so in wide letters', { head: 'type: ｐｌａｎ' }],
    ['that says nothing that anybody sees', { head: 'type: "\u200b\u200b"' }],
    ['whose type is a slip of the pen with what nobody sees', { head: 'type: pl\u200bna\u200b\u200b' }],
    ['whose type is a list', { head: 'type: [summary]' }],
    ['whose type is a list of several', { head: 'type: [summary, notes]' }],
    ['whose type is a mapping', { head: 'type: { a: summary }' }],
    ['whose type is a number', { head: 'type: 5' }],
    ['whose type is a truth value', { head: 'type: false' }],
    ['whose type is no text by its tag', { head: 'type: !!binary c3VtbWFyeQ==' }],
    ['whose type is no text by a tag of its own', { head: 'type: !note summary' }],
    ['whose type is no text by the tag that an alias names', { head: 'a: &b !!binary c3Vt\ntype: *b' }],
    ['that was one by a list, whatever it calls itself now', { head: 'type: summary', base: 'type: [plan]' }],
    ['that declares no type', { head: 'title: A' }],
    ['whose type is a slip of the pen', { head: 'type: plna' }],
    ['whose type is one edit away', { head: 'type: plans' }],
    ['that becomes one', { head: PLAN, base: 'type: summary' }],
    ['that was one, whatever it calls itself now', { head: 'type: summary', base: PLAN }],
    ['that was one by a slip of the pen', { head: 'type: summary', base: 'type: plna' }],
    ['that could not be read before', { head: 'type: summary', base: ': [' }],
    ['that could not be read before, and said so', { head: 'type: summary', base: 'owner: @a\ntype: plan' }],
    ['that cannot be read, whatever it calls itself', { head: 'type: summary\nowner: @a' }],
    ['that had the state of one', { head: 'type: summary', base: 'lifecycle: active' }],
    ['that was one at another place', { head: 'type: summary', base: PLAN, previousPath: 'plans/b.md' }],
    ['that was one and is gone', { head: null, base: PLAN }],
    ['of which nothing could be read', { head: null }],
  ])('%s', (_, sides) => {
    expect(saysItIsNoPlan(loaded(sides), isPlan)).toBe(false);
  });
});
