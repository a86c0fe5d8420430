import { afterEach, describe, expect, test } from '@jest/globals';
import { inertInLog, inertJson, outsideOfCommands } from '../../src/outlets/inert-in-log.ts';

const before = process.env.GITHUB_ACTIONS;
afterEach(() => {
  if (before === undefined) delete process.env.GITHUB_ACTIONS;
  else process.env.GITHUB_ACTIONS = before;
});

test.each([
  ['::error::x', ': :error::x'],
  ['a\n  ::add-mask::x\n', 'a\n  : :add-mask::x\n'],
  ['see ##[error]x', 'see ## [error]x'],
  ['plans/::x.md: y', 'plans/::x.md: y'],
])('of %j no runner takes a line for a command', (text, inert) => {
  expect(inertInLog(text)).toBe(inert);
});

test('JSON without commands says the same', () => {
  const value = { title: '##[error]x', lines: ['::error::x', '###[x'] };
  expect(inertJson(value)).not.toContain('##[');
  expect(JSON.parse(inertJson(value))).toEqual(value);
});

describe('a text that must stay as it is', () => {
  const patch = '--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,2 @@\n ::error::x\n-a\n+b\n';

  test('stands where a runner does not listen', () => {
    process.env.GITHUB_ACTIONS = 'true';
    expect(outsideOfCommands(patch)).toMatch(
      /^::stop-commands::([0-9a-f-]{36})\n--- a\/x[\s\S]*\+b\n::\1::\n$/,
    );
  });

  test('is left alone elsewhere, and without a command', () => {
    process.env.GITHUB_ACTIONS = 'true';
    expect(outsideOfCommands('--- a/x.md\n')).toBe('--- a/x.md\n');
    delete process.env.GITHUB_ACTIONS;
    expect(outsideOfCommands(patch)).toBe(patch);
  });
});
