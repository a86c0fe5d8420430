import { describe } from '@jest/globals';
import type { KeyPath } from '../../src/plan/front-matter.ts';
import { insertKey, removeKey, setValue, setValueAt } from '../../src/rules/front-matter-edit.ts';
import type { Scalar } from '../../src/rules/scalar-text.ts';
import { type Edit, testEdits } from './edit-test.ts';

const set =
  (path: KeyPath, value: Scalar): Edit =>
  (plan) =>
    setValue(plan, path, value);

describe('setting a value', () => {
  testEdits({
    'keeps the comment and the blanks behind it': {
      lines: ['status:  Active   # since May', 'title: a'],
      edit: set(['status'], 'active'),
      becomes: ['status:  active   # since May', 'title: a'],
    },
    'keeps double quotes': {
      lines: ['status: "Active"'],
      edit: set(['status'], 'active'),
      becomes: ['status: "active"'],
    },
    'keeps single quotes': {
      lines: ["status: 'Active' # x"],
      edit: set(['status'], "it's"),
      becomes: ["status: 'it''s' # x"],
    },
    'puts quotes where YAML needs them': {
      lines: ['status: Active'],
      edit: set(['status'], 'a: b'),
      becomes: ['status: "a: b"'],
    },
    'writes numbers without quotes': {
      lines: ['ai:', '  token_budget: "100"'],
      edit: set(['ai', 'token_budget'], 4100),
      becomes: ['ai:', '  token_budget: 4100'],
    },
    'reaches a member of a list': {
      lines: ['related_plans:', '  - a.md # old', '  - b.md'],
      edit: set(['related_plans', 0], 'c.md'),
      becomes: ['related_plans:', '  - c.md # old', '  - b.md'],
    },
    'reaches a member between brackets': {
      lines: ['related_plans: [a.md, "b.md"]'],
      edit: set(['related_plans', 1], 'c.md'),
      becomes: ['related_plans: [a.md, "c.md"]'],
    },
    'reaches a key between braces': {
      lines: ['ai: { priority: High, context_load: always }'],
      edit: set(['ai', 'priority'], 'high'),
      becomes: ['ai: { priority: high, context_load: always }'],
    },
    'takes a value over several lines as one': {
      lines: ['title: faster', '  search', 'status: x'],
      edit: set(['title'], 'slow'),
      becomes: ['title: slow', 'status: x'],
    },
    'fills an empty value': {
      lines: ['status: # later', 'title: a'],
      edit: set(['status'], 'draft'),
      becomes: ['status: draft # later', 'title: a'],
    },
    'fills empty quotes': {
      lines: ["status: ''"],
      edit: set(['status'], 'draft'),
      becomes: ["status: 'draft'"],
    },
    'leaves an anchor alone': {
      lines: ['status: &s Active', 'lifecycle: *s'],
      edit: set(['status'], 'active'),
      becomes: null,
    },
    'leaves an alias alone': {
      lines: ['status: &s Active', 'lifecycle: *s'],
      edit: set(['lifecycle'], 'active'),
      becomes: null,
    },
    'leaves a tag alone': { lines: ['status: !!str x'], edit: set(['status'], 'y'), becomes: null },
    'leaves a block text alone': {
      lines: ['title: |', '  a', '  b'],
      edit: set(['title'], 'c'),
      becomes: null,
    },
    'leaves a list alone': { lines: ['title:', '  - a'], edit: set(['title'], 'c'), becomes: null },
    'does not write a key that is not there': {
      lines: ['title: a'],
      edit: set(['status'], 'c'),
      becomes: null,
    },
    'does not write into a mapping that is not there': {
      lines: ['ai: x'],
      edit: set(['ai', 'priority'], 'c'),
      becomes: null,
    },
    'does not write a member that is not there': {
      lines: ['list: [a]'],
      edit: set(['list', 1], 'c'),
      becomes: null,
    },
  });
});

const remove =
  (...path: KeyPath): Edit =>
  (plan) =>
    removeKey(plan, path);

describe('taking a key away', () => {
  testEdits({
    'takes its line and the comment on it': {
      lines: ['# head', 'a: 1 # one', '# two', 'b: 2'],
      edit: remove('a'),
      becomes: ['# head', '# two', 'b: 2'],
    },
    'takes the lines of its value': {
      lines: ['a: 1', 'ai:', '  triggers:', '    - x', '    - y # z', 'b: |', '  c', 'd: 1'],
      edit: remove('ai'),
      becomes: ['a: 1', 'b: |', '  c', 'd: 1'],
    },
    'takes the last key': { lines: ['a: 1', 'b: |', '  c', '  d'], edit: remove('b'), becomes: ['a: 1'] },
    'takes a key without a value': { lines: ['a: # x', 'b: 1'], edit: remove('a'), becomes: ['b: 1'] },
    'takes a key of a mapping': {
      lines: ['ai:', '  a: 1', '  b: 2'],
      edit: remove('ai', 'a'),
      becomes: ['ai:', '  b: 2'],
    },
    'leaves a key between braces alone': {
      lines: ['ai: { a: 1, b: 2 }'],
      edit: remove('ai', 'a'),
      becomes: null,
    },
    'leaves a key of a list member alone': {
      lines: ['list:', '  - a: 1', '    b: 2'],
      edit: remove('list', 0, 'a'),
      becomes: null,
    },
    'leaves what is not there alone': { lines: ['a: 1'], edit: remove('b'), becomes: null },
  });
});

const insert =
  (path: KeyPath, value: Scalar, ...after: readonly string[]): Edit =>
  (plan) =>
    insertKey(plan, path, value, { after });

describe('writing a new key', () => {
  testEdits({
    'puts it below the first that is there': {
      lines: ['title: a # x', 'created: 2026-01-01', 'owner:', '  - b', 'z: 1'],
      edit: insert(['expires'], '2026-05-01', 'reviewed', 'owner', 'title'),
      becomes: ['title: a # x', 'created: 2026-01-01', 'owner:', '  - b', 'expires: 2026-05-01', 'z: 1'],
    },
    'puts it last where none is there': {
      lines: ['title: a', '# end'],
      edit: insert(['superseded_by'], '@new', 'lifecycle'),
      becomes: ['title: a', '# end', 'superseded_by: "@new"'],
    },
    'indents it like its neighbour': {
      lines: ['ai:', '    priority: high', 'z: 1'],
      edit: insert(['ai', 'context_load'], 'never', 'priority'),
      becomes: ['ai:', '    priority: high', '    context_load: never', 'z: 1'],
    },
    'leaves a mapping without the neighbour alone': {
      lines: ['ai:', '  x: 1'],
      edit: insert(['ai', 'context_load'], 'never', 'priority'),
      becomes: null,
    },
    'leaves braces alone': {
      lines: ['{ title: a }'],
      edit: insert(['owner'], 'b', 'title'),
      becomes: null,
    },
    'leaves braces alone, at the end too': {
      lines: ['{ title: a }'],
      edit: insert(['owner'], 'b'),
      becomes: null,
    },
    'does not write a key twice': {
      lines: ['owner:', 'title: a'],
      edit: insert(['owner'], 'b', 'title'),
      becomes: null,
    },
  });
});

describe('setting a value by its range', () => {
  const setAt =
    (path: KeyPath, value: Scalar): Edit =>
    (plan) =>
      setValueAt(plan, plan.frontMatter.rangeOf(path, 'value'), value);

  testEdits({
    'is the same': {
      lines: ['list:', '  - "a: b" # x'],
      edit: setAt(['list', 0], 'c'),
      becomes: ['list:', '  - "c" # x'],
    },
    'leaves a list alone': { lines: ['list:', '  - a'], edit: setAt(['list'], 'c'), becomes: null },
    'leaves a mapping alone': { lines: ['ai:', '  a: 1'], edit: setAt(['ai'], 'c'), becomes: null },
    'leaves brackets alone': { lines: ['list: [a]'], edit: setAt(['list'], 'c'), becomes: null },
  });
});
