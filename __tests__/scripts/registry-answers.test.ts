import { describe, expect, test } from '@jest/globals';
import { deprecations, signatures, vulnerabilities } from '../../scripts/registry-answers.ts';

const audit = (vulnerable: object, total = Object.keys(vulnerable).length): string =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: vulnerable,
    metadata: { vulnerabilities: { total } },
  });
const NOT_JSON = { kind: 'unanswered', why: 'npm printed no JSON object.' };
const NO_RESULT = { kind: 'unanswered', why: 'npm printed something else than a result.' };

describe('known vulnerabilities', () => {
  test('are none when the registry says that there are none', () => {
    expect(vulnerabilities(audit({}))).toEqual({ kind: 'answered', problems: [] });
  });

  test('are told with severity, versions, title and address, and through which package they come', () => {
    const answer = vulnerabilities(
      audit({
        left: {
          severity: 'high',
          range: '<1.2.0',
          via: [{ title: 'Takes too long', url: 'https://example.com/1' }],
        },
        right: { severity: 'low', range: '*', via: ['left'] },
      }),
    );
    expect(answer).toEqual({
      kind: 'answered',
      problems: [
        '"left" <1.2.0 has a known vulnerability of severity "high": Takes too long (https://example.com/1).',
        '"right" * has a known vulnerability of severity "low": through "left".',
      ],
    });
  });

  test.each([
    ['nothing', '', NOT_JSON],
    ['a cut answer', audit({}).slice(0, -1), NOT_JSON],
    ['a list', '[]', NOT_JSON],
    ['an empty object', '{}', NO_RESULT],
    ['another version of the report', audit({}).replace(':2', ':3'), NO_RESULT],
    ['a list that is shorter than its count', audit({}, 1), NO_RESULT],
    [
      'a refusal',
      '{"message": "405 Method Not Allowed", "error": {"summary": ""}}',
      { kind: 'unanswered', why: '405 Method Not Allowed' },
    ],
    [
      'a lost connection',
      '{"error": {"code": "ENOTFOUND", "summary": "no such host"}}',
      { kind: 'unanswered', why: 'no such host' },
    ],
  ])('are not known from %s', (_, printed, answer) => {
    expect(vulnerabilities(printed)).toEqual(answer);
  });
});

describe('signatures', () => {
  test('are fine when none is invalid and none is missing', () => {
    expect(signatures('{"invalid": [], "missing": []}')).toEqual({ kind: 'answered', problems: [] });
  });

  test('that are invalid or missing are told', () => {
    const printed = {
      invalid: [{ name: 'a', version: '1.0.0' }],
      missing: [{ name: 'b', version: '2.0.0' }],
    };
    expect(signatures(JSON.stringify(printed))).toEqual({
      kind: 'answered',
      problems: ['"a" 1.0.0 is not what the registry signed.', '"b" 2.0.0 has no signature of the registry.'],
    });
  });

  test.each(['', '{"invalid": []}', '{"missing": []}', '{}'])('are not known from %j', (printed) => {
    expect(signatures(printed).kind).toBe('unanswered');
  });
});

test('deprecated packages are told, with their use', () => {
  const packages = {
    '': {},
    'node_modules/a': { deprecated: 'Use "b".' },
    'node_modules/b': {},
    'node_modules/b/node_modules/@c/d': { dev: true, deprecated: 'Gone.' },
  };
  expect(deprecations(JSON.stringify({ packages }))).toEqual([
    '"a" (used at run time) is deprecated: Use "b".',
    '"@c/d" (used for development) is deprecated: Gone.',
  ]);
});
