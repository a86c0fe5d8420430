import { describe, expect, test } from '@jest/globals';
import { formatWords, limitWords, typeWords } from '../../src/rules/schema-words.ts';

describe('words of a schema', () => {
  test('are said in ours', () => {
    expect(typeWords(['string', 'array'])).toBe('text or a list');
    expect(formatWords(['email'])).toBe('an e-mail address');
    expect(limitWords('maxItems', ['3'])).toBe('have at most this many entries: 3');
  });

  test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])(
    'are said as they are where we have none, also "%s"',
    (word) => {
      expect(typeWords([word, 'null'])).toBe(`${word} or empty`);
      expect(formatWords([word])).toBe(`in the format "${word}"`);
      expect(limitWords(word, ['3'])).toBeNull();
    },
  );

  test('keep a limit as it is written', () => {
    expect(limitWords('minimum', ['$&'])).toBe('be at least $&');
  });
});
