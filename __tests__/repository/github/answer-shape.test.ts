import { describe, expect, test } from '@jest/globals';
import { fields, maybe, type Shape, shapeProblem } from '../../../src/repository/github/answer-shape.ts';

const SHAPE: Shape = fields({
  sha: 'commit',
  files: [fields({ name: 'text', size: maybe('number') })],
  truncated: 'flag',
  byName: maybe({ each: fields({ id: 'id' }) }),
});
const GOOD = { sha: 'a'.repeat(40), files: [{ name: 'a.md' }], truncated: false };

describe('an answer of GitHub is believed when it has what is read of it', () => {
  test.each<readonly [string, unknown, string | null]>([
    ['all of it', GOOD, null],
    ['more than that', { ...GOOD, more: 1, byName: { a: { id: '7' }, b: { id: 8 } } }, null],
    ['null for what may be missing', { ...GOOD, files: [{ name: 'a', size: null }], byName: null }, null],
    ['nothing', undefined, 'the answer is missing'],
    ['null', null, 'the answer is no object'],
    ['a list', [], 'the answer is no object'],
    ['no list', { ...GOOD, files: {} }, '"files" is no list'],
    ['a missing list', { ...GOOD, files: undefined }, '"files" is missing'],
    ['a number for a text', { ...GOOD, files: [{ name: 'a' }, { name: 7 }] }, '"files.1.name" is no text'],
    ['a text for a number', { ...GOOD, files: [{ name: 'a', size: '7' }] }, '"files.0.size" is no number'],
    ['a text for yes or no', { ...GOOD, truncated: 'false' }, '"truncated" is no yes or no'],
    ['half a commit', { ...GOOD, sha: 'a'.repeat(39) }, '"sha" is no commit'],
    ['no number of a comment', { ...GOOD, byName: { a: { id: '1e9' } } }, '"byName.a.id" is no number'],
  ])('%s', (_, answer, problem) => {
    expect(shapeProblem(answer, SHAPE)).toBe(problem);
  });
});
