import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { gitEnvironment } from '../../../src/repository/git/git.ts';

const MODULE = new URL('../../../src/repository/git/git.ts', import.meta.url).href;
const NAME = 'NoDefaultCurrentDirectoryInExePath';

test('where programs are looked for is settled before git can be started', () => {
  const { [NAME]: _, ...env } = process.env;
  const script = `await import(${JSON.stringify(MODULE)}); process.stdout.write(String(process.env.${NAME}));`;
  const words = ['--input-type=module', '--eval', script];
  expect(execFileSync(process.execPath, words, { env, encoding: 'utf8' })).toBe('1');
});

test('and what git starts is looked for in the same way', () => {
  expect(gitEnvironment()[NAME]).toBe('1');
});
