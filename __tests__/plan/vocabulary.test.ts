import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { ourField, stateOfWord, type Vocabulary } from '../../src/plan/vocabulary.ts';

const vocabulary: Vocabulary = {
  lifecycleAliases: new Map([
    ['future', 'draft'],
    ['In Arbeit', 'active'],
  ]),
  fieldAliases: new Map([
    ['last_reviewed', 'reviewed'],
    ['state', 'lifecycle'],
    ['files', 'related_code'],
  ]),
};

const plan = (...lines: readonly string[]): Plan =>
  parsePlan('x.md', ['---', ...lines, '---', ''].join('\n'), { vocabulary });

const at = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
});

test.each([
  ['future', 'draft'],
  ['FUTURE', 'draft'],
  ['in_arbeit', 'active'],
  ['Completed', 'completed'],
  ['later', null],
  ['', null],
])('the word %j says %j', (word, state) => {
  expect(stateOfWord(word, vocabulary)).toBe(state);
});

test('a key means what the team says', () => {
  expect(
    ['last_reviewed', 'reviewed', 'sprint', 'constructor'].map((key) => ourField(key, vocabulary)),
  ).toEqual(['reviewed', 'reviewed', 'sprint', 'constructor']);
});

describe('a plan in the words of its team', () => {
  const { frontMatter, lifecycle, dates, relatedCode } = plan(
    'state: in arbeit',
    'last_reviewed: 2026-01-05',
    'files: [src/a.ts]',
    'sprint: 4',
  );

  test('is read in ours', () => {
    expect(lifecycle).toBe('active');
    expect(dates.reviewed).toBe('2026-01-05');
    expect(relatedCode).toMatchObject([{ pattern: 'src/a.ts', range: at(4, 9, 17) }]);
    expect(frontMatter.data).toEqual({
      lifecycle: 'active',
      reviewed: '2026-01-05',
      related_code: ['src/a.ts'],
      sprint: 4,
    });
  });

  test('keeps what it says for a schema of the team', () => {
    expect(frontMatter.written).toEqual({
      state: 'in arbeit',
      last_reviewed: '2026-01-05',
      files: ['src/a.ts'],
      sprint: 4,
    });
  });

  test('has the places of its own keys, by either name', () => {
    expect(frontMatter.rangeOf(['reviewed'], 'key')).toEqual(at(3, 1, 14));
    expect(frontMatter.rangeOf(['last_reviewed'], 'value')).toEqual(at(3, 16, 26));
    expect(frontMatter.rangeOf(['related_code', 0], 'value')).toEqual(at(4, 9, 17));
    expect(frontMatter.rangeOf([], 'value')).toEqual(at(1, 1, 1));
  });

  test('says what it calls a key, also one that it has not', () => {
    const { nameOf } = plan('reviewed: 2026-01-05', 'files: []').frontMatter;
    expect(['reviewed', 'lifecycle', 'related_code', 'expires'].map(nameOf)).toEqual([
      'reviewed',
      'state',
      'files',
      'expires',
    ]);
  });
});

test('a word of ours stays as it is spelt', () => {
  expect(plan('state: Active').frontMatter.data).toEqual({ lifecycle: 'Active' });
});

test('a key of the team without a value has its place', () => {
  const { frontMatter } = plan('title: x', 'last_reviewed:');
  expect(frontMatter.data).toEqual({ title: 'x' });
  expect(frontMatter.rangeOf(['reviewed'], 'key')).toEqual(at(3, 1, 14));
});

test('of two keys of one meaning ours counts', () => {
  const { frontMatter, dates } = plan('last_reviewed: 2026-01-05', 'reviewed: 2026-02-01');
  expect(dates.reviewed).toBe('2026-02-01');
  expect(frontMatter.data).toEqual({ last_reviewed: '2026-01-05', reviewed: '2026-02-01' });
  expect(frontMatter.rangeOf(['reviewed'], 'value')).toEqual(at(3, 11, 21));
});

test('an empty key of ours does not hide the team’s', () => {
  const { frontMatter, dates } = plan('reviewed:', 'last_reviewed: 2026-01-05');
  expect(dates.reviewed).toBe('2026-01-05');
  expect(frontMatter.rangeOf(['reviewed'], 'value')).toEqual(at(3, 16, 26));
});
