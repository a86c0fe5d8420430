import { describe, expect, test } from '@jest/globals';
import { linesOf, spliceTraced, untouched } from '../../src/fixing/traced-text.ts';
import { applySplices, type Splice } from '../../src/rules/splice.ts';
import { fc } from '../fuzzing/fast-check.ts';

const TEXT = 'one\ntwo\nthree\n';

describe('a text with its lines traced', () => {
  test('knows every line before anything is changed', () => {
    expect(untouched(TEXT)).toEqual({ text: TEXT, origins: [0, 1, 2] });
    expect(untouched('')).toEqual({ text: '', origins: [] });
  });

  test('loses the lines that a change touches', () => {
    expect(spliceTraced(untouched(TEXT), [{ from: 5, to: 6, text: 'W' }])).toEqual({
      text: 'one\ntWo\nthree\n',
      origins: [0, null, 2],
    });
  });

  test('follows the others through more lines and fewer', () => {
    const more = spliceTraced(untouched(TEXT), [{ from: 5, to: 6, text: 'a\nb\nc' }]);
    expect(more).toEqual({ text: 'one\nta\nb\nco\nthree\n', origins: [0, null, null, null, 2] });
    expect(spliceTraced(more, [{ from: 1, to: 11, text: '' }])).toEqual({
      text: 'o\nthree\n',
      origins: [null, 2],
    });
  });

  test('only ever takes a line for one that says the same', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '', '\n', '\r\n', '\n'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    const steps = fc.array(
      fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', 'x', '\n', 'x\n', '\nx', 'x\ny')),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(text, steps, (original, changes) => {
        const before = linesOf(original);
        const after = changes.reduce((traced, [at, length, inserted]) => {
          const from = at % (traced.text.length + 1);
          const splice: Splice = { from, to: Math.min(traced.text.length, from + length), text: inserted };
          const next = spliceTraced(traced, [splice]);
          expect(next.text).toBe(applySplices(traced.text, [splice]));
          return next;
        }, untouched(original));
        const lines = linesOf(after.text);
        expect(after.origins.length).toBe(lines.length);
        const kept = after.origins.flatMap((origin, index) => (origin === null ? [] : [[origin, index]]));
        for (const [origin = -1, index = -1] of kept) expect(lines[index]).toBe(before[origin]);
        const origins = kept.map(([origin = -1]) => origin);
        expect(origins).toEqual([...new Set(origins)].toSorted((a, b) => a - b));
      }),
    );
  });
});
