import { describe, expect, test } from '@jest/globals';
import { FILE_START } from '../../src/plan/position.ts';
import { fixOf } from '../../src/rules/fix-of.ts';
import { replaceRange } from '../../src/rules/text-edit.ts';

describe('a fix', () => {
  const edits = replaceRange(FILE_START, 'a');

  test('is all of its edits', () => {
    expect(fixOf(edits, edits)).toEqual({ fix: [...edits, ...edits] });
  });

  test('is none where one of them cannot be made', () => {
    expect(fixOf(edits, null)).toEqual({});
    expect(fixOf()).toEqual({});
  });
});
