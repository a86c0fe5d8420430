import { describe, expect, test } from '@jest/globals';
import { isGivenUp } from '../../src/plan/given-up.ts';

describe('a cell', () => {
  test.each([
    'Deferred',
    '**Deferred**',
    '(deferred)',
    'Won’t do',
    "Won't fix",
    'Not needed',
    'No longer required',
    'Merged into Phase 2',
    'Moved to the next plan',
    'Superseded by search-2',
    '❌ Cancelled',
    ':x: Cancelled',
    '⏳ Postponed to v2',
    'N/A',
    'Out of scope',
    'Descoped',
    'Duplicate of Phase 1',
  ])('%j says that its phase was given up', (cell) => {
    expect(isGivenUp(cell)).toBe(true);
  });

  test.each([
    '',
    'Pending',
    'Not needed yet',
    'Merged into main',
    'Merged',
    '🔄 Moved to Phase 2',
    'On hold',
    'Removing',
    'To be deferred',
    '❌',
  ])('%j does not', (cell) => {
    expect(isGivenUp(cell)).toBe(false);
  });
});
