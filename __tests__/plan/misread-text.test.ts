import { describe, expect, test } from '@jest/globals';
import { findMisreadText } from '../../src/plan/misread-text.ts';

const restored = (text: string): readonly string[] => findMisreadText(text).map((run) => run.restored);

/** The text as it looks after its UTF-8 was read in another encoding. */
const misread = (text: string, encoding: string): string =>
  new TextDecoder(encoding).decode(new TextEncoder().encode(text));

describe.each(['macintosh', 'windows-1252'])('text that was read as %s', (encoding) => {
  test.each(['✅', '🔄', '⏳', '❌', '⏭️', '→', '—', '’', '├──', 'é', 'привет', '日本語', '•', '👩‍💻'])(
    'is put back: %s',
    (text) => {
      expect(findMisreadText(`caf${misread(text, encoding)} x`)).toEqual([
        { index: 3, text: misread(text, encoding), restored: text },
      ]);
    },
  );

  test.each([
    'Größe',
    '« café »',
    '„Spaß“',
    '‚so‘',
    '✅ 🔄 ⏳ ❌',
    'naïve',
    'ÄÖÜ',
    'Æther',
    'ÀÉÎÕÜ',
    '10 °C ± 1 µm',
  ])('is not what it is by itself: %s', (text) => {
    expect(restored(text)).toEqual([]);
  });
});

test.each(['macintosh', 'windows-1252'])('every byte of %s is known', (encoding) => {
  const twoBytes = Array.from({ length: 0x800 - 0xa0 }, (_, index) => String.fromCharCode(0xa0 + index));
  const text = `${twoBytes.join('')}\u0800\u{1F600}`;
  expect(restored(misread(text, encoding))).toEqual([text]);
});

describe('a stretch is left alone', () => {
  test.each([
    ['that chance may have put together', 'fatigué…» and é’“ and É»'],
    ['that is a capital with a closing quote', '«AMANHÃ»'],
    ['that is a formula', '√π and 2√π and ¬∂'],
    ['that has a character of no code page in it', 'Ã©→Ã©'],
    ['that is cut off', 'â€'],
    ['that stands in back ticks by itself', '`â€“` and `‚úÖ`'],
  ])('%s', (_, text) => {
    expect(restored(text)).toEqual([]);
  });
});

test('a sign that lost its first character is not put back by guessing', () => {
  expect(restored('üîÑ')).toEqual([]);
});

test('a long text takes no longer than it must', () => {
  const text = `${'é'.repeat(200_000)} ${'â€“ '.repeat(50_000)}`;
  expect(findMisreadText(text)).toHaveLength(50_000);
});
