import { expect, test } from '@jest/globals';
import { boundedText } from '../../src/checking/bounded-text.ts';
import type { FileContent } from '../../src/repository/repository.ts';

const text = (text: string): FileContent => ({ kind: 'text', text });
const tooMuch: FileContent = {
  kind: 'failed',
  message: 'The plans have over 5 characters or 3 lines together: check fewer at once.',
};

test('texts are taken up to a number of characters, and what is beyond is said to be missing', () => {
  const { take, isReached } = boundedText({ characters: 5, lines: 3 });
  expect([text('abc'), { kind: 'missing' } as const, text('de')].map(take)).toEqual([
    text('abc'),
    { kind: 'missing' },
    text('de'),
  ]);
  expect(isReached()).toBe(false);
  expect(take(text('f'))).toEqual(tooMuch);
  expect(isReached()).toBe(true);
  expect(take(text(''))).toEqual(tooMuch);
});

test('lines count as well, as each may be a box', () => {
  const { take } = boundedText({ characters: 5, lines: 3 });
  expect(take(text('a\nb'))).toEqual(text('a\nb'));
  expect(take(text('\n'))).toEqual(tooMuch);
});
