import { expect, test } from '@jest/globals';
import { readLostComment } from '../../src/report/lost-comment.ts';

test.each([
  [
    'a marker that names its key',
    '<!-- plan-check {"v","key":"api"\n### Plan Check: all well',
    { key: 'api' },
  ],
  ['a marker that names none', '<!-- plan-check {"v"\n### Plan Check: all well', { key: null }],
  ['the heading alone', '\n### Plan Check: all well\n\n"key":"api"', { key: null }],
  ['another tool', '### Plan Checker: all well', null],
  ['the marker of the issue', '<!-- plan-check-issue {"v":1} -->', null],
  ['a quote', '> <!-- plan-check {"v":1} -->', null],
  ['a heading of another depth', '## Plan Check: all well', null],
  ['nothing', '', null],
])('of a comment that begins with %s', (_, body, lost) => {
  expect(readLostComment(body)).toEqual(lost);
});
