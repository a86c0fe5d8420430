import { expect, test } from '@jest/globals';
import { cellOf } from '../../src/report/table-cell.ts';

/** With a `_` for each space that is never broken at. */
const shown = (...lines: readonly string[]): string => cellOf(lines).replaceAll('\u00a0', '_');

test.each([
  ['nothing', [], '–'],
  ['a line each', ['reviewed', 'expires'], 'reviewed<br>expires'],
  ['few words together', ['was in progress'], 'was_in_progress'],
  ['a list between its parts', ['+4 tasks, 1 gate added'], '+4_tasks, 1_gate_added'],
  ['a bar and its numbers between them', ['`█░` 1/2 done'], '`█░` 1/2_done'],
  ['facts between them', ['46/50 · 2 deferred'], '46/50 · 2_deferred'],
  ['a move before its arrow', ['phase 2 → gate pending'], 'phase_2 →_gate_pending'],
  ['a remark before its bracket', ['tasks 3/5 → 4/7 (2 added)'], 'tasks_3/5 →_4/7 (2_added)'],
  ['long words anywhere', ['a reason that is longer than a column'], 'a reason that is longer than a column'],
])('a cell holds %s', (_, lines, expected) => {
  expect(shown(...lines)).toBe(expected);
});
