import { describe, expect, test } from '@jest/globals';
import { gapsByReason } from '../../src/report/gaps-by-reason.ts';
import type { CoverageGap } from '../../src/report/report.ts';

const unread = (path: string, why: string): CoverageGap => ({
  ...{ what: 'file', path, blocking: true },
  message: `"${path}" could not be read at the head: ${why}`,
});
const told = (gaps: readonly CoverageGap[]): readonly string[] =>
  gapsByReason(gaps).map(({ message }) => message);

describe('what could not be computed', () => {
  test('is told once for the files of which it is the same, in the order in which it came', () => {
    const list: CoverageGap = { what: 'plan-files', message: 'The list was cut.', blocking: true };
    const gaps = ['a', 'b', 'c', 'd', 'e'].map((name) => unread(`${name}.md`, 'The limit is used up.'));
    expect(told([list, ...gaps.slice(0, 2), unread('z.md', 'It went away.'), ...gaps.slice(2)])).toEqual([
      'The list was cut.',
      '"a.md", "b.md", "c.md" and 2 more could not be read at the head: The limit is used up.',
      '"z.md" could not be read at the head: It went away.',
    ]);
    expect(told(gaps.slice(0, 2))).toEqual([
      '"a.md" and "b.md" could not be read at the head: The limit is used up.',
    ]);
  });

  test('stays as it is where the sentence is about one file, or about none', () => {
    const gone = (path: string): CoverageGap => ({ ...unread(path, ''), message: `"${path}" was listed.` });
    const other: CoverageGap = { ...unread('a.md', ''), message: 'Of "a.md" nothing is known.' };
    expect(told([gone('a.md'), gone('b.md'), other, other])).toEqual([
      '"a.md" was listed.',
      '"b.md" was listed.',
      ...[other.message, other.message],
    ]);
  });

  test('keeps what blocks apart from what does not', () => {
    const gaps = [unread('a.md', 'Why.'), { ...unread('b.md', 'Why.'), blocking: false }];
    expect(gapsByReason(gaps)).toEqual(gaps);
  });
});
