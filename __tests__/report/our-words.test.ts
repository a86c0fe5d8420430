import { expect, test } from '@jest/globals';
import { ourWords } from '../../src/report/our-words.ts';

test('are the values that the format names, and the rules', () => {
  const words = ourWords();
  for (const word of [
    'plan-check',
    'success',
    'incomplete',
    'modified',
    'gate-pending',
    'overclaim',
    'expired',
  ])
    expect(words).toContain(word);
  for (const word of ['plans', 'Audit log', '']) expect(words).not.toContain(word);
});
