import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import schema from '../../schema/baseline.schema.json' with { type: 'json' };
import { formatBaseline, parseBaseline } from '../../src/settings/baseline-file.ts';

const ENTRIES = [
  { path: 'plans/b.md', rule: 'expired', text: 'past 2026-03-01', count: 1 },
  { path: 'plans/a.md', rule: 'unknown-checkbox-mark', text: '"?"', count: 3 },
];

const TEXT = `{
  "version": 1,
  "entries": [
    {"path":"plans/a.md","rule":"unknown-checkbox-mark","text":"\\"?\\"","count":3},
    {"path":"plans/b.md","rule":"expired","text":"past 2026-03-01"}
  ]
}
`;

const read = (text: string) => parseBaseline(text, 'known.json');
const REWRITE = 'write it anew with "plan-check check --write-baseline".';

describe('a baseline', () => {
  test('is written sorted, an entry a line, and read again', () => {
    expect(formatBaseline(ENTRIES)).toBe(TEXT);
    expect(formatBaseline(read(TEXT))).toBe(TEXT);
    expect(read(TEXT)).toEqual(ENTRIES.toReversed());
  });

  test('may be empty', () => {
    expect(formatBaseline([])).toBe('{\n  "version": 1,\n  "entries": []\n}\n');
    expect(read(formatBaseline([]))).toEqual([]);
  });

  test('is as its schema says', () => {
    const validate = new Ajv({ strict: true }).compile(schema);
    expect(validate(JSON.parse(TEXT))).toBe(true);
    expect(validate(JSON.parse(formatBaseline([])))).toBe(true);
  });

  test.each([
    [
      'with the marks of a merge',
      TEXT.replace('    {"path":"plans/b.md"', '<<<<<<< ours\n    {"path":"plans/b.md"'),
      `known.json:5: this is no JSON; take the marks of a merge away if there are any, or ${REWRITE}`,
    ],
    [
      'that is empty',
      '',
      `known.json:1: this is no JSON; take the marks of a merge away if there are any, or ${REWRITE}`,
    ],
    [
      'of another version',
      TEXT.replace('1', '2'),
      `known.json:1: this version of Plan Check does not know the "version" of the baseline; ${REWRITE}`,
    ],
    [
      'with an entry that lacks its rule',
      TEXT.replace('"rule":"expired",', ''),
      `known.json:5: entry 2 is not as it is written: it must have required property 'rule'; ${REWRITE}`,
    ],
    [
      'with no place',
      TEXT.replace('3}', '0}'),
      `known.json:4: entry 1 is not as it is written: it must be >= 1; ${REWRITE}`,
    ],
    [
      'that is a list',
      '[]',
      `known.json:1: this is no baseline, which is an object with "version" and "entries"; ${REWRITE}`,
    ],
    [
      'that is an empty object',
      '{}',
      `known.json:1: this is no baseline, which is an object with "version" and "entries"; ${REWRITE}`,
    ],
    [
      'of another tool',
      '{"version": 1, "entries": [], "files": []}',
      `known.json:1: this is no baseline, which is an object with "version" and "entries"; ${REWRITE}`,
    ],
  ])('%s is refused', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
