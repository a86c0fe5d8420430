import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Quotes, scalarText } from '../../src/rules/scalar-text.ts';
import { fc } from '../fuzzing/fast-check.ts';

describe('a value in YAML', () => {
  test.each([
    ['never', '', 'never'],
    ['Search team', '', 'Search team'],
    ['docs/plans/new search.md', '', 'docs/plans/new search.md'],
    ['2026-03-02', '', '2026-03-02'],
    ['Überblick', '', 'Überblick'],
    [4100, '', '4100'],
    [4100, '"', '4100'],
    ['never', "'", "'never'"],
    ["it's", "'", "'it''s'"],
    ['never', '"', '"never"'],
    ['two\nlines', "'", '"two\\nlines"'],
  ] as const)('%j in the quotes <%s> is %s', (value, quotes, written) => {
    expect(scalarText(value, quotes)).toBe(written);
  });

  test.each([
    'true',
    'No',
    'null',
    '~',
    '',
    '12',
    '1e3',
    'E0',
    '.e5',
    '0x1f',
    '12:30',
    'a: b',
    'a #b',
    '@search',
    '- a',
    'a,b',
    '[a]',
    ' a',
    'a ',
    '.5',
    '...',
  ])('quotes %j', (value) => {
    expect(scalarText(value, '')).toBe(JSON.stringify(value));
  });

  test('is read as the same by YAML 1.2 and 1.1, alone and in a list', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom(...'0123456789.+-_:eExob') }),
          fc.constantFrom('yes', 'NULL', '.Inf', '-.inf', '.NaN', '2026-1-1', '0o17', '1_000'),
        ),
        fc.constantFrom<Quotes>('', '"', "'"),
        (value, quotes) => {
          const written = scalarText(value, quotes);
          expect(parse(`a: ${written} # b\nb: [${written}, c]\n`)).toEqual({ a: value, b: [value, 'c'] });
          if (!/^\d{4}-/.test(value)) {
            expect(parse(`a: ${written}\n`, { version: '1.1' })).toEqual({ a: value });
          }
        },
      ),
    );
  });
});
