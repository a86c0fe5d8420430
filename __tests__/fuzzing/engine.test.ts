import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { misplaced } from '../plan/ranges-of.ts';
import { anyNastyText } from './any-text.ts';
import { checkCase, type FuzzCase } from './check-case.ts';
import { fc } from './fast-check.ts';
import { mutate } from './mutate.ts';
import { randomFrom } from './random.ts';
import { reduce } from './reduce.ts';
import { expectSoundMarkdown } from './sound-markdown.ts';

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples', 'repository', 'docs', 'plans');
const texts = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => readFileSync(join(EXAMPLES, name), 'utf8'));
const [first = '', ...rest] = texts;
const SEED = Number(process.env.FUZZ_SEED ?? 1);

const PATH = 'docs/plans/active/search.md';
const added = (after: string): FuzzCase => ({ path: PATH, before: null, after, others: {} });

describe('the whole engine', () => {
  test('has a sound answer to whatever is done to a plan', async () => {
    const random = randomFrom(SEED);
    for (let number = 0; number < 12; number++) {
      const before = random.pick([first, ...rest]);
      const after = mutate(before, random, random.pick([first, ...rest]));
      await checkCase({ path: PATH, before, after, others: { 'docs/plans/active/other.md': first } });
    }
  });

  test('has a sound answer to what is no plan at all', async () => {
    await fc.assert(
      fc.asyncProperty(anyNastyText, (text) => checkCase(added(text))),
      { numRuns: 12 },
    );
  });

  /** Each of them was answered wrongly once. */
  test.each([
    ['nothing at all', ''],
    ['an end that is thousands of years away', '---\ntype: plan\nexpires: 9999-12-31\n---\n'],
    [
      'weeks that lead beyond the last day that can be written',
      '---\ntype: plan\nlifecycle: active\ncreated: 9999-12-01\n---\n\n## Phases\n\n### Phase 1: Dig (Weeks 1-99)\n\n- [ ] a\n',
    ],
    ['a box of a blocker with its text on the next line', '## Current Blocker\n- [ ]\ne'],
    [
      'a heading of many lines, in which the line ends of Windows count twice',
      `${'| Phase 1 | ✅ Complete | 100% | 2026-02-30 | TBD |\n'.repeat(12)}--`,
    ],
  ])('has a sound answer to %s', async (_, text) => {
    await expect(checkCase(added(text))).resolves.toBeUndefined();
  });
});

test('two boxes that may both have become one are paired the same way there and back', async () => {
  const phase = '## Implementation Phases\n## Phase 1:\n';
  const before = `${phase}- [x] the index\n- [ ] Read it disk`;
  const after = `${phase}- [x] Build the index\ns*Read it from disk`;
  await expect(checkCase({ path: PATH, before, after, others: {} })).resolves.toBeUndefined();
});

describe('what the long run is made of', () => {
  test('chance is the same for the same seed', () => {
    const numbers = (seed: number): readonly number[] => {
      const random = randomFrom(seed);
      return Array.from({ length: 5 }, () => random.upTo(1_000));
    };
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
    const random = randomFrom(3);
    const picked = Array.from({ length: 200 }, () => random.pick(['a', 'b', 'c']));
    expect(new Set(picked)).toEqual(new Set(['a', 'b', 'c']));
  });

  test('a failing text is cut down to what makes it fail', async () => {
    const text = `${first}\nHere is the needle, and there.\n${first}`;
    expect(await reduce(text, (some) => Promise.resolve(some.includes('needle')))).toBe('needle');
  });

  test.each([
    ['a link', '[x](https://evil.example)'],
    ['a picture', '![x](https://github.com/acme/x.png)'],
    ['a call', 'Hello @octocat'],
    ['a tag', '<b>x'],
    ['a fold that is never closed', '<details><summary>x</summary>\n\nx'],
  ])('%s of a stranger is seen', (_, markdown) => {
    expect(() => expectSoundMarkdown('**Plan Check**: [x](https://github.com/acme/x)')).not.toThrow();
    expect(() => expectSoundMarkdown(markdown)).toThrow();
  });

  test.each([
    ['1:1-1:3', null],
    ['1:1-2:1', null],
    ['1:1-1:4', '1:1-1:4 of 2 lines'],
    ['1:2-1:1', '1:2-1:1 of 2 lines'],
    ['3:1-3:1', '3:1-3:1 of 2 lines'],
    ['0:1-1:1', '0:1-1:1 of 2 lines'],
  ])('of a text "ab" and a line feed the place %s is told from the others', (place, problem) => {
    const [line = 0, column = 0, endLine = 0, endColumn = 0] = place.split(/[:-]/).map(Number);
    const range = { start: { line, column }, end: { line: endLine, column: endColumn } };
    expect(misplaced('ab\n', range)).toBe(problem);
  });
});
