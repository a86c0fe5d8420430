import { describe, expect, test } from '@jest/globals';
import { decodeText } from '../../src/repository/decode-text.ts';
import { MAX_FILE_BYTES } from '../../src/repository/repository.ts';

describe('bytes as text', () => {
  test('UTF-8 is text, whatever its line ends', () => {
    const text = '# Plan “ü” 🚀\r\n\n- [x] done\u{fffd}';
    expect(decodeText(Buffer.from(text))).toEqual({ kind: 'text', text });
  });

  test('an empty file is an empty text', () => {
    expect(decodeText(new Uint8Array())).toEqual({ kind: 'text', text: '' });
  });

  test('a byte order mark is left out, once', () => {
    expect(decodeText(Buffer.from('\u{feff}---\n'))).toEqual({ kind: 'text', text: '---\n' });
    expect(decodeText(Buffer.from('\u{feff}\u{feff}a'))).toEqual({ kind: 'text', text: '\u{feff}a' });
  });

  test.each([
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9]],
    ['a cut sequence', [0x61, 0xf0, 0x9f, 0x9a]],
    ['an overlong sequence', [0xc0, 0xaf]],
    ['a lone surrogate', [0xed, 0xa0, 0x80]],
    ['UTF-16, the low byte first', [0xff, 0xfe, 0x2d, 0x00]],
    ['UTF-16, the high byte first', [0xfe, 0xff, 0x00, 0x2d]],
  ])('%s is not UTF-8', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ kind: 'unreadable', reason: 'not-utf-8' });
  });

  test('a zero makes it binary, also one far down', () => {
    const far = Buffer.concat([Buffer.alloc(100_000, 'a'), Buffer.from([0])]);
    expect(decodeText(far)).toEqual({ kind: 'unreadable', reason: 'binary' });
    expect(decodeText(Buffer.from('plan', 'utf16le'))).toEqual({ kind: 'unreadable', reason: 'binary' });
  });

  test('one byte too many is too large', () => {
    const most = decodeText(Buffer.alloc(MAX_FILE_BYTES, 'a'));
    expect(most).toEqual({ kind: 'text', text: 'a'.repeat(MAX_FILE_BYTES) });
    const more = decodeText(Buffer.alloc(MAX_FILE_BYTES + 1, 'a'));
    expect(more).toEqual({ kind: 'unreadable', reason: 'too-large' });
  });
});
