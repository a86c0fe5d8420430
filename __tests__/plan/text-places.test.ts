import { describe, expect, test } from '@jest/globals';
import { textPlaces } from '../../src/plan/text-places.ts';

describe('places in a text', () => {
  const { offsetOf, textIn, lineAt } = textPlaces('one\r\ntwo\n\nfour');

  test('are offsets', () => {
    expect(offsetOf({ line: 1, column: 1 })).toBe(0);
    expect(offsetOf({ line: 2, column: 3 })).toBe(7);
    expect(offsetOf({ line: 4, column: 5 })).toBe(14);
  });

  test('end with their line, and with the text', () => {
    expect(offsetOf({ line: 2, column: 99 })).toBe(8);
    expect(offsetOf({ line: 9, column: 1 })).toBe(14);
  });

  test('are where something stands', () => {
    const range = { start: { line: 1, column: 3 }, end: { line: 2, column: 2 } };
    expect(textIn(range)).toBe('e\r\nt');
    expect([1, 2, 3, 4, 5].map(lineAt)).toEqual(['one', 'two', '', 'four', '']);
  });
});
