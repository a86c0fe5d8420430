import { describe, expect, test } from '@jest/globals';
import { unreadableFileDiagnostic } from '../../src/rules/unreadable-file.ts';

describe('a file that could not be read', () => {
  const settings = { profile: 'minimal', rules: {} } as const;

  test('is an error in every profile', () => {
    const binary = { reason: 'binary', before: null } as const;
    expect(unreadableFileDiagnostic('docs/plans/logo.md', binary, { run: 'changes', settings })).toEqual({
      rule: 'unreadable-file',
      severity: 'error',
      message:
        'The file is binary and was not checked: write the plan as Markdown, or leave the file out with "ignore".',
      path: 'docs/plans/logo.md',
      range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
      help: null,
      isNew: true,
      count: 1,
      fix: null,
      waived: null,
      known: false,
    });
  });

  test('is still told when the rule is off', () => {
    const off = {
      profile: 'recommended',
      rules: { 'unreadable-file': { level: 'off', options: {} } },
    } as const;
    const large = { reason: 'too-large', before: null } as const;
    const { severity } = unreadableFileDiagnostic('docs/plans/a.md', large, { run: 'scan', settings: off });
    expect(severity).toBe('notice');
  });

  test.each([
    ['not-utf-8', false],
    ['binary', true],
    [null, true],
  ] as const)('before: %s, is new: %s', (before, isNew) => {
    const reasons = { reason: 'not-utf-8', before } as const;
    expect(unreadableFileDiagnostic('docs/plans/a.md', reasons, { run: 'changes', settings }).isNew).toBe(
      isNew,
    );
  });
});
