import { describe, expect, test } from '@jest/globals';
import { MAX_COMMENT_LENGTH } from '../../src/report/comment-marker.ts';
import { renderFailure } from '../../src/report/failure.ts';

describe('the comment of a run that came to no result', () => {
  test('says why', () => {
    expect(renderFailure('The schema could not be read.')).toBe(
      '### Plan Check: could not check\n\nThe schema could not be read.',
    );
  });

  test('has a paragraph for each sentence, and counts those that are too many', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `Problem ${index + 1}.`);
    expect(renderFailure(lines.join('\n')).split('\n\n')).toEqual([
      '### Plan Check: could not check',
      ...lines.slice(0, 5),
      'And 7 more lines in the log of the run.',
    ]);
  });

  test("takes a stranger's text for nothing but text, and not for more than a comment holds", () => {
    const body = renderFailure(`unknown key "<img src=x> @octocat \`x\` ${'$'.repeat(50_000)}"\n`.repeat(20));
    expect(body).not.toMatch(/<img|@octocat|`/);
    expect(body.length).toBeLessThan(MAX_COMMENT_LENGTH - 1_000);
  });
});
