import { describe, expect, test } from '@jest/globals';
import {
  type CommentMarker,
  MAX_HASH_LENGTH,
  markerReserve,
  parseMarker,
  renderMarker,
} from '../../src/report/comment-marker.ts';
import { fc } from '../fuzzing/fast-check.ts';

const MARKER: CommentMarker = { key: 'default', head: 'a'.repeat(40), run: 123, attempt: 1, hash: 'f00d' };
const LINE = `<!-- plan-check {"v":1,"key":"default","head":"${'a'.repeat(40)}","run":123,"attempt":1,"hash":"f00d"} -->`;

const markers = fc.record({
  key: fc.string({ maxLength: 200, unit: 'binary' }),
  head: fc.string({ maxLength: 64, unit: fc.constantFrom(...'0123456789abcdef') }),
  run: fc.integer({ min: 0, max: 1e15 }),
  attempt: fc.integer({ min: 0, max: 1e6 }),
  hash: fc.string({ maxLength: MAX_HASH_LENGTH, unit: fc.constantFrom(...'0123456789abcdef') }),
});

describe('the marker', () => {
  test('is one line that nobody sees', () => {
    expect(renderMarker(MARKER)).toBe(LINE);
  });

  test('is read from the first line of a body', () => {
    expect(parseMarker(`${LINE}\n### Plan Check\n`)).toEqual(MARKER);
    expect(parseMarker(`${LINE}\r\n### Plan Check\r\n`)).toEqual(MARKER);
    expect(parseMarker(LINE)).toEqual(MARKER);
  });

  test('no key ends the HTML comment early', () => {
    const key = '--> <script>alert(1)</script> <!-- --!>\n"';
    const line = renderMarker({ ...MARKER, key });
    expect(line.slice(4, -3)).not.toMatch(/[<>\n]/);
    expect(parseMarker(line)?.key).toBe(key);
  });

  test('what is rendered is read again, and fits what is kept free for it', () => {
    fc.assert(
      fc.property(markers, (marker) => {
        const line = renderMarker(marker);
        expect(parseMarker(`${line}\nbody`)).toEqual(marker);
        expect(line).not.toContain('\n');
        expect(line.length + 1).toBeLessThanOrEqual(markerReserve(marker.key));
      }),
    );
  });

  test.each([
    ['no comment', 'Looks good to me.'],
    ['an empty one', ''],
    ['one that does not stand first', `\n${LINE}`],
    ['one of another tool', LINE.replace('plan-check', 'plan-checker')],
    ['one that does not end', LINE.slice(0, -4)],
    ['one with more on its line', `${LINE} hello`],
    ['no JSON', '<!-- plan-check {"v":1 -->'],
    ['JSON that is no object', '<!-- plan-check null -->'],
    ['a list', '<!-- plan-check [1] -->'],
    ['an unknown version', LINE.replace('"v":1', '"v":2')],
    ['a missing value', LINE.replace('"attempt":1,', '')],
    ['a text for a number', LINE.replace('"run":123', '"run":"123"')],
    ['a number that is none', LINE.replace('"run":123', '"run":1e999')],
    ['a negative number', LINE.replace('"run":123', '"run":-1')],
    ['a number for a text', LINE.replace('"default"', '7')],
    ['an endless first line', `<!-- plan-check {"v":1,"key":"${'k'.repeat(10_000)}"} -->`],
  ])('is not found in %s', (_, body) => {
    expect(parseMarker(body)).toBeNull();
  });

  test('any text at all is read without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseMarker(`<!-- plan-check ${text} -->\n`);
        parseMarker(text);
      }),
    );
  });
});
