import { describe, expect, test } from '@jest/globals';
import { jsonErrorLine } from '../../src/schema/json-error.ts';

describe('the line of the first mistake in a JSON text', () => {
  test.each<[string, string, number | null]>([
    ['is none in JSON', '{\n  "a": [1, -2.5e3, true, null, "x\\u00e9"],\n  "b": {}\n}\n', null],
    ['is that of a trailing comma', '{\n  "a": 1,\n}', 3],
    ['is that of a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3],
    ['is that of a bare word', '{\n  "a": yes\n}', 2],
    ['is that of single quotes', "{\n\n  'a': 1}", 3],
    ['is that of a missing value', '{\n"a":\n}', 3],
    ['is that of a wrong bracket', '[\n1\n}', 3],
    ['is that of a string that never ends', '{\n"a": "x\n}', 2],
    ['is the last one, when the end is missing', '{\n"a": {\n"b": 1\n', 3],
    ['is that of what follows the end', '{}\n{}', 2],
    ['is that of a comma first', '[,1]', 1],
    ['is 1 in an empty text', '', 1],
    ['is that of a number with a leading zero', '[\n01]', 2],
  ])('%s', (_, text, line) => {
    expect(jsonErrorLine(text)).toBe(line);
  });
});
