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
  ['a marker without its JSON', '<!-- plan-check\n### Plan Check: 2 errors in 1 changed plan', { key: null }],
  ['the heading of a comment that could not check', '### Plan Check: could not check', { key: null }],
  ['the words of a person', 'plan-check fails here because of the clock.', null],
  ['a list of checks', 'plan-check list of 3 points', null],
  ['the heading of another workflow', '### Plan Check for Terraform\n\n3 to add.', null],
  ['a heading that goes on', '### Plan Check-in notes', null],
  ['a heading with words of others', '### Plan Check: what we agreed on', null],
  ['a marker of another tool', '<!-- plan-check v2 -->\nOur notes.', null],
  ['another tool', '### Plan Checker: all well', null],
  ['the marker of the issue', '<!-- plan-check-issue {"v":1} -->', null],
  ['a quote', '> <!-- plan-check {"v":1} -->', null],
  ['a heading of another depth', '## Plan Check: all well', null],
  ['nothing', '', null],
])('of a comment that begins with %s', (_, body, lost) => {
  expect(readLostComment(body)).toEqual(lost);
});
