import { expect, test } from '@jest/globals';
import { cellOf } from '../../src/report/table-cell.ts';

test('a cell stands its lines below each other', () => {
  expect(cellOf(['+4 tasks, +1 gate', 'phase 2 → gate pending'])).toBe(
    '+4 tasks, +1 gate<br>phase 2 → gate pending',
  );
});

test('a cell without a line says so', () => {
  expect(cellOf([])).toBe('–');
});
