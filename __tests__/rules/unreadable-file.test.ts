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

  test.each([
    [
      { kind: 'symbolic-link', target: '../old' },
      '"docs/plans" is a symbolic link to "../old", and no plan behind it is looked at: put the files here, name the folder that it leads to in "plans", or leave the link out with "ignore".',
    ],
    [
      { kind: 'symbolic-link', target: null },
      '"docs/plans" is a symbolic link, and no plan behind it is looked at: put the files here, name the folder that it leads to in "plans", or leave the link out with "ignore".',
    ],
    [
      { kind: 'submodule', target: null },
      '"docs/plans" is a repository of its own, such as a submodule, and no plan in it is looked at: put the files here, check them there, or leave it out with "ignore".',
    ],
    [
      { kind: 'special-file', target: null },
      '"docs/plans" is a pipe, a socket or a device where plans may lie: put a folder here, or leave it out with "ignore".',
    ],
  ] as const)('says what stands in the place of a folder: %j', (entry, message) => {
    const door = { path: 'docs/plans', ...entry };
    const found = { reason: entry.kind, before: null, door };
    expect(unreadableFileDiagnostic(door.path, found, { run: 'scan', settings })).toMatchObject({
      ...{ message, severity: 'error', isNew: true },
    });
  });
});
